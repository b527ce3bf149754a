/** Everything a selection is made of, as it stands: the edition's terms and rules, every eligible application and its reviews. */
import { sql } from 'kysely'
import type { Trilingual } from '../../../domain/language.ts'
import type { CandidateFacts, SelectionTerms } from '../../../domain/selection.ts'
import type { ChangedScore, CountedStage, GivenScore } from '../../../engines/scores.ts'
import type { RuleChange } from '../../../domain/what-if.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { calibrated } from '../calibrated.ts'

export interface EditionTerms extends SelectionTerms {
  readonly edition: string
  readonly slug: string
  readonly programme: string
  readonly programmeSlug: string
  readonly places: number
  readonly reservePerRegion: number
  readonly scaleMax: number
  readonly seedCeiling: string
  readonly currency: string
  readonly regions: readonly { readonly code: string; readonly name: Trilingual; readonly mark: string; readonly places: number }[]
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly kinds: readonly { readonly code: string; readonly name: Trilingual }[]
  /** None in most editions. places: null where the strand says none. */
  readonly strands: readonly { readonly code: string; readonly name: Trilingual; readonly places: number | null }[]
  readonly criteria: readonly { readonly code: string; readonly name: Trilingual; readonly weight: number }[]
  readonly rules: readonly QuotaRule[]
  /** Only where the edition writes its stages of review, in their order. */
  readonly stages?: readonly CountedStage[]
  /** In a what-if: limits that replace those of the edition, and the most that may be asked for in all. */
  readonly changed?: readonly RuleChange[]
  readonly budget?: string
}

/** A row of selection_rule. */
export interface QuotaRule {
  readonly code: string
  readonly attribute: string
  readonly value: string | null
  readonly minimum: number | null
  readonly maximum: number | null
  readonly name: Trilingual
}

export interface ApplicationFacts extends CandidateFacts {
  readonly number: string
  readonly title: string
  readonly region: string
  readonly sector: string
  readonly kind: string
  readonly strand: string | null
  readonly gender: string | null
  /** What the project asks for, where the form asks it. */
  readonly asked?: string | null
  /** It was asked to an interview: an hour was given, or it may choose one. */
  readonly invited?: boolean
  /** Where it did not go on from a stage: its mean there, and the mark that was asked; null where a vote decided. */
  readonly stop?: { readonly stage: Trilingual; readonly mean: string | null; readonly mark: string | null } | null
  /** Mean step by criterion over every review handed in; absent where there is none. */
  readonly steps: Readonly<Record<string, number>>
}

export interface SelectionFacts {
  readonly terms: EditionTerms
  /** Every eligible application, by number. */
  readonly applications: readonly ApplicationFacts[]
  readonly reviews: { readonly readings: number; readonly interviews: number; readonly awaited: number }
  /** Every review handed in: what the scores come from. */
  readonly given: readonly GivenScore[]
  /** Those that were changed once after the discussion of their file. */
  readonly changed: readonly ChangedScore[]
}

/** The facts of an edition, with calibrated scores where these decide; null when there is none of that id. Two statements. */
export async function selectionFacts(db: Reader, organisation: string, edition: string): Promise<SelectionFacts | null> {
  const terms = await termsOf(db, organisation, edition)
  if (terms === null) return null
  const { scoreBasis } = terms
  const rows = await applicationsOf(db, organisation, edition)
  const awaited = rows.reduce((sum, one) => sum + one.awaited, 0)
  const given = rows.flatMap(({ application, given: own }) => own.map((one) => ({ application, ...one })))
  const changed = rows.flatMap(({ application, changed: own }) => own.map((one) => ({ application, ...one })))
  const applications = rows.map(({ awaited: _, given: __, changed: ___, ...one }) => one)
  const count = (of: 'readings' | 'interviews'): number => applications.reduce((sum, one) => sum + one[of].length, 0)
  const facts = { terms, applications, given, changed, reviews: { readings: count('readings'), interviews: count('interviews'), awaited } }
  return scoreBasis === 'calibrated' ? calibrated(facts) : facts
}

interface TermsRow extends Omit<EditionTerms, 'regions' | 'sectors' | 'kinds' | 'strands' | 'criteria' | 'rules' | 'stages'> {
  stages: readonly CountedStage[] | null
  regions: EditionTerms['regions'] | null
  sectors: EditionTerms['sectors'] | null
  kinds: EditionTerms['kinds'] | null
  strands: EditionTerms['strands'] | null
  criteria: EditionTerms['criteria'] | null
  rules: EditionTerms['rules'] | null
}

/** The terms and rules of an edition; null when there is none of that id. */
export async function termsOf(db: Reader, organisation: string, edition: string): Promise<EditionTerms | null> {
  const list = (table: string, fields: string) =>
    sql`(select json_agg(json_build_object(${sql.raw(fields)}) order by position, code) from ${sql.table(table)} t where t.organisation = e.organisation and t.edition = e.id)`
  const found = await sql<TermsRow>`
    select e.id as edition, e.slug, e.programme, p.slug as "programmeSlug", e.places, e.pass_mark::text as "passMark", e.interview_weight::text as "interviewWeight",
      e.reserve_per_region as "reservePerRegion", e.scale_max as "scaleMax", e.score_basis as "scoreBasis", e.seed_ceiling::text as "seedCeiling", e.currency,
      ${list('edition_region', "'code', code, 'name', name, 'mark', mark, 'places', places")} as regions,
      ${list('edition_sector', "'code', code, 'name', name")} as sectors,
      ${list('applicant_kind', "'code', code, 'name', name")} as kinds,
      ${list('edition_strand', "'code', code, 'name', name, 'places', places")} as strands,
      ${list('criterion', "'code', code, 'name', name, 'weight', weight")} as criteria,
      ${list('selection_rule', "'code', code, 'attribute', attribute, 'value', value, 'minimum', minimum, 'maximum', maximum, 'name', name")} as rules,
      (select json_agg(json_build_object('code', z.code, 'happens', z.happens, 'share', z.share::text, 'scored', z.mode = 'score') order by z.position)
        from edition_stage z where z.organisation = e.organisation and z.edition = e.id and z.written) as stages
    from edition e join programme p on p.organisation = e.organisation and p.id = e.programme
    where e.organisation = ${organisation} and e.id = ${edition}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const { stages, ...own } = row
  return {
    ...own,
    ...(stages === null ? {} : { stages }),
    regions: row.regions ?? [],
    sectors: row.sectors ?? [],
    kinds: row.kinds ?? [],
    strands: row.strands ?? [],
    criteria: row.criteria ?? [],
    rules: row.rules ?? [],
  }
}

type Row = ApplicationFacts & { awaited: number; given: Omit<GivenScore, 'application'>[]; changed: Omit<ChangedScore, 'application'>[] }

async function applicationsOf(db: Reader, organisation: string, edition: string): Promise<Row[]> {
  const found = await sql<Row>`
    with counted as (
      select a.application, a.stage, t.happens, t.mode, t.scale_max, a.reviewer, r.score::text as score, r.scores, r.submitted_at, x.revised_at, x.score_before::text as before
      from assignment a join edition_stage t on t.organisation = a.organisation and t.edition = a.edition and t.code = a.stage
      left join review r on r.organisation = a.organisation and r.assignment = a.id
      left join review_revision x on x.organisation = a.organisation and x.assignment = a.id
      where a.organisation = ${organisation} and a.edition = ${edition} and a.ended_at is null
    ), steps as (
      select application, json_object_agg(code, step) as steps from (
        select c.application, s.key as code, round(avg(s.value::numeric), 4)::float8 as step
        from counted c, jsonb_each_text(c.scores) s where c.submitted_at is not null and c.mode = 'score' and c.scale_max is null group by c.application, s.key
      ) t group by application
    )
    select s.application, a.number, s.title, s.region, s.sector, s.applicant_kind as kind, s.strand, s.gender,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn,
      i.attended,
      i.id is not null or exists (select from interview_request q where q.organisation = s.organisation and q.application = s.application) as invited,
      (select json_build_object('stage', z.name, 'mean', p.mean::text, 'mark', z.pass_mark::text)
        from stage_passage p join edition_stage z on z.organisation = p.organisation and z.edition = p.edition and z.code = p.stage
        where p.organisation = s.organisation and p.edition = s.edition and p.application = s.application and not p.goes_on order by z.position limit 1) as stop,
      coalesce((select array_agg(score order by score) from counted c where c.application = s.application and c.happens = 'reading' and c.score is not null), '{}') as readings,
      coalesce((select array_agg(score order by score) from counted c where c.application = s.application and c.happens = 'interview' and c.score is not null), '{}') as interviews,
      (select count(*)::int from counted c where c.application = s.application and c.submitted_at is null) as awaited,
      coalesce((select json_agg(json_build_object('reviewer', c.reviewer, 'stage', c.stage, 'score', c.score) order by c.stage, c.reviewer) from counted c where c.application = s.application and c.score is not null), '[]') as given,
      coalesce((select json_agg(json_build_object('reviewer', c.reviewer, 'stage', c.stage, 'before', c.before, 'after', c.score) order by c.stage, c.reviewer) from counted c where c.application = s.application and c.revised_at is not null), '[]') as changed,
      s.answers->>'funding_requested' as asked,
      coalesce(t.steps, '{}') as steps,
      exists (select from stage_passage p where p.organisation = s.organisation and p.edition = s.edition and p.application = s.application and not p.goes_on) as stopped,
      (select json_agg(json_build_object('share', z.share::text, 'happens', z.happens, 'scores', coalesce((select array_agg(c.score order by c.score) from counted c where c.application = s.application and c.stage = z.code and c.score is not null), '{}')) order by z.position)
        from edition_stage z where z.organisation = s.organisation and z.edition = s.edition and z.written) as stages
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join lateral (select eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1) d on d.eligible
    left join interview i on i.organisation = s.organisation and i.application = s.application
    left join steps t on t.application = s.application
    where s.organisation = ${organisation} and s.edition = ${edition}
    order by a.number`.execute(db)
  return found.rows
}
