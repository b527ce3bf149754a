import { sql } from 'kysely'
import { EDITION_FORMAT, type EditionFile, type EditionTerms } from '../../../domain/edition.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** Everything an edition file holds of one edition, read by one statement so that all of it is of one moment. The form is the newest version. Null when there is no such edition. */
export async function editionContent(db: Reader, organisation: string, edition: string): Promise<EditionFile | null> {
  const found = await sql<Row>`
    select
      json_build_object('slug', p.slug, 'name', p.name, 'tagline', p.tagline, 'summary', p.summary) as programme,
      json_build_object('slug', e.slug, 'ordinal', e.ordinal, 'year', e.year, 'name', e.name, 'currency', e.currency, 'places', e.places, 'supportMonths', e.support_months,
        'scale', json_build_object('min', e.scale_min, 'max', e.scale_max), 'passMark', trim_scale(e.pass_mark)::text, 'divergence', trim_scale(e.divergence)::text,
        'interviewWeight', trim_scale(e.interview_weight)::text, 'reviewsPerApplication', e.reviews_per_application, 'reservePerRegion', e.reserve_per_region,
        'seedCeiling', trim_scale(e.seed_ceiling)::text, 'appealDays', e.appeal_days_promised,
        'scoreBasis', e.score_basis, 'commentsTold', e.comments_told) as edition,
      coalesce((select json_agg(json_build_object('code', r.code, 'iso', r.iso, 'name', r.name, 'mark', r.mark, 'places', r.places) order by r.position)
        from edition_region r where r.organisation = e.organisation and r.edition = e.id), '[]') as regions,
      coalesce((select json_agg(json_build_object('code', s.code, 'name', s.name) order by s.position)
        from edition_sector s where s.organisation = e.organisation and s.edition = e.id), '[]') as sectors,
      coalesce((select json_agg(json_build_object('code', k.code, 'name', k.name, 'structure', k.structure) order by k.position)
        from applicant_kind k where k.organisation = e.organisation and k.edition = e.id), '[]') as "applicantKinds",
      (select json_agg(json_build_object('code', n.code, 'name', n.name, 'summary', n.summary, 'places', n.places, 'ceiling', trim_scale(n.ceiling)::text, 'envelope', trim_scale(n.envelope)::text) order by n.position)
        from edition_strand n where n.organisation = e.organisation and n.edition = e.id) as strands,
      coalesce((select json_agg(json_build_object('code', c.code, 'name', c.name, 'question', c.question, 'weight', c.weight, 'anchors', c.anchors) order by c.position)
        from criterion c where c.organisation = e.organisation and c.edition = e.id), '[]') as criteria,
      (select json_agg(json_strip_nulls(json_build_object('code', t.code, 'name', t.name, 'happens', t.happens, 'mode', t.mode, 'readers', t.readers, 'comments', t.comments, 'hides', t.hides, 'hidesQuestions', t.hides_questions, 'share', trim_scale(t.share)::text,
          'scale', case when t.scale_min is not null then json_build_object('min', t.scale_min, 'max', t.scale_max) end, 'weights', t.weights, 'anchors', t.anchors, 'quorum', t.quorum, 'majority', t.majority, 'discussion', t.discussion))::jsonb
          || jsonb_build_object('divergence', trim_scale(t.divergence)::text, 'passMark', trim_scale(t.pass_mark)::text) order by t.position)
        from review_stage t where t.organisation = e.organisation and t.edition = e.id) as review,
      coalesce((select json_agg(json_build_object('code', l.code, 'kind', l.kind, 'parameters', l.parameters, 'name', l.name, 'reason', l.reason) order by l.position)
        from eligibility_rule l where l.organisation = e.organisation and l.edition = e.id), '[]') as "eligibilityRules",
      coalesce((select json_agg(json_build_object('code', l.code, 'attribute', l.attribute, 'value', l.value, 'minimum', l.minimum, 'maximum', l.maximum, 'name', l.name) order by l.position)
        from selection_rule l where l.organisation = e.organisation and l.edition = e.id), '[]') as "selectionRules",
      coalesce((select json_agg(json_build_object('code', d.code, 'name', d.name, 'from', d.starts_on, 'to', d.ends_on, 'public', d.public) order by d.starts_on, d.ends_on, d.code collate "C")
        from edition_date d where d.organisation = e.organisation and d.edition = e.id), '[]') as calendar,
      coalesce((select json_agg(json_build_object('code', f.code, 'name', f.name, 'emblem', f.emblem, 'sentence', f.sentence) order by l.position)
        from edition_funder l join funder f on f.organisation = l.organisation and f.id = l.funder where l.organisation = e.organisation and l.edition = e.id), '[]') as funders,
      coalesce((select json_agg(json_build_object('code', b.code, 'funder', f.code, 'name', b.name, 'currency', b.currency, 'amount', trim_scale(b.amount)::text) order by b.code collate "C")
        from budget_line b join funder f on f.organisation = b.organisation and f.id = b.funder where b.organisation = e.organisation and b.edition = e.id), '[]') as "budgetLines",
      jsonb_build_object('title', c.title, 'summary', c.summary, 'opens', to_char(c.opens_wall, 'YYYY-MM-DD"T"HH24:MI'), 'deadline', to_char(c.deadline_wall, 'YYYY-MM-DD"T"HH24:MI'),
        'zone', c.zone, 'graceSeconds', c.grace_seconds, 'ageOn', c.age_on) || c.texts as call,
      (select v.definition from form_version v where v.organisation = c.organisation and v.call = c.id order by v.version desc limit 1) as form
    from edition e
    join programme p on p.organisation = e.organisation and p.id = e.programme
    join call c on c.organisation = e.organisation and c.edition = e.id
    where e.organisation = ${organisation} and e.id = ${edition}`.execute(db)
  const row = found.rows[0]
  return row === undefined ? null : contentOf(row)
}

/** Terms an edition may say nothing of. */
type Unsaid = 'appealDays' | 'scoreBasis' | 'commentsTold'

interface Row extends Omit<EditionFile, 'format' | 'edition' | 'strands' | 'review'> {
  readonly edition: Omit<EditionTerms, Unsaid> & { readonly [Term in Unsaid]: NonNullable<EditionTerms[Term]> | null }
  readonly strands: EditionFile['strands'] | null
  readonly review: EditionFile['review'] | null
}

/** What an edition says nothing of is not there at all, as in its file. */
function contentOf({ edition: { appealDays, scoreBasis, commentsTold, ...terms }, strands, review, ...row }: Row): EditionFile {
  return {
    format: EDITION_FORMAT,
    ...row,
    edition: {
      ...terms,
      ...(appealDays === null ? {} : { appealDays }),
      ...(scoreBasis === null ? {} : { scoreBasis }),
      ...(commentsTold === null ? {} : { commentsTold }),
    },
    ...(strands == null ? {} : { strands }),
    ...(review == null ? {} : { review }),
  }
}
