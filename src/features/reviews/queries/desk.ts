/** What the desk sees of the review: reviewers with their loads, the plan of an assignment, the readings and their scores. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { diverges, finalScore, mayArrangeReviews, mayReadReviews, meanScore, passes, spread } from '../../../domain/review.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, STAFF, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type PlanFacts, planAssignment } from '../plan.ts'
import type { PlanView, ReadingLine, ReviewerLine } from '../views.ts'
import { assignmentFacts } from './assignment-facts.ts'

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
      (select count(*)::int from conflict c where c.organisation = r.organisation and c.reviewer = r.id) as conflicts
    from reviewer r
    join person p on p.organisation = r.organisation and p.id = r.person
    left join lateral (
      select count(*) filter (where g.stage = 'reading' and not g.third)::int as load, count(*) filter (where g.third)::int as thirds,
        count(*) filter (where g.stage = 'interview')::int as interviews, count(v.submitted_at)::int as submitted
      from assignment g left join review v on v.organisation = g.organisation and v.assignment = g.id
      where g.organisation = r.organisation and g.reviewer = r.id and g.ended_at is null) g on true
    where r.organisation = ${viewer.organisation} and r.edition = ${place.edition}`.execute(db)
  return found.rows.map(({ name_ar, name_latin, min_load, max_load, ...row }) => ({
    ...row,
    name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
    minLoad: min_load,
    maxLoad: max_load,
  }))
}

/** The plan of the readings, or of the third readers, as it would be applied now; null for who may not arrange reviews. */
export async function planOf(db: Reader, viewer: Viewer, place: Place, which: 'reading' | 'third', language: Language): Promise<PlanView | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const facts = await assignmentFacts(db, viewer.organisation, place.edition)
  const asked: PlanFacts = facts[which]
  const plan = planAssignment(asked)
  const names = new Map(facts.reviewers.map((one) => [one.id, nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)]))
  const applications = new Map(facts.applications.map((one) => [one.id, one]))
  const home = new Map(facts.reviewers.map((one) => [one.id, one.region]))
  const now = (reviewer: string): number => asked.standing.filter((pair) => pair[1] === reviewer).length
  const planned = new Map<string, string[]>()
  for (const [application, reviewer] of plan.pairs) planned.set(application, [...(planned.get(application) ?? []), reviewer])
  const standing = (application: string): string[] => asked.standing.filter((pair) => pair[0] === application).map((pair) => pair[1])
  const rows = [...planned].map(([application, added]) => ({
    application,
    all: [...standing(application).map((id) => ({ id, added: false })), ...added.map((id) => ({ id, added: true }))],
  }))
  return {
    fingerprint: plan.fingerprint,
    applications: asked.applications.length,
    pairs: plan.pairs.length,
    loads: asked.reviewers.map((one) => ({
      reviewer: one.id,
      name: names.get(one.id) ?? '',
      region: one.region,
      now: now(one.id),
      planned: plan.loads[one.id] ?? now(one.id),
      maxLoad: one.maxLoad,
    })),
    outside: rows.filter(({ application, all }) => all.some(({ id }) => home.get(id) !== applications.get(application)?.region)).length,
    rows: rows.map(({ application, all }) => ({
      number: applications.get(application)?.number ?? '',
      title: applications.get(application)?.title ?? '',
      readers: all.map(({ id, added }) => ({ name: names.get(id) ?? '', added })),
    })),
    conflict: plan.conflict,
    names: Object.fromEntries([...names, ...facts.applications.map((one): [string, string] => [one.id, one.number])]),
  }
}

interface ReadingRow {
  application: string
  number: string
  title: string
  region: string
  given: {
    assignment: string
    reviewer: string
    stage: 'reading' | 'interview'
    third: boolean
    score: string | null
    name_ar: string
    name_latin: string
  }[]
}

/** Every application with readings that stand, by number, within what the viewer may see; scores are those handed in. */
export async function readingsOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<ReadingLine[] | null> {
  const scope = scopeOf(viewer, STAFF, place)
  if (scope.length === 0) return null
  const terms = await db
    .selectFrom('edition')
    .select(['divergence', 'interview_weight', 'pass_mark'])
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', place.edition)
    .executeTakeFirstOrThrow()
  const found = await sql<ReadingRow>`
    select s.application, a.number, s.title, s.region,
      json_agg(json_build_object('assignment', g.id, 'reviewer', g.reviewer, 'stage', g.stage, 'third', g.third, 'score', r.score::text, 'name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by g.third, g.assigned_at, g.id) as given
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
  return found.rows.map((row) => readingLine(row, terms, language))
}

function readingLine(row: ReadingRow, terms: { divergence: string; interview_weight: string; pass_mark: string }, language: Language): ReadingLine {
  const scores = (stage: 'reading' | 'interview'): string[] =>
    row.given.flatMap((one) => (one.stage === stage && one.score !== null ? [one.score] : []))
  const readings = scores('reading')
  const whole = row.given.every((one) => one.stage !== 'reading' || one.score !== null)
  const final = finalScore({ readings, interviews: scores('interview'), interviewWeight: terms.interview_weight })
  const mean = meanScore(readings)
  return {
    application: row.application,
    number: row.number,
    title: row.title,
    region: row.region,
    readings: row.given
      .filter((one) => one.stage === 'reading')
      .map((one) => ({
        assignment: one.assignment,
        reviewer: one.reviewer,
        name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language),
        third: one.third,
        score: one.score,
      })),
    mean,
    spread: spread(readings),
    diverges: diverges(readings, terms.divergence),
    interview: meanScore(scores('interview')),
    final,
    // Until every reading is handed in, nobody is above or below anything.
    passes: !whole || (final ?? mean) === null ? null : passes((final ?? mean) as string, terms.pass_mark),
  }
}
