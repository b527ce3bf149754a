-- Calls without a deadline: applications are read as they arrive, until an act of its own announces when it closes.

alter table call
  alter column deadline_at drop not null,
  alter column deadline_wall drop not null,
  alter column age_on drop not null,
  add constraint call_deadline_whole check ((deadline_at is null) = (deadline_wall is null));
comment on column call.deadline_at is 'Null while the call has no deadline: applications are read as they arrive.';
comment on column call.age_on is 'Day on which ages are counted; null: on the day each application is sent.';

create table call_closing (
  organisation uuid not null,
  call uuid not null,
  closes_at timestamptz not null,
  closes_wall timestamp not null,
  reason trilingual not null,
  told integer not null constraint call_closing_told check (told >= 0),
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint call_closing_key primary key (organisation, call),
  constraint call_closing_ahead check (closes_at > decided_at),
  constraint call_closing_call foreign key (organisation, call) references call (organisation, id),
  constraint call_closing_person foreign key (organisation, decided_by) references person (organisation, id)
);
comment on table call_closing is 'A call without a deadline was given one: when it closes, why (as the public reads it), and how many holders of drafts were written to. From then on it is a call with a deadline.';
