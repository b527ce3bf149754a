-- How long sounds and films last, said before they are played.

alter table file add column seconds integer constraint file_seconds_positive check (seconds > 0);
comment on column file.seconds is 'Length of a sound or a film as its content tells it, to the nearest second; null of everything else, and where the content does not tell.';
