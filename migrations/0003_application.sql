-- Applications: drafts that cannot be lost, submissions that cannot change, and what was decided about them.

create table application (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  call uuid not null,
  number text not null,
  language language_code not null,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint application_key primary key (organisation, id),
  constraint application_in_edition unique (organisation, edition, id),
  constraint application_number_once unique (organisation, number),
  constraint application_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint application_call foreign key (organisation, call) references call (organisation, id),
  constraint application_creator foreign key (organisation, created_by) references person (organisation, id)
);
create index application_by_call on application (organisation, call);

create table application_count (
  organisation uuid not null,
  call uuid not null,
  last integer not null,
  constraint application_count_key primary key (organisation, call),
  constraint application_count_call foreign key (organisation, call) references call (organisation, id)
);
comment on table application_count is 'The last application number given in a call.';

create table application_member (
  organisation uuid not null,
  application uuid not null,
  person uuid not null,
  part text not null constraint application_member_part_known check (part in ('holder', 'member')),
  joined_at timestamptz not null,
  constraint application_member_key primary key (organisation, application, person),
  constraint application_member_application foreign key (organisation, application) references application (organisation, id),
  constraint application_member_person foreign key (organisation, person) references person (organisation, id)
);
create index application_member_by_person on application_member (organisation, person);
create unique index application_member_one_holder on application_member (organisation, application) where part = 'holder';

create table draft (
  organisation uuid not null,
  application uuid not null,
  form_version uuid not null,
  answers jsonb not null,
  done text[] not null default '{}',
  written jsonb not null default '{}',
  version integer not null,
  saved_at timestamptz not null,
  constraint draft_key primary key (organisation, application),
  constraint draft_application foreign key (organisation, application) references application (organisation, id),
  constraint draft_form foreign key (organisation, form_version) references form_version (organisation, id)
) with (fillfactor = 70);
comment on table draft is 'Answers as they are typed. version rises at each save. A save names the answers its writer started from, and is refused when one of them has changed since. done lists the sections the applicant marked complete; written says who wrote each answer last and when: {"question": {"by": person, "at": time}}.';

create table draft_aside (
  organisation uuid not null,
  application uuid not null,
  question text not null,
  page uuid not null,
  person uuid not null,
  answer jsonb not null,
  written_at timestamptz not null,
  constraint draft_aside_key primary key (organisation, application, question, page),
  constraint draft_aside_draft foreign key (organisation, application) references draft (organisation, application) on delete cascade,
  constraint draft_aside_person foreign key (organisation, person) references person (organisation, id)
);
comment on table draft_aside is 'A second version of an answer: it arrived when somebody else, or the same person on another page, had written another. Kept until one of the two is chosen, and in the way of submission until then. page tells one opened page from another, so that two of them never overwrite each other.';

create table submission (
  organisation uuid not null,
  application uuid not null,
  edition uuid not null,
  form_version uuid not null,
  answers jsonb not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  language language_code not null,
  hash text not null constraint submission_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  title text not null,
  holder_name text not null,
  region text not null,
  province text,
  sector text not null,
  applicant_kind text not null,
  gender text,
  born_on date,
  search text not null,
  constraint submission_key primary key (organisation, application),
  constraint submission_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint submission_form foreign key (organisation, form_version) references form_version (organisation, id),
  constraint submission_person foreign key (organisation, submitted_by) references person (organisation, id)
);
comment on table submission is 'The application as sent: it never changes. hash is the SHA-256 of its canonical JSON, printed on the receipt. region is the code of a region of the edition, or the ISO code of one outside it; title, region, sector… are read from the answers at submission so that lists and counts need not open them.';
create index submission_by_edition on submission (organisation, edition, submitted_at);
create index submission_by_hash on submission (organisation, hash);
create index submission_search on submission using gin (search gin_trgm_ops);

create table withdrawal (
  organisation uuid not null,
  application uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  reason text not null default '',
  constraint withdrawal_key primary key (organisation, application),
  constraint withdrawal_application foreign key (organisation, application) references application (organisation, id),
  constraint withdrawal_person foreign key (organisation, withdrawn_by) references person (organisation, id)
);

create table eligibility_check (
  organisation uuid not null,
  application uuid not null,
  rule text not null,
  seq smallint not null,
  verdict text not null constraint eligibility_check_verdict_known check (verdict in ('met', 'not-met', 'unclear')),
  automatic boolean not null,
  reason text not null default '',
  facts jsonb not null default '{}',
  checked_at timestamptz not null,
  checked_by uuid,
  constraint eligibility_check_key primary key (organisation, application, rule, seq),
  constraint eligibility_check_author check (automatic or checked_by is not null),
  constraint eligibility_check_submission foreign key (organisation, application) references submission (organisation, application)
);
comment on table eligibility_check is 'The verdict on one rule for one application; a later verdict is a new row with the next seq, the last one counts.';

create table eligibility_decision (
  organisation uuid not null,
  application uuid not null,
  seq smallint not null,
  eligible boolean not null,
  ground text,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint eligibility_decision_key primary key (organisation, application, seq),
  constraint eligibility_decision_ground check (eligible = (ground is null)),
  constraint eligibility_decision_reasoned check (eligible or length(reason) > 0),
  constraint eligibility_decision_submission foreign key (organisation, application) references submission (organisation, application),
  constraint eligibility_decision_person foreign key (organisation, decided_by) references person (organisation, id)
);
comment on table eligibility_decision is 'Eligible or not, with the ground (the code of the rule not met) and the reason the applicant reads. The last seq counts.';
