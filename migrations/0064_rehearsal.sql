-- Trying the rules of an edition before its call opens, and what a simulation hangs on.

create table rule_rehearsal (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  number integer not null,
  pool jsonb not null,
  terms jsonb not null,
  outcome jsonb not null,
  run_at timestamptz not null,
  run_by uuid not null,
  constraint rule_rehearsal_key primary key (organisation, id),
  constraint rule_rehearsal_number_once unique (organisation, edition, number),
  constraint rule_rehearsal_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint rule_rehearsal_person foreign key (organisation, run_by) references person (organisation, id)
);
comment on table rule_rehearsal is 'The rules of an edition tried on the pool of an earlier edition or on a made-up one: how often a list exists, and which rules bind.';

create table selection_influence (
  organisation uuid not null,
  plan uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  done_at timestamptz,
  output jsonb,
  constraint selection_influence_key primary key (organisation, plan),
  constraint selection_influence_done check ((done_at is null) = (output is null)),
  constraint selection_influence_plan foreign key (organisation, plan) references selection_plan (organisation, id),
  constraint selection_influence_person foreign key (organisation, asked_by) references person (organisation, id)
);
comment on table selection_influence is 'What a simulation hangs on: the list without each reviewer, and the weights of the criteria under which it stays.';
