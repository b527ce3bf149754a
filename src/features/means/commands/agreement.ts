/** What makes an instalment payable: the agreement signed, the report accepted. */
import { acceptReport as acceptable, mayAward, signAgreement as signable } from '../../../domain/award.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { lockedAward } from '../queries/award-facts.ts'

/** Records the agreement signed by both sides. Instalments that waited for it may be paid. Refusals: `agreement/*`. */
export async function signAgreement(
  db: Database,
  viewer: SignedIn,
  input: { readonly award: string; readonly signedOn: string },
  now: Date,
): Promise<Result<{ project: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const award = await lockedAward(trx, organisation, input)
    if (award === null) return refused('page/not-found')
    if (!mayAward(viewer, award.place)) return refused('page/not-allowed')
    const allowed = signable({ ...award, signed: award.signedOn !== null }, input.signedOn, dayIn(now, award.zone))
    if (!allowed.ok) return allowed
    await trx
      .insertInto('agreement')
      .values({ organisation, award: award.id, signed_on: input.signedOn, recorded_at: now, recorded_by: person.id })
      .execute()
    await trx
      .updateTable('instalment')
      .set({ met_on: input.signedOn, met_at: now, met_by: person.id })
      .where('organisation', '=', organisation)
      .where('award', '=', award.id)
      .where('condition', '=', 'signature')
      .where('released_at', 'is', null)
      .execute()
    await audit(trx, {
      organisation,
      stream: award.project,
      act: 'agreement/signed',
      actor: person.id,
      at: now,
      details: { award: award.id, on: input.signedOn },
    })
    return ok({ project: award.project })
  })
}

/** Records that the report an instalment waited for was read and accepted. Refusals: `report/*`. */
export async function acceptReport(
  db: Database,
  viewer: SignedIn,
  input: { readonly instalment: string; readonly acceptedOn: string },
  now: Date,
): Promise<Result<{ project: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const award = await lockedAward(trx, organisation, input)
    const instalment = award?.instalments.find((one) => one.id === input.instalment)
    if (award === null || instalment === undefined) return refused('page/not-found')
    if (!mayAward(viewer, award.place)) return refused('page/not-allowed')
    const allowed = acceptable({ ...instalment, signedOn: award.signedOn }, input.acceptedOn, dayIn(now, award.zone))
    if (!allowed.ok) return allowed
    await trx
      .updateTable('instalment')
      .set({ met_on: input.acceptedOn, met_at: now, met_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', instalment.id)
      .execute()
    await audit(trx, {
      organisation,
      stream: award.project,
      act: 'report/accepted',
      actor: person.id,
      at: now,
      details: { instalment: instalment.id, on: input.acceptedOn },
    })
    return ok({ project: award.project })
  })
}
