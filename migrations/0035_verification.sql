-- What an officer has checked of a person against a document, once: a later call need not ask for the proof again.

create table verification (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  fact text not null constraint verification_fact_known check (fact in ('identity-card', 'birth-date', 'bank-account', 'registration')),
  value text not null constraint verification_value_there check (length(value) between 1 and 200),
  basis text not null constraint verification_basis_there check (length(basis) between 1 and 500),
  valid_until date,
  application uuid not null,
  question text not null,
  verified_at timestamptz not null,
  verified_by uuid not null,
  constraint verification_key primary key (organisation, id),
  constraint verification_person foreign key (organisation, person) references person (organisation, id),
  constraint verification_application foreign key (organisation, application) references application (organisation, id),
  constraint verification_officer foreign key (organisation, verified_by) references person (organisation, id),
  constraint verification_by_another check (verified_by <> person)
);
comment on table verification is 'A fact of a person that an officer has seen proved: the answer to a question of an application, on what basis, until when it may be relied on. It is never changed: a later one takes its place, or it is revoked.';
create index verification_by_person on verification (organisation, person, fact, verified_at);

create table verification_revocation (
  organisation uuid not null,
  verification uuid not null,
  reason text not null constraint verification_revocation_reasoned check (length(reason) between 1 and 1000),
  revoked_at timestamptz not null,
  revoked_by uuid not null,
  constraint verification_revocation_key primary key (organisation, verification),
  constraint verification_revocation_of foreign key (organisation, verification) references verification (organisation, id),
  constraint verification_revocation_officer foreign key (organisation, revoked_by) references person (organisation, id)
);
comment on table verification_revocation is 'A verification that turned out wrong, and why, as its person reads it.';

create table verification_contest (
  organisation uuid not null,
  verification uuid not null,
  seq smallint not null constraint verification_contest_seq_positive check (seq > 0),
  text text not null constraint verification_contest_worded check (length(text) between 1 and 1000),
  contested_at timestamptz not null,
  answer text constraint verification_contest_answer_worded check (length(answer) between 1 and 1000),
  answered_at timestamptz,
  answered_by uuid,
  constraint verification_contest_key primary key (organisation, verification, seq),
  constraint verification_contest_of foreign key (organisation, verification) references verification (organisation, id),
  constraint verification_contest_officer foreign key (organisation, answered_by) references person (organisation, id),
  constraint verification_contest_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
comment on table verification_contest is 'The person says that what was verified is wrong; while nobody has answered, it is relied on by nobody.';
create unique index verification_contest_one on verification_contest (organisation, verification) where answered_at is null;
