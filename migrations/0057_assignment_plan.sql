-- Plans of assignment as they were applied, and the seeds lots are drawn from.

create table assignment_seed (
  organisation uuid not null,
  edition uuid not null,
  seq smallint not null constraint assignment_seed_seq_positive check (seq > 0),
  seed text not null constraint assignment_seed_form check (seed ~ '^[0-9a-f]{64}$'),
  committed_at timestamptz not null,
  committed_by uuid not null,
  constraint assignment_seed_key primary key (organisation, edition, seq),
  constraint assignment_seed_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint assignment_seed_person foreign key (organisation, committed_by) references person (organisation, id)
);
comment on table assignment_seed is 'What lots are drawn from, made by chance and written down before anybody sees what it draws. Another is made only once this one has served: nobody draws until they like the outcome.';

create table assignment_plan (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  kind text not null constraint assignment_plan_kind_known check (kind in ('reading', 'third')),
  options jsonb not null,
  fingerprint text not null constraint assignment_plan_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  seed smallint,
  figures jsonb not null,
  certificate jsonb,
  applied_at timestamptz not null,
  applied_by uuid not null,
  constraint assignment_plan_key primary key (organisation, id),
  constraint assignment_plan_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint assignment_plan_seed foreign key (organisation, edition, seed) references assignment_seed (organisation, edition, seq),
  constraint assignment_plan_person foreign key (organisation, applied_by) references person (organisation, id)
);
comment on table assignment_plan is 'A plan that was applied: what was asked of it, the fingerprint of what it rested on, its figures, and the certificate that nothing better was to be had.';
create index assignment_plan_by_edition on assignment_plan (organisation, edition, applied_at);
create unique index assignment_plan_seed_once on assignment_plan (organisation, edition, seed) where seed is not null;
