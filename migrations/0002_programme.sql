-- Programmes and their editions: everything that differs from one programme to the next is data here.

create table programme (
  organisation uuid not null constraint programme_organisation references organisation (id),
  id uuid not null,
  slug text not null constraint programme_slug_form check (slug ~ '^[a-z0-9-]{1,40}$'),
  name trilingual not null,
  tagline trilingual not null,
  summary trilingual not null,
  created_at timestamptz not null,
  constraint programme_key primary key (organisation, id),
  constraint programme_slug_once unique (organisation, slug)
);

create table funder (
  organisation uuid not null constraint funder_organisation references organisation (id),
  id uuid not null,
  code text not null,
  name trilingual not null,
  emblem text,
  sentence trilingual not null,
  constraint funder_key primary key (organisation, id),
  constraint funder_code_once unique (organisation, code)
);
comment on table funder is 'Who gives the money, its emblem and the sentence of visibility it asks for.';

create table edition (
  organisation uuid not null,
  id uuid not null,
  programme uuid not null,
  slug text not null constraint edition_slug_form check (slug ~ '^[a-z0-9-]{1,40}$'),
  ordinal smallint not null constraint edition_ordinal_positive check (ordinal > 0),
  year smallint not null,
  name trilingual not null,
  currency text not null constraint edition_currency_form check (currency ~ '^[A-Z]{3}$'),
  places smallint not null constraint edition_places_positive check (places > 0),
  support_months smallint not null,
  scale_min smallint not null default 1,
  scale_max smallint not null default 5,
  pass_mark numeric(5,2) not null,
  divergence numeric(5,2) not null,
  interview_weight numeric(4,3) not null constraint edition_interview_weight_share check (interview_weight between 0 and 1),
  reviews_per_application smallint not null constraint edition_reviews_positive check (reviews_per_application > 0),
  reserve_per_region smallint not null default 0,
  seed_ceiling numeric(14,2) not null default 0,
  created_at timestamptz not null,
  constraint edition_key primary key (organisation, id),
  constraint edition_slug_once unique (organisation, slug),
  constraint edition_ordinal_once unique (organisation, programme, ordinal),
  constraint edition_scale check (scale_min < scale_max),
  constraint edition_programme foreign key (organisation, programme) references programme (organisation, id)
);
comment on table edition is 'One run of a programme. pass_mark and divergence are points of 100; interview_weight is the share of the interview in the final score.';

create table edition_region (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  iso text not null,
  name trilingual not null,
  mark text not null default '',
  places smallint not null constraint edition_region_places check (places >= 0),
  position smallint not null,
  constraint edition_region_key primary key (organisation, edition, code),
  constraint edition_region_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table edition_region is 'A region of an edition and the places kept for it. mark is its shape and colour in the design (tta, ori, fes, sou).';

create table edition_sector (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  name trilingual not null,
  position smallint not null,
  constraint edition_sector_key primary key (organisation, edition, code),
  constraint edition_sector_edition foreign key (organisation, edition) references edition (organisation, id)
);

create table applicant_kind (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  name trilingual not null,
  structure boolean not null default false,
  position smallint not null,
  constraint applicant_kind_key primary key (organisation, edition, code),
  constraint applicant_kind_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on column applicant_kind.structure is 'True when the applicant is a structure (a CSO, a co-operative, a company) with a project holder.';

create table criterion (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  name trilingual not null,
  question trilingual not null,
  weight smallint not null constraint criterion_weight_share check (weight between 1 and 100),
  anchors jsonb not null,
  position smallint not null,
  constraint criterion_key primary key (organisation, edition, code),
  constraint criterion_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on column criterion.anchors is 'What each step of the scale means, in words: an array of trilingual texts from the lowest step to the highest.';

create table eligibility_rule (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  kind text not null constraint eligibility_rule_kind_known check (kind in ('age', 'region', 'applicant-kind', 'sector', 'past-beneficiary', 'declared', 'complete', 'duplicate')),
  parameters jsonb not null,
  name trilingual not null,
  reason trilingual not null,
  position smallint not null,
  constraint eligibility_rule_key primary key (organisation, edition, code),
  constraint eligibility_rule_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on column eligibility_rule.reason is 'What an applicant reads when the rule is not met.';

create table selection_rule (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  attribute text not null,
  value text,
  minimum integer,
  maximum integer,
  name trilingual not null,
  position smallint not null,
  constraint selection_rule_key primary key (organisation, edition, code),
  constraint selection_rule_bounded check (minimum is not null or maximum is not null),
  constraint selection_rule_bounds check (minimum is null or maximum is null or minimum <= maximum),
  constraint selection_rule_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table selection_rule is 'A quota of the selection: attribute (region, gender, applicant-kind, sector) with value, at least minimum and at most maximum of the places. A null value means: of each value of the attribute.';

create table edition_date (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  name trilingual not null,
  starts_on date not null,
  ends_on date not null,
  public boolean not null default true,
  constraint edition_date_key primary key (organisation, edition, code),
  constraint edition_date_order check (starts_on <= ends_on),
  constraint edition_date_edition foreign key (organisation, edition) references edition (organisation, id)
);

create table edition_funder (
  organisation uuid not null,
  edition uuid not null,
  funder uuid not null,
  position smallint not null,
  constraint edition_funder_key primary key (organisation, edition, funder),
  constraint edition_funder_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint edition_funder_funder foreign key (organisation, funder) references funder (organisation, id)
);

create table role_grant (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  role text not null constraint role_grant_role_known check (role in ('administrator', 'director', 'officer', 'reviewer', 'chair', 'trainer', 'finance', 'approver', 'communication', 'donor', 'auditor')),
  programme uuid,
  edition uuid,
  region text,
  granted_by uuid,
  granted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint role_grant_key primary key (organisation, id),
  constraint role_grant_scope check (region is null or edition is not null),
  constraint role_grant_ended check ((ended_at is null) = (ended_by is null)),
  constraint role_grant_person foreign key (organisation, person) references person (organisation, id),
  constraint role_grant_programme foreign key (organisation, programme) references programme (organisation, id),
  constraint role_grant_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint role_grant_region foreign key (organisation, edition, region) references edition_region (organisation, edition, code)
);
comment on table role_grant is 'What a person may do and where: the whole organisation when programme and edition are null, else that programme, edition or region of it.';
create index role_grant_by_person on role_grant (organisation, person);

create table call (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  title trilingual not null,
  summary trilingual not null,
  texts jsonb not null,
  opens_at timestamptz not null,
  opens_wall timestamp not null,
  deadline_at timestamptz not null,
  deadline_wall timestamp not null,
  zone text not null,
  grace_seconds integer not null default 0 constraint call_grace check (grace_seconds between 0 and 86400),
  age_on date not null,
  created_at timestamptz not null,
  published_at timestamptz,
  published_by uuid,
  constraint call_key primary key (organisation, id),
  constraint call_edition_once unique (organisation, edition),
  constraint call_order check (opens_at < deadline_at),
  constraint call_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on column call.deadline_wall is 'The local time promised to applicants; with zone it stays true when a law changes the clock, and deadline_at is derived from it again.';
comment on column call.texts is 'Public texts by section, each trilingual: what is offered, what to prepare, questions and answers.';

create table form_version (
  organisation uuid not null,
  id uuid not null,
  call uuid not null,
  version smallint not null,
  definition jsonb not null,
  frozen_at timestamptz not null,
  constraint form_version_key primary key (organisation, id),
  constraint form_version_once unique (organisation, call, version),
  constraint form_version_call foreign key (organisation, call) references call (organisation, id)
);
comment on table form_version is 'The questions of a call. Answers stay tied to the version they answered.';
