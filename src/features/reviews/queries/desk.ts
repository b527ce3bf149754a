/** What the desk sees of the review: reviewers with their loads, the plan of an assignment, the readings and their scores. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { finalOf, mayReadReviews, meanScore, passes } from '../../../domain/review.ts'
import { outcomeOf } from '../../../domain/review-stage.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { ChangedScore } from '../../../domain/review-revision.ts'
import type { ReadingLine, ReviewerLine } from '../views.ts'
import { barredPairs } from './barred.ts'
import { spreadOf } from './discussion.ts'
import { type EditionStage, stagesIn } from './stages.ts'

interface ReviewerRow extends Omit<ReviewerLine, 'name' | 'minLoad' | 'maxLoad'> {
  name_ar: string
  name_latin: string
  min_load: number
  max_load: number
}

/** Reviewers of an edition by name; null for a viewer whose role does not hold in the whole edition. */
export async function reviewersOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<ReviewerLine[] | null> {
  if (!mayReadReviews(viewer, place)) return null
  const found = await sql<ReviewerRow>`
    select r.id as reviewer, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, r.region, r.languages, r.sectors, r.min_load, r.max_load, r.accepted_at is not null as accepted, r.left_at is not null as "left",
      coalesce(g.load, 0) as load, coalesce(g.thirds, 0) as thirds, coalesce(g.interviews, 0) as interviews, coalesce(g.submitted, 0) as submitted,
      (select count(distinct b.application)::int from ${barredPairs(viewer.organisation, place.edition)} b where b.reviewer = r.id) as conflicts
    from reviewer r
    join person p on p.organisation = r.organisation and p.id = r.person
    left join lateral (
      select count(*) filter (where t.happens = 'reading' and not g.third)::int as load, count(*) filter (where g.third)::int as thirds,
        count(*) filter (where t.happens = 'interview')::int as interviews, count(v.submitted_at)::int as submitted
      from assignment g join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
      left join review v on v.organisation = g.organisation and v.assignment = g.id
      where g.organisation = r.organisation and g.reviewer = r.id and g.ended_at is null) g on true
    where r.organisation = ${viewer.organisation} and r.edition = ${place.edition}`.execute(db)
  return found.rows.map(({ name_ar, name_latin, min_load, max_load, ...row }) => ({
    ...row,
    name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
    minLoad: min_load,
    maxLoad: max_load,
  }))
}

interface ReadingRow {
  application: string
  number: string
  title: string
  region: string
  given: {
    assignment: string
    reviewer: string
    stage: string
    third: boolean
    given: boolean
    score: string | null
    changed: ChangedScore | null
    name_ar: string
    name_latin: string
  }[]
}

/**
 * Every application with readings that stand in a stage (the first, unless another is asked), by number, within what the
 * viewer may see; scores are those handed in. Null for an unknown stage too.
 */
export async function readingsOf(db: Reader, viewer: Viewer, place: Place, language: Language, asked?: string): Promise<ReadingLine[] | null> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  if (scope.length === 0) return null
  const stages = await stagesIn(db, viewer.organisation, place.edition)
  const stage = stages.find(({ code, happens }) => (asked === undefined ? happens === 'reading' : code === asked))
  if (stage === undefined) return null
  const terms = await db
    .selectFrom('edition')
    .select('pass_mark')
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', place.edition)
    .executeTakeFirstOrThrow()
  const found = await sql<ReadingRow>`
    select s.application, a.number, s.title, s.region,
      json_agg(json_build_object('assignment', g.id, 'reviewer', g.reviewer, 'stage', g.stage, 'third', g.third, 'given', r.submitted_at is not null, 'score', r.score::text,
        'changed', (select json_build_object('before', x.score_before::text, 'reason', x.reason) from review_revision x where x.organisation = g.organisation and x.assignment = g.id), 'name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by g.third, g.assigned_at, g.id) as given
    from assignment g
    join submission s on s.organisation = g.organisation and s.application = g.application
    join application a on a.organisation = s.organisation and a.id = s.application
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    join person p on p.organisation = v.organisation and p.id = v.person
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    where g.organisation = ${viewer.organisation} and g.edition = ${place.edition} and g.ended_at is null and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
    group by s.application, a.number, s.title, s.region
    order by a.number`.execute(db)
  return found.rows.flatMap((row) => {
    const line = readingLine(row, { stage, stages, passMark: stage.written ? stage.passMark : terms.pass_mark }, language)
    return line.readings.length === 0 && stage.written ? [] : [line]
  })
}

interface LineTerms {
  readonly stage: EditionStage
  readonly stages: readonly EditionStage[]
  /** Of the stage; of the whole review where the edition writes no stages. */
  readonly passMark: string | null
}

function readingLine(row: ReadingRow, { stage, stages, passMark }: LineTerms, language: Language): ReadingLine {
  const scores = (of: string): string[] => row.given.flatMap((one) => (one.stage === of && one.score !== null ? [one.score] : []))
  const here = row.given.filter((one) => one.stage === stage.code)
  const interview = stages.find(({ happens }) => happens === 'interview')
  const final = finalOf(stages.map(({ code, share }) => ({ share, scores: scores(code) })))
  const outcome = outcomeOf(
    { ...stage, passMark },
    here.map((one) => ({ handedIn: one.given, points: one.score })),
  )
  const whole = here.every((one) => one.given)
  const decides = stage.written ? outcome.mean : (final ?? outcome.mean)
  return {
    application: row.application,
    number: row.number,
    title: row.title,
    region: row.region,
    readings: here.map((one) => ({
      assignment: one.assignment,
      reviewer: one.reviewer,
      name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language),
      third: one.third,
      given: one.given,
      score: one.score,
      changed: one.changed,
    })),
    mean: outcome.mean,
    spread: outcome.spread,
    spreadBefore: here.some((one) => one.changed !== null) ? (spreadOf(here)?.before ?? null) : null,
    diverges: outcome.diverges,
    interview: interview === undefined || interview.code === stage.code ? null : meanScore(scores(interview.code)),
    final,
    // Until every reading is handed in, nobody is above or below anything.
    passes: stage.written ? outcome.passes : !whole || decides === null ? null : passes(decides, passMark ?? '0'),
  }
}
