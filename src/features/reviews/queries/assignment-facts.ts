/** The facts an assignment is planned from, read in one order so that the same records give the same plan. */
import { sql } from 'kysely'
import type { Wish } from '../../../domain/assignment.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { diverges } from '../../../domain/review.ts'
import type { PlanFacts } from '../plan.ts'
import { pairsApart } from './barred.ts'
import { openSeed } from './seed.ts'
import { type EditionStage, stagesIn } from './stages.ts'

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
  /** Code of the stage the plan is for. */
  readonly stage: string
  readonly reading: PlanFacts
  readonly third: PlanFacts
  readonly applications: readonly ApplicationRow[]
  readonly reviewers: readonly ReviewerRow[]
}

/** Of one stage that is read (the first, unless another is asked): eligible applications it takes that are not withdrawn nor being corrected, reviewers who accepted and have not left, conflicts and what stands. */
export async function assignmentFacts(db: Reader, organisation: string, edition: string, now: Date, stage?: string): Promise<AssignmentFacts> {
  const terms = await readingStage(db, organisation, edition, stage)
  const applications = await eligibleApplications(db, organisation, edition, now, terms.code)
  const reviewers = await activeReviewers(db, organisation, edition)
  const { barred: against, doubtful } = await pairsApart(db, organisation, edition)
  const { open } = await openSeed(db, organisation, edition)
  const wishes = await wishesIn(db, organisation, edition)
  const active = new Set(reviewers.map((one) => one.id))
  const eligible = new Set(applications.map((one) => one.id))
  const known = (pair: readonly [string, string]): boolean => eligible.has(pair[0]) && active.has(pair[1])
  const pairsOf = (which: (reading: ApplicationRow['readings'][number]) => boolean): (readonly [string, string])[] =>
    applications.flatMap((one) => one.readings.filter(which).map((reading): [string, string] => [one.id, reading.reviewer]))
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
  const demandOf = (one: ApplicationRow): number => Math.max(terms.readers - gone(one), standing.filter(([id]) => id === one.id).length)
  const asked = applications.filter((one) => isDivergent(one, terms.divergence))
  return {
    stage: terms.code,
    applications,
    reviewers,
    reading: {
      applications: applications.map((one) => ({ ...plain(one), demand: demandOf(one) })),
      reviewers: asReviewers,
      apart: [...against, ...pairsOf((reading) => reading.ended || reading.third)].filter(known),
      standing,
      doubtful: doubtful.filter(known),
      wishes: wishes.filter(([application, reviewer]) => known([application, reviewer])),
      seed: open?.seed ?? null,
    },
    third: {
      applications: asked.map((one) => ({ ...plain(one), demand: 1 })),
      reviewers: asReviewers.map((one) => ({ ...one, minLoad: 0 })),
      apart: [...against, ...pairsOf(() => true)].filter((pair) => known(pair) && asked.some((one) => one.id === pair[0])),
      standing: [],
      doubtful: doubtful.filter(known),
      wishes: wishes.filter(([application, reviewer]) => known([application, reviewer])),
    },
  }
}

/** What reviewers said of files, in order. */
async function wishesIn(db: Reader, organisation: string, edition: string): Promise<(readonly [string, string, Wish])[]> {
  const rows = await db
    .selectFrom('preference')
    .select(['application', 'reviewer', 'wish'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('application')
    .orderBy('reviewer')
    .execute()
  return rows.map(({ application, reviewer, wish }) => [application, reviewer, wish as Wish])
}

/** Two readings or more are in, they lie too far apart, and no third reader was asked. */
function isDivergent({ readings }: ApplicationRow, limit: string | null): boolean {
  if (limit === null) return false
  const live = readings.filter((reading) => !reading.ended)
  const scores = live.flatMap((reading) => (reading.score === null ? [] : [reading.score]))
  return !live.some((reading) => reading.third) && diverges(scores, limit)
}

/** The stage a plan is for; one that is not read, or not there, is taken by nobody. */
async function readingStage(
  db: Reader,
  organisation: string,
  edition: string,
  asked?: string,
): Promise<Pick<EditionStage, 'code' | 'readers' | 'divergence'>> {
  const stages = (await stagesIn(db, organisation, edition)).filter(({ happens }) => happens === 'reading')
  return stages.find(({ code }) => asked === undefined || code === asked) ?? { code: '', readers: 0, divergence: null }
}

async function eligibleApplications(db: Reader, organisation: string, edition: string, now: Date, stage: string): Promise<ApplicationRow[]> {
  const found = await sql<ApplicationRow>`
    select s.application as id, s.region, s.language, s.sector, a.number, s.title,
      coalesce((select json_agg(json_build_object('reviewer', g.reviewer, 'third', g.third, 'ended', g.ended_at is not null, 'score', r.score::text) order by g.reviewer)
        from assignment g left join review r on r.organisation = g.organisation and r.assignment = g.id
        where g.organisation = s.organisation and g.application = s.application and g.stage = ${stage}), '[]') as readings
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join lateral (select eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by seq desc limit 1) d on d.eligible
    join stage_admission m on m.organisation = s.organisation and m.edition = s.edition and m.application = s.application and m.stage = ${stage}
    where s.organisation = ${organisation} and s.edition = ${edition}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
      and not exists (select from correction_request r where r.organisation = s.organisation and r.application = s.application
        and (select d.due_at from correction_day d where d.organisation = r.organisation and d.request = r.id order by d.seq desc limit 1) >= ${now}
        and not exists (select from correction c where c.organisation = r.organisation and c.request = r.id)
        and not exists (select from correction_recall c where c.organisation = r.organisation and c.request = r.id))
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
