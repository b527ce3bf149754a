-- Whether the reviewers of a file who talk about it see each other's names, stage by stage.

alter table review_stage add column discussion text constraint review_stage_discussion_known check (discussion in ('named', 'numbered'));
comment on column review_stage.discussion is 'named: reviewers who talk about a file see each other''s names; numbered: numbers. Null: numbered where names are hidden from readers, else named.';

create or replace view edition_stage as
  select organisation, edition, code, position, happens, mode, readers, divergence, pass_mark, comments, hides, hides_questions, share, scale_min, scale_max, weights, anchors, quorum, majority, name, true as written,
    coalesce(discussion, case when 'names' = any (hides) then 'numbered' else 'named' end) as discussion
  from review_stage
  union all
  select e.organisation, e.id, i.code, i.position, i.code, 'score', case i.code when 'reading' then e.reviews_per_application else 1 end,
    case i.code when 'reading' then e.divergence end, null, 'ends', '{names}', '{}', case i.code when 'reading' then 1 - e.interview_weight else e.interview_weight end,
    null, null, null, null, null, null, null, false, 'numbered'
  from edition e, (values ('reading', 0::smallint), ('interview', 1::smallint)) as i (code, position)
  where not exists (select from review_stage s where s.organisation = e.organisation and s.edition = e.id);
