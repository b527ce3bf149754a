/** Tours: planned, changed, cancelled whole with the activities they hold. */
import { sql } from 'kysely'
import { mayPlan } from '../../../domain/activity.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { cancelTour as mayCancel, changeTour as mayChange, planTour as mayPlanTour, type TourFacts } from '../../../domain/tour.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit, auditAll } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { strikeOut } from './cancel-activity.ts'

export interface TourTerms {
  readonly name: Trilingual
  readonly theme?: Trilingual
  /** Towns of the road in their order, separated by commas. */
  readonly stops?: Trilingual
  /** Who receives. */
  readonly host?: string
  /** Code of a region of the edition; null for a tour of several. */
  readonly region: string | null
  /** Days 'YYYY-MM-DD'. */
  readonly startsOn: string
  readonly endsOn: string
}

const NOTHING: Trilingual = { ar: '', fr: '', en: '' }

function columns(terms: TourTerms) {
  return {
    name: JSON.stringify(terms.name),
    theme: JSON.stringify(terms.theme ?? NOTHING),
    stops: JSON.stringify(terms.stops ?? NOTHING),
    host: terms.host ?? '',
    region: terms.region,
    starts_on: terms.startsOn,
    ends_on: terms.endsOn,
  }
}

/** Plans a tour; the same form sent twice plans one. Refusals: `tour/ends-before-it-begins`, `tour/too-long`. */
export async function planTour(
  db: Database,
  viewer: SignedIn,
  input: TourTerms & { readonly edition: string; readonly id?: string },
  now: Date,
): Promise<Result<{ tour: string }>> {
  const { organisation } = viewer
  try {
    return await atomically(db, async (trx) => {
      const edition = await trx
        .selectFrom('edition')
        .select('programme')
        .where('organisation', '=', organisation)
        .where('id', '=', input.edition)
        .executeTakeFirst()
      if (edition === undefined) return refused('page/not-found')
      if (!mayPlan(viewer, { programme: edition.programme, edition: input.edition, region: input.region })) return refused('page/not-allowed')
      const allowed = mayPlanTour(input)
      if (!allowed.ok) return allowed
      const tour = input.id ?? newId(now)
      await trx
        .insertInto('tour')
        .values({ organisation, id: tour, edition: input.edition, ...columns(input), planned_at: now, planned_by: viewer.person.id })
        .execute()
      await audit(trx, { organisation, stream: tour, act: 'tour/planned', actor: viewer.person.id, at: now })
      return ok({ tour })
    })
  } catch (error) {
    const constraint = databaseFault(error)?.constraint
    if (constraint === 'tour_region') return refused('page/not-found')
    if (constraint !== 'tour_key') throw error
    return sentTwice(db, viewer, input, now)
  }
}

async function sentTwice(db: Database, viewer: SignedIn, input: Parameters<typeof planTour>[2], now: Date): Promise<Result<{ tour: string }>> {
  const { id = '', ...rest } = input
  const same = await db
    .selectFrom('tour')
    .select('id')
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', input.edition)
    .where('id', '=', id)
    .where(sql<boolean>`name = ${JSON.stringify(input.name)}::jsonb`)
    .where('starts_on', '=', input.startsOn)
    .executeTakeFirst()
  return same === undefined ? planTour(db, viewer, rest, now) : ok({ tour: same.id })
}

/** Changes a tour. Refusals: those of planning, `tour/cancelled`, `tour/changed-since`, `tour/activities-outside`. */
export async function changeTour(
  db: Database,
  viewer: SignedIn,
  input: TourTerms & { readonly tour: string; readonly version: number },
  now: Date,
): Promise<Result<null>> {
  const { organisation } = viewer
  try {
    return await atomically(db, async (trx) => {
      const found = await standingTour(trx, organisation, input.tour)
      if (found === null || !mayPlan(viewer, found)) return refused('page/not-found')
      if (!mayPlan(viewer, { ...found, region: input.region })) return refused('page/not-allowed')
      const allowed = mayChange(found, input, input.version)
      if (!allowed.ok) return allowed
      await trx
        .updateTable('tour')
        .set({ ...columns(input), version: found.version + 1 })
        .where('organisation', '=', organisation)
        .where('id', '=', input.tour)
        .execute()
      await audit(trx, { organisation, stream: input.tour, act: 'tour/changed', actor: viewer.person.id, at: now })
      return ok(null)
    })
  } catch (error) {
    if (databaseFault(error)?.constraint === 'tour_region') return refused('page/not-found')
    throw error
  }
}

/** Cancels a tour and every activity it holds: rooms, people and projects are free again. Refusals: `tour/cancelled`, `tour/already-begun`, `tour/without-reason`. */
export async function cancelTour(
  db: Database,
  viewer: SignedIn,
  input: { tour: string; reason: string },
  now: Date,
): Promise<Result<{ activities: number }>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await standingTour(trx, organisation, input.tour)
    if (found === null || !mayPlan(viewer, found)) return refused('page/not-found')
    const allowed = mayCancel(found, input.reason)
    if (!allowed.ok) return allowed
    for (const { id } of found.activities) await strikeOut(trx, viewer, { activity: id, reason: input.reason }, now)
    await trx
      .updateTable('tour')
      .set({ cancelled_at: now, cancelled_by: viewer.person.id, cancel_reason: input.reason, version: found.version + 1 })
      .where('organisation', '=', organisation)
      .where('id', '=', input.tour)
      .execute()
    const by = { organisation, actor: viewer.person.id, at: now }
    await auditAll(trx, [
      { ...by, stream: input.tour, act: 'tour/cancelled', details: { activities: found.activities.length } },
      ...found.activities.map(({ id }) => ({ ...by, stream: id, act: 'activity/cancelled' as const, details: { tour: input.tour } })),
    ])
    return ok({ activities: found.activities.length })
  })
}

interface StandingTour extends TourFacts {
  readonly programme: string
  readonly edition: string
  readonly region: string | null
  readonly activities: readonly { readonly id: string; readonly firstDay: string; readonly lastDay: string; readonly held: boolean }[]
}

/** The tour and its activities that stand, held for the rest of the transaction. */
async function standingTour(trx: Trx, organisation: string, tour: string): Promise<StandingTour | null> {
  const row = await trx
    .selectFrom('tour as t')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 't.organisation').onRef('e.id', '=', 't.edition'))
    .innerJoin('organisation as o', 'o.id', 't.organisation')
    .select(['t.edition', 't.region', 't.cancelled_at', 't.version', 'e.programme', 'o.zone'])
    .where('t.organisation', '=', organisation)
    .where('t.id', '=', tour)
    .forUpdate('t')
    .executeTakeFirst()
  if (row === undefined) return null
  const day = (bound: 'lower' | 'upper') => sql<string>`(${sql.raw(bound)}(during) at time zone ${row.zone})::date::text`
  const activities = await trx
    .selectFrom('activity')
    .select(['id', 'held_at', day('lower').as('firstDay'), day('upper').as('lastDay')])
    .where('organisation', '=', organisation)
    .where('tour', '=', tour)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .execute()
  return {
    ...row,
    cancelledAt: row.cancelled_at,
    activities: activities.map(({ held_at, ...one }) => ({ ...one, held: held_at !== null })),
  }
}
