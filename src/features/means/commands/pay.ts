/** A payment from its first person to the bank: prepared, approved or refused, executed. */
import { approvePayment as approvable, executePayment as executable, mayApprovePayments, mayPreparePayments } from '../../../domain/payment.ts'
import { bankReference, mayRefusePayments, preparePayment as preparable, refusePayment as refusable } from '../../../domain/payment.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type AwardRow, type InstalmentRow, lockedAward } from '../queries/award-facts.ts'
import { writeEntries } from './ledger.ts'

export interface Paid {
  readonly project: string
  readonly payment: string
}

/** The first person prepares the payment of one instalment. Refusals: `payment/*`, `instalment/released`. */
export async function preparePayment(db: Database, viewer: SignedIn, input: { readonly instalment: string }, now: Date): Promise<Result<Paid>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const award = await lockedAward(trx, organisation, input)
    const instalment = award?.instalments.find((one) => one.id === input.instalment)
    if (award === null || instalment === undefined) return refused('page/not-found')
    if (!mayPreparePayments(viewer, award.place)) return refused('page/not-allowed')
    const allowed = preparable(instalment)
    if (!allowed.ok) return allowed
    const payment = newId(now)
    const { edition } = award.place
    await trx
      .insertInto('payment')
      .values({
        organisation,
        id: payment,
        edition,
        instalment: instalment.id,
        amount: instalment.amount,
        prepared_at: now,
        prepared_by: person.id,
      })
      .execute()
    await recorded(trx, viewer, award, payment, 'prepared', now)
    return ok({ project: award.project, payment })
  })
}

/** The second person approves. Refuses `payment/same-person` to who prepared it; the database would too. */
export async function approvePayment(db: Database, viewer: SignedIn, input: { readonly payment: string }, now: Date): Promise<Result<Paid>> {
  return atomically(db, async (trx) => {
    const found = await lockedPayment(trx, viewer.organisation, input.payment)
    if (found === null) return refused('page/not-found')
    if (!mayApprovePayments(viewer, found.award.place)) return refused('page/not-allowed')
    const allowed = approvable(found.facts, viewer.person.id)
    if (!allowed.ok) return allowed
    await update(trx, viewer, input.payment).set({ approved_at: now, approved_by: viewer.person.id }).execute()
    await recorded(trx, viewer, found.award, input.payment, 'approved', now)
    return ok({ project: found.award.project, payment: input.payment })
  })
}

/** Stops a payment that was not executed, with a reason; its instalment can be prepared again. */
export async function refusePayment(
  db: Database,
  viewer: SignedIn,
  input: { readonly payment: string; readonly reason: string },
  now: Date,
): Promise<Result<Paid>> {
  return atomically(db, async (trx) => {
    const found = await lockedPayment(trx, viewer.organisation, input.payment)
    if (found === null) return refused('page/not-found')
    if (!mayRefusePayments(viewer, found.award.place)) return refused('page/not-allowed')
    const allowed = refusable(found.facts, input.reason)
    if (!allowed.ok) return allowed
    await update(trx, viewer, input.payment).set({ refused_at: now, refused_by: viewer.person.id, refuse_reason: input.reason }).execute()
    await recorded(trx, viewer, found.award, input.payment, 'refused', now)
    return ok({ project: found.award.project, payment: input.payment })
  })
}

export interface Execution {
  readonly payment: string
  /** Day of the bank statement, 'YYYY-MM-DD'. */
  readonly paidOn: string
  readonly reference: string
}

/** Records what the bank did, and writes it in the ledger. A reference pays one payment: `payment/reference-used`. */
export async function executePayment(db: Database, viewer: SignedIn, input: Execution, now: Date): Promise<Result<Paid>> {
  const { organisation, person } = viewer
  const reference = bankReference(input.reference)
  try {
    return await atomically(db, async (trx) => {
      const found = await lockedPayment(trx, organisation, input.payment)
      if (found === null) return refused('page/not-found')
      const { award, instalment } = found
      if (!mayPreparePayments(viewer, award.place)) return refused('page/not-allowed')
      const allowed = executable(found.facts, { paidOn: input.paidOn, reference }, dayIn(now, award.zone))
      if (!allowed.ok) return allowed
      await update(trx, viewer, input.payment).set({ paid_on: input.paidOn, reference, recorded_at: now, recorded_by: person.id }).execute()
      const entry = { kind: 'payment', object: input.payment, line: award.line, amount: instalment.amount, currency: award.currency } as const
      await writeEntries(trx, [{ organisation, edition: award.place.edition, ...entry, on: input.paidOn, at: now, by: person.id }])
      await recorded(trx, viewer, award, input.payment, 'executed', now)
      return ok({ project: award.project, payment: input.payment })
    })
  } catch (error) {
    if (databaseFault(error)?.constraint === 'payment_reference_once') return refused('payment/reference-used', { reference })
    throw error
  }
}

interface Found {
  readonly award: AwardRow
  readonly instalment: InstalmentRow
  readonly facts: NonNullable<InstalmentRow['payment']>
}

/** A payment with its award, locked; one that was refused is found too. */
async function lockedPayment(trx: Trx, organisation: string, payment: string): Promise<Found | null> {
  const award = await lockedAward(trx, organisation, { payment })
  if (award === null) return null
  const row = await trx
    .selectFrom('payment')
    .select(['instalment', 'prepared_by', 'approved_at', 'paid_on', 'refused_at'])
    .where('organisation', '=', organisation)
    .where('id', '=', payment)
    .executeTakeFirstOrThrow()
  const instalment = award.instalments.find((one) => one.id === row.instalment) as InstalmentRow
  const approvedOn = row.approved_at === null ? null : dayIn(row.approved_at, award.zone)
  return { award, instalment, facts: { preparedBy: row.prepared_by, approvedOn, paidOn: row.paid_on, refused: row.refused_at !== null } }
}

function update(trx: Trx, viewer: SignedIn, payment: string) {
  return trx.updateTable('payment').where('organisation', '=', viewer.organisation).where('id', '=', payment)
}

type Moment = 'prepared' | 'approved' | 'refused' | 'executed'
async function recorded(trx: Trx, viewer: SignedIn, award: AwardRow, payment: string, moment: Moment, at: Date): Promise<void> {
  const act = `payment/${moment}` as const
  await audit(trx, { organisation: viewer.organisation, stream: award.project, act, actor: viewer.person.id, at, details: { payment } })
}
