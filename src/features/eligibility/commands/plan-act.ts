/** Planning an act on many applications: what would become of each is written down and shown; nothing else changes. */
import { type BulkAct, type BulkInput, mayActOnMany, mayPlanBulk } from '../../../domain/bulk-act.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { planOf } from '../list/plan.ts'
import { bulkSetting, bulkSubjects, type Chosen, chosenApplications } from '../queries/list/bulk.ts'
import { reachOf } from '../queries/list/matching.ts'
import { holdAll } from './hold-applications.ts'
import { rereadCorrected } from './reread-corrected.ts'

export interface ActInput {
  readonly act: BulkAct
  readonly chosen: Chosen
  readonly input: BulkInput
  /** Zone of the edition: whose days the filters of a list mean. */
  readonly zone: string
}

const WEEK = 7 * 86_400_000

/**
 * Plans an act on the applications chosen. Refuses `bulk/unknown`, `…/nothing-chosen`, `…/too-many`, `…/no-rule`,
 * `…/no-verdict`, `…/no-reason`, `…/no-person`, `…/no-text`, `…/text-too-long`.
 */
export async function planAct(
  db: Database,
  viewer: SignedIn,
  place: Place,
  { act, chosen, input, zone }: ActInput,
  now: Date,
): Promise<Result<{ plan: string; applications: number; changed: number }>> {
  const reach = reachOf(viewer, place)
  if (reach === null || !mayActOnMany(viewer, place)) return refused('bulk/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const applications = await chosenApplications(trx, reach, zone, chosen)
    const setting = await bulkSetting(trx, viewer, place)
    const allowed = mayPlanBulk(act, input, applications.length, setting)
    if (!allowed.ok) return allowed
    await holdAll(trx, organisation, applications)
    await rereadCorrected(trx, organisation, place.edition, applications, now)
    const plan = planOf(act, chosen, input, await bulkSubjects(trx, reach, applications), setting, now)
    const outcomes = Object.values(plan.lines).map(([outcome]) => outcome)
    if (outcomes.length === 0) return refused('bulk/nothing-chosen')
    await forget(trx, viewer, now)
    const id = newId(now)
    const { lines, fingerprint } = plan
    await trx
      .insertInto('bulk_act')
      .values({
        organisation,
        id,
        edition: place.edition,
        act,
        chosen: JSON.stringify(chosen),
        input: JSON.stringify(input),
        lines: JSON.stringify(lines),
        fingerprint,
        planned_at: now,
        planned_by: person.id,
      })
      .execute()
    const changed = outcomes.filter((outcome) => outcome === 'done').length
    const details = { act, applications: outcomes.length, changed }
    await audit(trx, { organisation, stream: id, act: 'bulk/planned', actor: person.id, at: now, details })
    return ok({ plan: id, applications: outcomes.length, changed })
  })
}

/** Plans that were looked at and left hold nothing that happened. */
async function forget(trx: Trx, { organisation, person }: SignedIn, now: Date): Promise<void> {
  await trx
    .deleteFrom('bulk_act')
    .where('organisation', '=', organisation)
    .where('planned_by', '=', person.id)
    .where('done_at', 'is', null)
    .where('planned_at', '<', new Date(now.getTime() - WEEK))
    .execute()
}
