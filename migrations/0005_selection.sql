-- Selection, its publication and the letters: three separate acts.

create table selection_plan (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  number integer not null,
  fingerprint text not null,
  input jsonb not null,
  output jsonb not null,
  planned_at timestamptz not null,
  planned_by uuid not null,
  constraint selection_plan_key primary key (organisation, id),
  constraint selection_plan_in_edition unique (organisation, edition, id),
  constraint selection_plan_number_once unique (organisation, edition, number),
  constraint selection_plan_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint selection_plan_person foreign key (organisation, planned_by) references person (organisation, id)
);
comment on table selection_plan is 'A simulation: the inputs as they stood (with their fingerprint) and the list they give. Nothing is decided by it.';

create table selection_seal (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  plan uuid not null,
  record text not null,
  hash text not null constraint selection_seal_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  sealed_by uuid not null,
  constraint selection_seal_key primary key (organisation, id),
  constraint selection_seal_in_edition unique (organisation, edition, id),
  constraint selection_seal_once unique (organisation, edition),
  constraint selection_seal_plan foreign key (organisation, edition, plan) references selection_plan (organisation, edition, id),
  constraint selection_seal_person foreign key (organisation, sealed_by) references person (organisation, id)
);
comment on table selection_seal is 'The decision of the jury: the sealed record (canonical JSON of inputs, rules, scores, result, certificate) and its hash. Anyone can run it again offline.';

create table decision (
  organisation uuid not null,
  edition uuid not null,
  application uuid not null,
  seal uuid not null,
  outcome text not null constraint decision_outcome_known check (outcome in ('selected', 'reserve', 'not-selected')),
  region text not null,
  rank integer not null,
  reserve_rank smallint,
  score numeric(9,6),
  explanation jsonb not null,
  constraint decision_key primary key (organisation, application),
  constraint decision_reserve_ranked check ((outcome = 'reserve') = (reserve_rank is not null)),
  constraint decision_reserve_once unique (organisation, edition, region, reserve_rank),
  constraint decision_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint decision_seal foreign key (organisation, edition, seal) references selection_seal (organisation, edition, id)
);
comment on table decision is 'What the sealed record says of each application. It is not public before the publication row exists.';

create table publication (
  organisation uuid not null,
  edition uuid not null,
  seal uuid not null,
  published_at timestamptz not null,
  published_by uuid not null,
  constraint publication_key primary key (organisation, seal),
  constraint publication_seal foreign key (organisation, edition, seal) references selection_seal (organisation, edition, id),
  constraint publication_person foreign key (organisation, published_by) references person (organisation, id)
);

create table message_batch (
  organisation uuid not null,
  id uuid not null,
  edition uuid,
  kind text not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  constraint message_batch_key primary key (organisation, id),
  constraint message_batch_approved check ((approved_at is null) = (approved_by is null)),
  constraint message_batch_two_people check (approved_by is null or approved_by <> prepared_by),
  constraint message_batch_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint message_batch_preparer foreign key (organisation, prepared_by) references person (organisation, id),
  constraint message_batch_approver foreign key (organisation, approved_by) references person (organisation, id)
);
comment on table message_batch is 'Letters written together (results, offers). They leave the outbox when a second person approves them.';

create table message (
  organisation uuid not null,
  id uuid not null,
  batch uuid,
  kind text not null,
  person uuid,
  address text not null,
  language language_code not null,
  subject text not null,
  content jsonb not null,
  object uuid,
  written_at timestamptz not null,
  constraint message_key primary key (organisation, id),
  constraint message_batch_of foreign key (organisation, batch) references message_batch (organisation, id),
  constraint message_person foreign key (organisation, person) references person (organisation, id)
);
comment on table message is 'The outbox: every mail the programme writes, in the language of its reader, whether or not it has left. content holds its paragraphs; object the record it is about.';
create index message_by_person on message (organisation, person, written_at);
create index message_by_batch on message (organisation, batch);

create table message_delivery (
  organisation uuid not null,
  message uuid not null,
  attempt smallint not null,
  outcome text not null constraint message_delivery_outcome_known check (outcome in ('sent', 'kept', 'delayed', 'failed')),
  detail text not null default '',
  at timestamptz not null,
  constraint message_delivery_key primary key (organisation, message, attempt),
  constraint message_delivery_message foreign key (organisation, message) references message (organisation, id)
);
comment on table message_delivery is 'What became of a message at each attempt; kept means the demo mailbox holds it and no mail left the machine.';
