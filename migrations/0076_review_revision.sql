-- A reviewer changes what they handed in, once, after the discussion of the file; what was handed in first stays.

create table review_revision (
  organisation uuid not null,
  assignment uuid not null,
  reason text not null constraint review_revision_reason check (length(reason) between 1 and 2000),
  scores_before jsonb not null,
  comments_before jsonb not null,
  score_before numeric(5, 2) constraint review_revision_points check (score_before between 0 and 100),
  revised_at timestamptz not null,
  revised_by uuid not null,
  constraint review_revision_key primary key (organisation, assignment),
  constraint review_revision_review foreign key (organisation, assignment) references review (organisation, assignment),
  constraint review_revision_by foreign key (organisation, revised_by) references person (organisation, id)
);
comment on table review_revision is 'The one change of a review that was handed in, after its file was discussed, with its reason: what stood before. The review itself holds what counts.';
comment on table review is 'Scores and comments by criterion code, saved as typed; once submitted they change once at most, and then review_revision holds what they were. score is points of 100: the sum over criteria of weight × step ÷ highest step.';
