-- Readers reminded of files they have not handed in, and those who want no reminders.

create table reading_reminder (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  reviewer uuid not null,
  files smallint not null constraint reading_reminder_files_positive check (files > 0),
  reminded_at timestamptz not null,
  reminded_by uuid,
  constraint reading_reminder_key primary key (organisation, id),
  constraint reading_reminder_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint reading_reminder_person foreign key (organisation, reminded_by) references person (organisation, id)
);
comment on table reading_reminder is 'A letter that reminded a reviewer of the files they had not handed in, by an officer or by itself (reminded_by null) as the last day of reading came near.';
create index reading_reminder_by_reviewer on reading_reminder (organisation, reviewer, reminded_at);

create table reading_reminder_stop (
  organisation uuid not null,
  reviewer uuid not null,
  stopped_at timestamptz not null,
  constraint reading_reminder_stop_key primary key (organisation, reviewer),
  constraint reading_reminder_stop_reviewer foreign key (organisation, reviewer) references reviewer (organisation, id)
);
comment on table reading_reminder_stop is 'A reviewer who wants no more reminders by mail; they still read.';
