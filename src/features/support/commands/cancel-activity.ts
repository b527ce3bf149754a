/** Cancelling an activity that was not held: its room, people and projects are free again. */
import { cancel, mayPlan } from '../../../domain/activity.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { standingActivity } from './activity-facts.ts'
import { letGo } from './activity-holds.ts'

export async function cancelActivity(db: Database, viewer: SignedIn, input: { activity: string; reason: string }, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await standingActivity(trx, organisation, input.activity)
    if (found === null || !mayPlan(viewer, found)) return refused('page/not-found')
    const allowed = cancel(found, input.reason)
    if (!allowed.ok) return allowed
    await strikeOut(trx, viewer, input, now)
    await audit(trx, { organisation, stream: input.activity, act: 'activity/cancelled', actor: viewer.person.id, at: now })
    return ok(null)
  })
}

/** Writes the cancellation; whoever calls has asked the rule and writes the trail. */
export async function strikeOut(trx: Trx, viewer: SignedIn, input: { activity: string; reason: string }, now: Date): Promise<void> {
  const { organisation } = viewer
  await letGo(trx, organisation, input.activity)
  await trx
    .updateTable('activity')
    .set((all) => ({ cancelled_at: now, cancelled_by: viewer.person.id, cancel_reason: input.reason, version: all('version', '+', 1) }))
    .where('organisation', '=', organisation)
    .where('id', '=', input.activity)
    .execute()
}
