-- More time for one person, who had an accident, needs it to take part like others, or lost some by a fault of ours.

create table extra_time (
  organisation uuid not null,
  id uuid not null,
  call uuid not null,
  person uuid not null,
  application uuid,
  until_at timestamptz not null,
  until_wall timestamp not null,
  ground text not null constraint extra_time_ground_known check (ground in ('accident', 'disability', 'fault', 'other')),
  reason text not null constraint extra_time_reason check (length(reason) between 1 and 1000),
  given_at timestamptz not null,
  given_by uuid not null,
  recalled_at timestamptz,
  recalled_by uuid,
  constraint extra_time_key primary key (organisation, id),
  constraint extra_time_call foreign key (organisation, call) references call (organisation, id),
  constraint extra_time_person foreign key (organisation, person) references person (organisation, id),
  constraint extra_time_application foreign key (organisation, application) references application (organisation, id),
  constraint extra_time_giver foreign key (organisation, given_by) references person (organisation, id),
  constraint extra_time_recaller foreign key (organisation, recalled_by) references person (organisation, id),
  constraint extra_time_recalled check ((recalled_at is null) = (recalled_by is null))
);
comment on table extra_time is 'Until when one person may begin, write and send in a call, beyond what everybody is given: the latest that was not taken back counts. application is the one it serves, once there is one; its whole team writes until then. until_wall: as it was promised, in the zone of the call. The reason is read by officers alone and stands in no mail and no trail: it may say something of a person''s health.';
create index extra_time_by_application on extra_time (organisation, application) where recalled_at is null;
create index extra_time_by_person on extra_time (organisation, call, person);
