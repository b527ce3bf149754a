/** Taking files from a stage to the next, as the plan that was shown says. */
import { mayArrangeReviews } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { passagePlan } from '../queries/passages.ts'
import { isSealed, lockEdition } from './assign.ts'

/**
 * Writes down of each file whose reviews are in whether it goes on. The plan is worked out again under a lock, and refused
 * with `passage/inputs-changed` when anything it rests on has changed. Refuses also `passage/not-allowed`, `…/unknown`,
 * `…/nothing-to-do`, `…/sealed`.
 */
export async function applyPassage(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly stage: string; readonly fingerprint: string },
  now: Date,
): Promise<Result<{ on: number; out: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('passage/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('passage/sealed')
    const plan = await passagePlan(trx, viewer, place, viewer.person.language, input.stage)
    if (plan === null) return refused('passage/unknown')
    if (plan.fingerprint !== input.fingerprint) return refused('passage/inputs-changed')
    if (plan.rows.length === 0) return refused('passage/nothing-to-do')
    const rows = plan.rows.map(({ application, mean, goesOn }) => ({
      organisation,
      edition: place.edition,
      stage: plan.stage.code,
      application,
      goes_on: goesOn,
      mean,
      decided_at: now,
      decided_by: person.id,
    }))
    for (let from = 0; from < rows.length; from += 1000)
      await trx
        .insertInto('stage_passage')
        .values(rows.slice(from, from + 1000))
        .execute()
    const on = rows.filter((row) => row.goes_on).length
    const counts = { on, out: rows.length - on }
    const details = { stage: plan.stage.code, fingerprint: plan.fingerprint, ...counts }
    await audit(trx, { organisation, stream: place.edition, act: 'passage/applied', actor: person.id, at: now, details })
    return ok(counts)
  })
}
