-- Reviewers, who reads what, what they found; interviews.

create table reviewer (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  person uuid not null,
  min_load smallint not null default 0,
  max_load smallint not null,
  languages text[] not null default '{ar,fr}',
  sectors text[] not null default '{}',
  region text,
  invited_at timestamptz not null,
  accepted_at timestamptz,
  left_at timestamptz,
  constraint reviewer_key primary key (organisation, id),
  constraint reviewer_in_edition unique (organisation, edition, id),
  constraint reviewer_once unique (organisation, edition, person),
  constraint reviewer_load check (min_load between 0 and max_load),
  constraint reviewer_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint reviewer_person foreign key (organisation, person) references person (organisation, id)
);

create table conflict (
  organisation uuid not null,
  edition uuid not null,
  reviewer uuid not null,
  application uuid not null,
  kind text not null constraint conflict_kind_known check (kind in ('declared', 'organisation', 'team', 'address', 'family-name', 'coaching', 'reciprocal')),
  note text not null default '',
  declared_at timestamptz not null,
  declared_by uuid not null,
  constraint conflict_key primary key (organisation, reviewer, application),
  constraint conflict_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint conflict_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);

create table assignment (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  stage text not null constraint assignment_stage_known check (stage in ('reading', 'interview')),
  application uuid not null,
  reviewer uuid not null,
  third boolean not null default false,
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  constraint assignment_key primary key (organisation, id),
  constraint assignment_once unique (organisation, stage, application, reviewer),
  constraint assignment_ended check ((ended_at is null) = (ended_by is null)),
  constraint assignment_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint assignment_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
comment on table assignment is 'A reviewer reads an application, or sits in its interview panel. third marks the extra reader asked when two diverge. ended_at marks a recusal or a replacement: the row and its review then leave every count.';
create index assignment_by_reviewer on assignment (organisation, reviewer);
create index assignment_by_application on assignment (organisation, application);

create table review (
  organisation uuid not null,
  assignment uuid not null,
  scores jsonb not null,
  comments jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid,
  score numeric(5,2),
  constraint review_key primary key (organisation, assignment),
  constraint review_submitted check ((submitted_at is null) = (score is null) and (submitted_at is null) = (submitted_by is null)),
  constraint review_score_points check (score between 0 and 100),
  constraint review_assignment foreign key (organisation, assignment) references assignment (organisation, id)
);
comment on table review is 'Scores and comments by criterion code, saved as typed; once submitted it no longer changes. score is points of 100: the sum over criteria of weight × step ÷ highest step.';

create table interview (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  application uuid not null,
  during tstzrange not null,
  place text not null,
  invited_at timestamptz not null,
  invited_by uuid not null,
  attended boolean,
  recorded_at timestamptz,
  recorded_by uuid,
  constraint interview_key primary key (organisation, id),
  constraint interview_once unique (organisation, application),
  constraint interview_bounded check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  constraint interview_recorded check ((attended is null) = (recorded_at is null)),
  constraint interview_place_free exclude using gist (organisation with =, edition with =, place with =, during with &&),
  constraint interview_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
comment on table interview is 'An invitation to an interview, its time and place, and whether the applicant came.';
