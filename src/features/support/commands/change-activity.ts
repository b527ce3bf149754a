/** Changing an activity that was not held: its words, its time, its people; moved, it must be free at its new time. */
import { change, mayPlan, plan, publicByDefault } from '../../../domain/activity.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { type ActivityTerms, planFacts, standingActivity } from './activity-facts.ts'
import { clashOf, duringOf, hold, letGo } from './activity-holds.ts'

export interface ChangedActivity extends ActivityTerms {
  readonly activity: string
  /** The version that was shown to whoever changes it. */
  readonly version: number
}

/** Refusals: those of planning, `activity/held-stays`, `activity/cancelled`, `activity/changed-since`. A refusal leaves the activity as it was. */
export async function changeActivity(db: Database, viewer: SignedIn, input: ChangedActivity, now: Date): Promise<Result<null>> {
  try {
    return await atomically(db, (trx) => write(trx, viewer, input, now))
  } catch (error) {
    const busy = clashOf(error)
    if (busy !== null) return busy
    throw error
  }
}

async function write(trx: Trx, viewer: SignedIn, input: ChangedActivity, now: Date): Promise<Result<null>> {
  const { organisation } = viewer
  const found = await standingActivity(trx, organisation, input.activity)
  if (found === null || !mayPlan(viewer, found)) return refused('page/not-found')
  if (!mayPlan(viewer, { ...found, region: input.region })) return refused('page/not-allowed')
  const open = change(found, input.version)
  if (!open.ok) return open
  const facts = await planFacts(trx, organisation, found.edition, found.zone, input)
  if (facts === null) return refused('page/not-found')
  const allowed = plan(facts)
  if (!allowed.ok) return allowed
  await letGo(trx, organisation, input.activity)
  await trx
    .updateTable('activity')
    .set({
      kind: input.kind,
      tour: input.tour,
      title: JSON.stringify(input.title),
      region: input.region,
      during: duringOf(input),
      place: input.place,
      public: input.public ?? publicByDefault(input.kind),
      version: found.version + 1,
    })
    .where('organisation', '=', organisation)
    .where('id', '=', input.activity)
    .execute()
  await hold(trx, organisation, found.edition, input.activity, input)
  const moved = found.from.getTime() !== input.from.getTime()
  await audit(trx, {
    organisation,
    stream: input.activity,
    act: moved ? 'activity/moved' : 'activity/changed',
    actor: viewer.person.id,
    at: now,
    details: {
      kind: input.kind,
      projects: input.projects.length,
      ...(moved ? { from: found.from.toISOString(), to: input.from.toISOString() } : {}),
    },
  })
  return ok(null)
}
