import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type FundedCohort, fundedCohort } from '../../../tests/database/funded-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { databaseFault, type Trx } from '../../platform/database/database.ts'
import { brokenInvariants } from '../../platform/database/invariants.ts'
import { newId } from '../../platform/database/id.ts'
import { approvePayment, award, executePayment, preparePayment, releaseInstalment, signAgreement } from './index.ts'

const held = testDatabase()
const NOW = new Date('2024-05-20T12:00:00Z')
const TODAY = '2024-05-20'
let cohort: FundedCohort

/** One seed fund, its first instalment paid and its balance released. */
beforeAll(async () => {
  cohort = await fundedCohort(held.db)
  const input = { kind: 'seed', project: cohort.projects[0] as string, line: cohort.seedLine, amount: '30000.00', firstShare: '70' } as const
  const made = await award(held.db, cohort.officer, cohort.place, input, NOW)
  if (!made.ok) throw new Error(made.code)
  await signAgreement(held.db, cohort.officer, { award: made.value.award, signedOn: TODAY }, NOW)
  const [first, balance] = await held.db.selectFrom('instalment').select('id').orderBy('position').execute()
  const prepared = await preparePayment(held.db, cohort.accountant, { instalment: first?.id as string }, NOW)
  if (!prepared.ok) throw new Error(prepared.code)
  await approvePayment(held.db, cohort.approver, prepared.value, NOW)
  await executePayment(held.db, cohort.accountant, { payment: prepared.value.payment, paidOn: TODAY, reference: 'V-1' }, NOW)
  await releaseInstalment(held.db, cohort.officer, { instalment: balance?.id as string, reason: 'No report' }, NOW)
})

/** What the database or its invariants say of a write that went past every rule; nothing of it is kept. */
async function said(write: (trx: Trx) => Promise<unknown>): Promise<readonly string[]> {
  let found: readonly string[] = []
  const undone = new Error('undone')
  try {
    await held.db.transaction().execute(async (trx) => {
      await write(trx)
      found = (await brokenInvariants(trx)).map((one) => one.says)
      throw undone
    })
  } catch (error) {
    if (error === undone) return found
    const fault = databaseFault(error)
    if (fault === null) throw error
    return [fault.constraint ?? fault.code]
  }
  throw new Error('unreachable')
}

const run = (statement: ReturnType<typeof sql>) => said((trx) => statement.execute(trx))
const again = (
  reference: string | null,
) => sql`insert into payment (organisation, id, edition, instalment, amount, prepared_at, prepared_by, approved_at, approved_by, paid_on, reference, recorded_at, recorded_by)
  select organisation, ${newId(NOW)}::uuid, edition, instalment, amount, prepared_at, prepared_by, approved_at, approved_by, paid_on, ${reference}, recorded_at, recorded_by from payment`

test('the books of the records as they are hold', async () => {
  expect(await brokenInvariants(held.db)).toEqual([])
})

test('past every rule, the database itself refuses nonsense', async () => {
  expect({
    'the same instalment paid again': await run(again('V-2')),
    'half an instalment paid': await run(sql`update payment set amount = amount / 2`),
    'approved by who prepared it': await run(sql`update payment set approved_by = prepared_by`),
    'paid without approval': await run(sql`update payment set approved_at = null, approved_by = null`),
    'paid and refused': await run(sql`update payment set refused_at = now(), refused_by = prepared_by, refuse_reason = 'x'`),
    'released without a reason': await run(sql`update instalment set release_reason = null where released_at is not null`),
    'an entry written twice':
      await run(sql`insert into ledger_entry (organisation, id, edition, debit, credit, amount, currency, occurred_on, object, kind, written_at, written_by)
      select organisation, ${newId(NOW)}::uuid, edition, debit, credit, amount, currency, occurred_on, object, kind, written_at, written_by from ledger_entry where kind = 'payment'`),
    'an entry between two lines': await run(sql`update ledger_entry set debit = 'paid:other' where kind = 'payment'`),
    'an award in another currency than its line': await run(sql`update award set currency = 'EUR'`),
  }).toEqual({
    'the same instalment paid again': ['payment_once'],
    'half an instalment paid': ['payment_whole_instalment'],
    'approved by who prepared it': ['payment_two_people'],
    'paid without approval': ['payment_paid'],
    'paid and refused': ['payment_refused'],
    'released without a reason': ['instalment_released'],
    'an entry written twice': ['ledger_entry_once'],
    'an entry between two lines': ['ledger_entry_one_line'],
    'an award in another currency than its line': ['award_line'],
  })
})

test('what no constraint can say, an invariant of the whole database finds', async () => {
  const ledger = 'every award, payment and release stands in the ledger with its amount'
  const accounts = 'every ledger entry stands for an award, a payment made or a release, on the accounts and in the currency of its line'
  expect({
    'an award without its commitment': await run(sql`delete from ledger_entry where kind = 'commitment'`),
    'a payment without its entry': await run(sql`delete from ledger_entry where kind = 'payment'`),
    'a release without its entry': await run(sql`delete from ledger_entry where kind = 'release'`),
    'an entry of another amount': await run(sql`update ledger_entry set amount = amount + 0.01 where kind = 'payment'`),
    'an entry on the accounts of no line': await run(sql`update ledger_entry set debit = 'paid:x', credit = 'committed:x' where kind = 'payment'`),
    'an entry for nothing': await run(sql`update ledger_entry set object = ${newId(NOW)}::uuid where kind = 'release'`),
    'a line that promised too much': await run(sql`update budget_line set amount = 20999.99 where id = ${cohort.seedLine}`),
    'a seed fund above the ceiling': await run(sql`update edition set seed_ceiling = 29999.99 where id = ${cohort.edition}`),
    'instalments that do not add up': await run(sql`update instalment set amount = amount - 0.01 where released_at is not null`),
    'paid before the agreement': await run(sql`update instalment set met_on = null, met_at = null, met_by = null where position = 1`),
    'signed without an agreement': await run(sql`delete from agreement`),
    'paid and released': await run(sql`update instalment set released_at = now(), released_by = met_by, release_reason = 'x' where position = 1`),
  }).toEqual({
    'an award without its commitment': [ledger],
    'a payment without its entry': [ledger],
    'a release without its entry': [ledger],
    'an entry of another amount': [ledger],
    'an entry on the accounts of no line': [accounts],
    'an entry for nothing': [ledger, accounts],
    'a line that promised too much': ['what is awarded and not released never exceeds its budget line'],
    'a seed fund above the ceiling': ['no seed fund exceeds the ceiling of its edition, nor is in another currency'],
    'instalments that do not add up': ['instalments add up to their award', ledger],
    'paid before the agreement': [
      'what waits for a signature is met when, and only when, the agreement is signed',
      'nothing is paid before its condition is met, nor once released',
    ],
    'signed without an agreement': ['what waits for a signature is met when, and only when, the agreement is signed'],
    'paid and released': ['nothing released has a payment that stands', 'nothing is paid before its condition is met, nor once released', ledger],
  })
})

test('21 000 released or not, a line of exactly what is left of it holds', async () => {
  expect(await run(sql`update budget_line set amount = 21000.00 where id = ${cohort.seedLine}`)).toEqual([])
})
