-- What reviewers say of files before they are given any, and what they are paid for those they read.

create table preference (
  organisation uuid not null,
  edition uuid not null,
  reviewer uuid not null,
  application uuid not null,
  wish text not null constraint preference_wish_known check (wish in ('gladly', 'can', 'rather-not')),
  said_at timestamptz not null,
  constraint preference_key primary key (organisation, reviewer, application),
  constraint preference_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint preference_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
comment on table preference is 'How gladly a reviewer would read an application: asked before the plan, counted in its weights. What they said last counts; a conflict is a row of conflict.';
create index preference_by_edition on preference (organisation, edition);

create table edition_fee (
  organisation uuid not null,
  edition uuid not null,
  seq smallint not null constraint edition_fee_seq_positive check (seq > 0),
  reading numeric(12, 2) constraint edition_fee_reading check (reading >= 0),
  interview numeric(12, 2) constraint edition_fee_interview check (interview >= 0),
  set_at timestamptz not null,
  set_by uuid not null,
  constraint edition_fee_key primary key (organisation, edition, seq),
  constraint edition_fee_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint edition_fee_person foreign key (organisation, set_by) references person (organisation, id)
);
comment on table edition_fee is 'What a reading and an interview are paid, in the currency of the edition; null: not paid. The last seq counts.';

create table fee_sheet (
  organisation uuid not null,
  edition uuid not null,
  currency text not null,
  lines jsonb not null,
  total numeric(14, 2) not null constraint fee_sheet_total check (total > 0),
  fingerprint text not null constraint fee_sheet_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  closed_at timestamptz not null,
  closed_by uuid not null,
  constraint fee_sheet_key primary key (organisation, edition),
  constraint fee_sheet_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint fee_sheet_person foreign key (organisation, closed_by) references person (organisation, id)
);
comment on table fee_sheet is 'The fees of reviewers as they were closed: [{reviewer, counts: {reading, interview}, amount}]. It stands, whatever is handed in or taken back later.';
