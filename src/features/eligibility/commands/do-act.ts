/** Doing what was planned and shown, for all of it or for nothing: when anything it rests on has changed since, it is refused with what changed. */
import type { BulkAct } from '../../../domain/bulk-act.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { changedBy, changeOf, planOf } from '../list/plan.ts'
import { bulkSetting, type BulkSubject, bulkSubjects, chosenApplications } from '../queries/list/bulk.ts'
import { reachOf } from '../queries/list/matching.ts'
import { plannedAct, type PlanRow } from '../queries/list/planned.ts'
import { holdAll } from './hold-applications.ts'
import { rereadCorrected } from './reread-corrected.ts'
import { writeAct } from './write-act.ts'

/** Numbers that a refusal names. */
const MOST_NAMED = 12

/**
 * Does a plan. Refuses `bulk/unknown`, `…/already-done`, and `…/changed` with how many applications came, went or stand
 * otherwise, and some of their numbers; nothing was written then.
 */
export async function doAct(
  db: Database,
  viewer: SignedIn,
  place: Place,
  { plan: id, fingerprint, zone }: { readonly plan: string; readonly fingerprint: string; readonly zone: string },
  now: Date,
): Promise<Result<{ act: BulkAct; changed: number }>> {
  const reach = reachOf(viewer, place)
  if (reach === null) return refused('bulk/unknown')
  return atomically(db, async (trx) => {
    const plan = await plannedAct(trx, viewer, place, id, true)
    if (plan === null) return refused('bulk/unknown')
    if (plan.doneAt !== null) return refused('bulk/already-done')
    const chosen = await chosenApplications(trx, reach, zone, plan.chosen)
    await holdAll(trx, viewer.organisation, chosen)
    await rereadCorrected(trx, viewer.organisation, place.edition, chosen, now)
    const subjects = await bulkSubjects(trx, reach, chosen)
    const again = planOf(plan.act, plan.chosen, plan.input, subjects, await bulkSetting(trx, viewer, place), now)
    if (again.fingerprint !== plan.fingerprint || fingerprint !== plan.fingerprint) return differs(plan, again.lines, subjects)
    const changing = new Set(changedBy(plan.lines))
    const written = await writeAct(
      trx,
      viewer,
      place,
      plan,
      subjects.filter((one) => changing.has(one.application)),
      now,
    )
    await trx.updateTable('bulk_act').set({ done_at: now }).where('organisation', '=', viewer.organisation).where('id', '=', id).execute()
    const details = { act: plan.act, changed: written }
    await audit(trx, { organisation: viewer.organisation, stream: id, act: 'bulk/done', actor: viewer.person.id, at: now, details })
    return ok({ act: plan.act, changed: written })
  })
}

function differs(plan: PlanRow, now: PlanRow['lines'], subjects: readonly BulkSubject[]) {
  const { came, gone, other } = changeOf(plan.lines, now)
  const named = new Set([...came, ...other])
  const numbers = subjects.filter((one) => named.has(one.application)).map((one) => one.number)
  return refused('bulk/changed', { came: came.length, gone: gone.length, other: other.length, numbers: numbers.slice(0, MOST_NAMED) })
}
