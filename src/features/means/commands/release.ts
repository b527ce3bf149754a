/** Money promised that will never be paid goes back to its line. */
import { mayAward } from '../../../domain/award.ts'
import { releaseInstalment as releasable } from '../../../domain/payment.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { lockedAward } from '../queries/award-facts.ts'
import { writeEntries } from './ledger.ts'

export interface Release {
  readonly instalment: string
  readonly reason: string
}

/** Releases an instalment, for good. Refusals: `instalment/*`, `payment/already-paid`. */
export async function releaseInstalment(db: Database, viewer: SignedIn, input: Release, now: Date): Promise<Result<{ project: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const award = await lockedAward(trx, organisation, input)
    const instalment = award?.instalments.find((one) => one.id === input.instalment)
    if (award === null || instalment === undefined) return refused('page/not-found')
    if (!mayAward(viewer, award.place)) return refused('page/not-allowed')
    const allowed = releasable(instalment, input.reason)
    if (!allowed.ok) return allowed
    await trx
      .updateTable('instalment')
      .set({ released_at: now, released_by: person.id, release_reason: input.reason })
      .where('organisation', '=', organisation)
      .where('id', '=', instalment.id)
      .execute()
    const { edition } = award.place
    const entry = { kind: 'release', object: instalment.id, line: award.line, amount: instalment.amount, currency: award.currency } as const
    await writeEntries(trx, [{ organisation, edition, ...entry, on: dayIn(now, award.zone), at: now, by: person.id }])
    const details = { instalment: instalment.id }
    await audit(trx, { organisation, stream: award.project, act: 'instalment/released', actor: person.id, at: now, details })
    return ok({ project: award.project })
  })
}
