/** Planning an activity: its time, its people, its room, its projects, all free at that time or none of it is written. */
import { sql } from 'kysely'
import { mayPlan, plan, publicByDefault } from '../../../domain/activity.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { type ActivityTerms, planFacts } from './activity-facts.ts'
import { clashOf, duringOf, hold } from './activity-holds.ts'

export interface NewActivity extends ActivityTerms {
  readonly edition: string
  /** Chosen by the form that was shown, so that a form sent twice plans one activity; made here when left out. */
  readonly id?: string
}

/**
 * Plans an activity. Refusals: `activity/*`, `tour/cancelled`, and `activity/person-busy`, `activity/room-busy`,
 * `activity/project-busy`, found by the exclusion constraints of the database: two officers planning at the same
 * instant cannot both have the room. A refusal leaves no trace.
 */
export async function planActivity(db: Database, viewer: SignedIn, input: NewActivity, now: Date): Promise<Result<{ activity: string }>> {
  try {
    return await atomically(db, (trx) => write(trx, viewer, input, now))
  } catch (error) {
    if (databaseFault(error)?.constraint === 'activity_key') return sentTwice(db, viewer, input, now)
    const busy = clashOf(error)
    if (busy !== null) return busy
    throw error
  }
}

/** The same form again is the same activity; another one under its id (a page gone back to) is planned apart. */
async function sentTwice(db: Database, viewer: SignedIn, input: NewActivity, now: Date): Promise<Result<{ activity: string }>> {
  const { id = '', ...rest } = input
  const same = await db
    .selectFrom('activity')
    .select('id')
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', input.edition)
    .where('id', '=', id)
    .where('kind', '=', input.kind)
    .where('place', '=', input.place)
    .where('during', '=', duringOf(input))
    .where(sql<boolean>`title = ${JSON.stringify(input.title)}::jsonb`)
    .executeTakeFirst()
  return same === undefined ? planActivity(db, viewer, rest, now) : ok({ activity: same.id })
}

async function write(trx: Trx, viewer: SignedIn, input: NewActivity, now: Date): Promise<Result<{ activity: string }>> {
  const { organisation } = viewer
  const edition = await trx
    .selectFrom('edition as e')
    .innerJoin('organisation as o', 'o.id', 'e.organisation')
    .select(['e.programme', 'o.zone'])
    .where('e.organisation', '=', organisation)
    .where('e.id', '=', input.edition)
    .executeTakeFirst()
  if (edition === undefined) return refused('page/not-found')
  if (!mayPlan(viewer, { programme: edition.programme, edition: input.edition, region: input.region })) return refused('page/not-allowed')
  const facts = await planFacts(trx, organisation, input.edition, edition.zone, input)
  if (facts === null) return refused('page/not-found')
  const allowed = plan(facts)
  if (!allowed.ok) return allowed
  const activity = input.id ?? newId(now)
  await trx
    .insertInto('activity')
    .values({
      organisation,
      id: activity,
      edition: input.edition,
      kind: input.kind,
      tour: input.tour,
      title: JSON.stringify(input.title),
      region: input.region,
      during: duringOf(input),
      place: input.place,
      public: input.public ?? publicByDefault(input.kind),
      planned_at: now,
      planned_by: viewer.person.id,
    })
    .execute()
  await hold(trx, organisation, input.edition, activity, input)
  await audit(trx, {
    organisation,
    stream: activity,
    act: 'activity/planned',
    actor: viewer.person.id,
    at: now,
    details: { kind: input.kind, projects: input.projects.length },
  })
  return ok({ activity })
}
