/** An officer takes back a conflict that a reviewer declared: by mistake, or of the wrong file. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayArrangeReviews, readingReason } from '../../../domain/review.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { isSealed, lockEdition } from './assign.ts'
import { giveBack } from './give-back.ts'

export interface ConflictWithdrawal {
  readonly reviewer: string
  readonly application: string
  readonly reason: string
}

/**
 * Takes a declared conflict back with the reason, and keeps what was declared. The reading it ended comes back where nobody
 * else took it over; answers how many did. Refuses `conflict/not-allowed`, `…/unknown`, `…/unreasoned-withdrawal`, `…/sealed`.
 */
export async function withdrawConflict(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: ConflictWithdrawal,
  now: Date,
): Promise<Result<{ back: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('conflict/not-allowed')
  const { reviewer, application } = input
  if (!isId(reviewer) || !isId(application)) return refused('conflict/unknown')
  const reasoned = readingReason(input.reason, 'conflict/unreasoned-withdrawal')
  if (!reasoned.ok) return reasoned
  const reason = reasoned.value
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('conflict/sealed')
    const stood = await trx
      .deleteFrom('conflict')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('reviewer', '=', reviewer)
      .where('application', '=', application)
      .where('kind', '=', 'declared')
      .returning(['note', 'declared_at', 'declared_by'])
      .executeTakeFirst()
    if (stood === undefined) return refused('conflict/unknown')
    const pair = { reviewer, application }
    const row = { organisation, id: newId(now), edition: place.edition, ...pair, ...stood, reason, withdrawn_at: now, withdrawn_by: person.id }
    await trx.insertInto('conflict_withdrawal').values(row).execute()
    const back = await giveBack(trx, viewer, place, pair, now)
    const details = { reviewer, assignments: back }
    await audit(trx, { organisation, stream: application, act: 'conflict/taken-back', actor: person.id, at: now, details })
    return ok({ back })
  })
}
