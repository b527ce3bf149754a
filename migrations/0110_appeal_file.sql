-- Files given with an appeal: the paper that was missing, a birth certificate.

alter table file alter column question drop not null;
alter table file add column appeal smallint;
alter table file add constraint file_appeal foreign key (organisation, application, appeal) references eligibility_appeal (organisation, application, decision);
alter table file add constraint file_of_one check ((question is null) <> (appeal is null));
create index file_by_appeal on file (organisation, application, appeal) where appeal is not null;
comment on table file is 'A file given as an answer to a question, or with an appeal. media_type was found in its content; bytes and sha256 are those of what arrived, and sha256 is part of what a submission is hashed over. blob is where its content lies: null once nothing of it is kept as it came (a picture is kept as file_picture only; a removed file not at all). prepared_at: from then on it may be read.';
comment on column file.question is 'The question it answers; null of a file given with an appeal.';
comment on column file.appeal is 'The decision whose appeal it was given with (eligibility_appeal.decision); null of an answer. Such a file is part of no submission: it came with the appeal and stays as it is.';
