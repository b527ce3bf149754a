-- Stages of review that an edition writes for itself, and which files went on from each.

create table review_stage (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  position smallint not null,
  name trilingual not null,
  happens text not null constraint review_stage_happens_known check (happens in ('reading', 'interview')),
  mode text not null constraint review_stage_mode_known check (mode in ('score', 'pass-fail', 'rank', 'vote')),
  readers smallint not null constraint review_stage_readers check (readers > 0),
  divergence numeric(5, 2) constraint review_stage_divergence check (divergence between 0 and 100),
  pass_mark numeric(5, 2) constraint review_stage_pass_mark check (pass_mark between 0 and 100),
  comments text not null constraint review_stage_comments_known check (comments in ('ends', 'always', 'never')),
  hides text[] not null constraint review_stage_hides_known check (hides <@ '{names,contact,structure,region,gender-age,pictures}'::text[]),
  hides_questions text[] not null,
  share numeric(4, 3) not null constraint review_stage_share check (share between 0 and 1),
  scale_min smallint,
  scale_max smallint,
  weights jsonb,
  anchors jsonb,
  quorum smallint constraint review_stage_quorum check (quorum > 0),
  majority text constraint review_stage_majority_known check (majority in ('simple', 'two-thirds', 'unanimous')),
  constraint review_stage_key primary key (organisation, edition, code),
  constraint review_stage_order unique (organisation, edition, position),
  constraint review_stage_scale check ((scale_min is null) = (scale_max is null) and (scale_min is null or scale_min < scale_max)),
  constraint review_stage_vote check ((mode = 'vote') = (quorum is not null and majority is not null)),
  constraint review_stage_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table review_stage is 'A stage of review as its edition writes it: how files are read, by which grid, what is hidden from the reader, what takes a file on. weights and anchors are by code of criterion; null: those of the edition. An edition without rows has the two stages of edition_stage.';

create view edition_stage as
  select organisation, edition, code, position, happens, mode, readers, divergence, pass_mark, comments, hides, hides_questions, share, scale_min, scale_max, weights, anchors, quorum, majority, name, true as written
  from review_stage
  union all
  select e.organisation, e.id, i.code, i.position, i.code, 'score', case i.code when 'reading' then e.reviews_per_application else 1 end,
    case i.code when 'reading' then e.divergence end, null, 'ends', '{names}', '{}', case i.code when 'reading' then 1 - e.interview_weight else e.interview_weight end,
    null, null, null, null, null, null, null, false
  from edition e, (values ('reading', 0::smallint), ('interview', 1::smallint)) as i (code, position)
  where not exists (select from review_stage s where s.organisation = e.organisation and s.edition = e.id);
comment on view edition_stage is 'The stages of every edition: those it writes, or the readings and the interview its terms say (written: false).';

alter table assignment drop constraint assignment_stage_known;
comment on column assignment.stage is 'Code of a stage of its edition (edition_stage).';

alter table review drop constraint review_submitted;
alter table review add constraint review_submitted check ((submitted_at is null) = (submitted_by is null) and (score is null or submitted_at is not null));
comment on column review.score is 'Points of 100; null until it is handed in, and for a vote that abstains.';

create table stage_passage (
  organisation uuid not null,
  edition uuid not null,
  stage text not null,
  application uuid not null,
  goes_on boolean not null,
  mean numeric(9, 6),
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint stage_passage_key primary key (organisation, stage, application),
  constraint stage_passage_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint stage_passage_person foreign key (organisation, decided_by) references person (organisation, id)
);
comment on table stage_passage is 'Whether a file went on from a stage of its edition, with the mean it had then, by whom and when.';
create index stage_passage_by_edition on stage_passage (organisation, edition, stage);

create view stage_admission as
  select t.organisation, t.edition, t.code as stage, s.application
  from edition_stage t
  join submission s on s.organisation = t.organisation and s.edition = t.edition
  where not t.written or t.position = 0
    or exists (select from stage_passage p join review_stage b on b.organisation = p.organisation and b.edition = p.edition and b.code = p.stage
      where p.organisation = t.organisation and p.edition = t.edition and p.application = s.application and p.goes_on and b.position = t.position - 1);
comment on view stage_admission is 'Which files are read in which stage: all in the first, those that went on from the one before in every other. Eligibility and withdrawals stand apart.';
