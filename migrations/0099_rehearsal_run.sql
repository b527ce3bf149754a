-- A rehearsal of the rules, while its draws are computed.

create table rehearsal_run (
  organisation uuid not null,
  edition uuid not null,
  pool jsonb not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  steps_done integer,
  steps_of integer,
  constraint rehearsal_run_key primary key (organisation, edition),
  constraint rehearsal_run_headway check ((steps_done is null) = (steps_of is null) and (steps_done is null or (steps_done >= 0 and steps_done <= steps_of and steps_of > 0))),
  constraint rehearsal_run_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint rehearsal_run_person foreign key (organisation, asked_by) references person (organisation, id)
);
comment on table rehearsal_run is 'A rehearsal that was asked and is not done: one at a time in an edition. Done, it is a rule_rehearsal; given up, nothing; either way this row goes.';
