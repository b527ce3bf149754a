/** The facts an assignment is planned from, read in one order so that the same records give the same plan. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { diverges } from '../../../domain/review.ts'
import type { PlanFacts } from '../plan.ts'

interface ApplicationRow {
  id: string
  region: string
  language: string
  sector: string
  number: string
  title: string
  readings: { reviewer: string; third: boolean; ended: boolean; score: string | null }[]
}

interface ReviewerRow {
  id: string
  languages: string[]
  sectors: string[]
  region: string | null
  min_load: number
  max_load: number
  name_ar: string
  name_latin: string
}

export interface AssignmentFacts {
  readonly reading: PlanFacts
  readonly third: PlanFacts
  readonly applications: readonly ApplicationRow[]
  readonly reviewers: readonly ReviewerRow[]
}

/** Eligible applications that are not withdrawn, reviewers who accepted and have not left, conflicts and what stands. */
export async function assignmentFacts(db: Reader, organisation: string, edition: string): Promise<AssignmentFacts> {
  const terms = await db
    .selectFrom('edition')
    .select(['reviews_per_application', 'divergence'])
    .where('organisation', '=', organisation)
    .where('id', '=', edition)
    .executeTakeFirstOrThrow()
  const applications = await eligibleApplications(db, organisation, edition)
  const reviewers = await activeReviewers(db, organisation, edition)
  const conflicts = await db
    .selectFrom('conflict')
    .select(['application', 'reviewer'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('application')
    .orderBy('reviewer')
    .execute()
  const active = new Set(reviewers.map((one) => one.id))
  const eligible = new Set(applications.map((one) => one.id))
  const known = (pair: readonly [string, string]): boolean => eligible.has(pair[0]) && active.has(pair[1])
  const pairsOf = (which: (reading: ApplicationRow['readings'][number]) => boolean): (readonly [string, string])[] =>
    applications.flatMap((one) => one.readings.filter(which).map((reading): [string, string] => [one.id, reading.reviewer]))
  const against = conflicts.map((one): [string, string] => [one.application, one.reviewer])
  const asReviewers = reviewers.map(({ id, languages, sectors, region, min_load, max_load }) => ({
    id,
    languages,
    sectors,
    region,
    minLoad: min_load,
    maxLoad: max_load,
  }))
  const plain = ({ id, region, language, sector }: ApplicationRow) => ({ id, region, language, sector })
  // Readings by somebody who has left still count: they are taken off the demand.
  const gone = (one: ApplicationRow): number =>
    one.readings.filter((reading) => !reading.third && !reading.ended && !active.has(reading.reviewer)).length
  const standing = pairsOf((reading) => !reading.third && !reading.ended).filter(known)
  const demandOf = (one: ApplicationRow): number =>
    Math.max(terms.reviews_per_application - gone(one), standing.filter(([id]) => id === one.id).length)
  const asked = applications.filter((one) => isDivergent(one, terms.divergence))
  return {
    applications,
    reviewers,
    reading: {
      applications: applications.map((one) => ({ ...plain(one), demand: demandOf(one) })),
      reviewers: asReviewers,
      apart: [...against, ...pairsOf((reading) => reading.ended || reading.third)].filter(known),
      standing,
    },
    third: {
      applications: asked.map((one) => ({ ...plain(one), demand: 1 })),
      reviewers: asReviewers.map((one) => ({ ...one, minLoad: 0 })),
      apart: [...against, ...pairsOf(() => true)].filter((pair) => known(pair) && asked.some((one) => one.id === pair[0])),
      standing: [],
    },
  }
}

/** Two readings or more are in, they lie too far apart, and no third reader was asked. */
function isDivergent({ readings }: ApplicationRow, limit: string): boolean {
  const live = readings.filter((reading) => !reading.ended)
  const scores = live.flatMap((reading) => (reading.score === null ? [] : [reading.score]))
  return !live.some((reading) => reading.third) && diverges(scores, limit)
}

async function eligibleApplications(db: Reader, organisation: string, edition: string): Promise<ApplicationRow[]> {
  const found = await sql<ApplicationRow>`
    select s.application as id, s.region, s.language, s.sector, a.number, s.title,
      coalesce((select json_agg(json_build_object('reviewer', g.reviewer, 'third', g.third, 'ended', g.ended_at is not null, 'score', r.score::text) order by g.reviewer)
        from assignment g left join review r on r.organisation = g.organisation and r.assignment = g.id
        where g.organisation = s.organisation and g.application = s.application and g.stage = 'reading'), '[]') as readings
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join lateral (select eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by seq desc limit 1) d on d.eligible
    where s.organisation = ${organisation} and s.edition = ${edition}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
    order by a.number`.execute(db)
  return found.rows
}

async function activeReviewers(db: Reader, organisation: string, edition: string): Promise<ReviewerRow[]> {
  return db
    .selectFrom('reviewer as r')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'r.organisation').onRef('p.id', '=', 'r.person'))
    .select([
      'r.id',
      'r.languages',
      'r.sectors',
      'r.region',
      'r.min_load',
      'r.max_load',
      'p.name_ar',
      sql<string>`coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)`.as('name_latin'),
    ])
    .where('r.organisation', '=', organisation)
    .where('r.edition', '=', edition)
    .where('r.accepted_at', 'is not', null)
    .where('r.left_at', 'is', null)
    .orderBy('r.id')
    .execute()
}
