-- Sample files: applications of past editions that every reviewer of a stage reads before the stage begins, to learn how they use the scale.

create table sample_round (
  organisation uuid not null,
  edition uuid not null,
  stage text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  note text not null default '' constraint sample_round_note check (length(note) <= 4000),
  shown_at timestamptz,
  shown_by uuid,
  constraint sample_round_key primary key (organisation, edition, stage),
  constraint sample_round_shown check ((shown_at is null) = (shown_by is null) and (shown_at is not null or note = '')),
  constraint sample_round_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint sample_round_opener foreign key (organisation, opened_by) references person (organisation, id),
  constraint sample_round_shower foreign key (organisation, shown_by) references person (organisation, id)
);
comment on table sample_round is 'The samples of a stage are given to its reviewers (opened), and later what they marked is shown to them with a note of the office (shown).';

create table sample (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  stage text not null,
  position smallint not null constraint sample_position check (position between 1 and 4),
  source_edition uuid not null,
  application uuid not null,
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  constraint sample_key primary key (organisation, id),
  constraint sample_in_edition unique (organisation, edition, id),
  constraint sample_once unique (organisation, edition, stage, application),
  constraint sample_place unique (organisation, edition, stage, position),
  constraint sample_of_another_edition check (source_edition <> edition),
  constraint sample_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint sample_application foreign key (organisation, source_edition, application) references application (organisation, edition, id),
  constraint sample_chooser foreign key (organisation, chosen_by) references person (organisation, id)
);
comment on table sample is 'An application of another edition, read again by the reviewers of a stage. It is no application of this edition and has no assignment: nothing that counts files or scores can find it.';

create table sample_review (
  organisation uuid not null,
  sample uuid not null,
  reviewer uuid not null,
  edition uuid not null,
  scores jsonb not null,
  comments jsonb not null,
  version integer not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  score numeric(5, 2) constraint sample_review_points check (score between 0 and 100),
  constraint sample_review_key primary key (organisation, sample, reviewer),
  constraint sample_review_submitted check ((submitted_at is null) = (score is null)),
  constraint sample_review_sample foreign key (organisation, edition, sample) references sample (organisation, edition, id),
  constraint sample_review_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id)
);
comment on table sample_review is 'What a reviewer marked on a sample, by criterion, as typed; once submitted it no longer changes. It is no review: it never enters a score.';
