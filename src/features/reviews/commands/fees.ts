/** Rates of what reviewers do, and the sheet closed as it was shown. */
import { closeSheet, type FeeRates, mayKeepFees, setRates } from '../../../domain/fee.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { feeFacts } from '../queries/fees.ts'
import { lockEdition } from './assign.ts'

/** Sets all rates anew. `seen`: number of the change that was read before. Refuses `fee/not-allowed`, `…/closed`, `…/rates-changed`. */
export async function setFeeRates(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: FeeRates & { readonly seen: number },
  now: Date,
): Promise<Result<{ seq: number }>> {
  if (!mayKeepFees(viewer, place)) return refused('fee/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const facts = await feeFacts(trx, organisation, place.edition)
    const allowed = setRates({ closed: facts.closed !== null, seq: facts.seq }, input.seen)
    if (!allowed.ok) return allowed
    const seq = facts.seq + 1
    const { reading, interview, session } = input
    await trx
      .insertInto('edition_fee')
      .values({ organisation, edition: place.edition, seq, reading, interview, session, set_at: now, set_by: person.id })
      .execute()
    await audit(trx, { organisation, stream: place.edition, act: 'fee/rates-set', actor: person.id, at: now, details: { seq } })
    return ok({ seq })
  })
}

/** Closes the sheet that was shown: from then on it stands whatever is handed in or taken back. Refuses `fee/not-allowed`, `…/closed`, `…/plan-changed`, `…/nothing`. */
export async function closeFeeSheet(
  db: Database,
  viewer: SignedIn,
  place: Place,
  fingerprint: string,
  now: Date,
): Promise<Result<{ total: string }>> {
  if (!mayKeepFees(viewer, place)) return refused('fee/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const facts = await feeFacts(trx, organisation, place.edition)
    const allowed = closeSheet({ ...facts, closed: facts.closed !== null }, fingerprint)
    if (!allowed.ok) return allowed
    const { currency, total, lines } = facts
    const row = {
      organisation,
      edition: place.edition,
      currency,
      lines: JSON.stringify(lines),
      total,
      fingerprint,
      closed_at: now,
      closed_by: person.id,
    }
    await trx.insertInto('fee_sheet').values(row).execute()
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: 'fee/sheet-closed',
      actor: person.id,
      at: now,
      details: { fingerprint, reviewers: lines.length },
    })
    return ok({ total })
  })
}
