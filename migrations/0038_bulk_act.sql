-- Acts on many applications at once: what was planned and shown, and when it was done.

create table bulk_act (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  act text not null constraint bulk_act_named check (act in ('check', 'accept', 'verdict', 'assign', 'write')),
  chosen jsonb not null,
  input jsonb not null,
  lines jsonb not null,
  fingerprint text not null constraint bulk_act_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  planned_at timestamptz not null,
  planned_by uuid not null,
  done_at timestamptz,
  constraint bulk_act_key primary key (organisation, id),
  constraint bulk_act_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint bulk_act_person foreign key (organisation, planned_by) references person (organisation, id)
);
comment on table bulk_act is 'An act on many applications as it was planned: chosen says which (ids, or the query of a list), input what the act needs (a rule and its verdict, a person, a message), lines what would become of each ({application: [outcome, what it rests on]}). fingerprint is the SHA-256 of all of these; done_at is when it was done, by who planned it. Plans that were not done are forgotten after a week.';
create index bulk_act_by_person on bulk_act (organisation, edition, planned_by, planned_at);
