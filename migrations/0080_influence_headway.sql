-- How far the reckoning of what a simulation hangs on is, so that the page can say it.

alter table selection_influence add column steps_done integer;
alter table selection_influence add column steps_of integer;
alter table selection_influence add constraint selection_influence_headway check ((steps_done is null) = (steps_of is null) and (steps_done is null or (steps_done >= 0 and steps_done <= steps_of and steps_of > 0)));
comment on column selection_influence.steps_done is 'Of steps_of, while it is reckoned; null before it begins. A reckoning that was given up has no row: it can be asked again.';
