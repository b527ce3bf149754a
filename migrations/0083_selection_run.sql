-- A simulation of a large pool, while it is computed.

create table selection_run (
  organisation uuid not null,
  edition uuid not null,
  changes jsonb,
  note text not null default '',
  asked_at timestamptz not null,
  asked_by uuid not null,
  steps_done integer,
  steps_of integer,
  constraint selection_run_key primary key (organisation, edition),
  constraint selection_run_headway check ((steps_done is null) = (steps_of is null) and (steps_done is null or (steps_done >= 0 and steps_done <= steps_of and steps_of > 0))),
  constraint selection_run_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint selection_run_person foreign key (organisation, asked_by) references person (organisation, id)
);
comment on table selection_run is 'A simulation asked of a pool too large to be computed while somebody waits for the page: one at a time in an edition. Done, it is a selection_plan; given up, nothing; either way this row goes. changes and note are those of a simulation under other rules.';
