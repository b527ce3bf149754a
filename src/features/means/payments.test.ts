import { beforeAll, expect, test } from 'vitest'
import { code, codes, day, later, meansDesk, type MeansDesk, NOW } from '../../../tests/database/means-desk.ts'
import { smallEdition } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { newId } from '../../platform/database/id.ts'
import { databaseFault } from '../../platform/database/database.ts'
import {
  acceptReport,
  approvePayment,
  award,
  awardSeeds,
  executePayment,
  lineTotals,
  moneyOf,
  preparePayment,
  refusePayment,
  releaseInstalment,
  signAgreement,
} from './index.ts'

const held = testDatabase()
let cohort: MeansDesk['cohort']
let { awardOf, balance, everything, first, line, paymentOf, seed } = {} as MeansDesk

beforeAll(async () => {
  ;({ cohort, awardOf, balance, everything, first, line, paymentOf, seed } = await meansDesk(held.db))
  for (const terms of [{}, { amount: '29999.99', firstShare: '66.67' }, {}].entries()) await seed(...terms)
})

test('nothing is prepared before its condition holds, and the agreement is signed once, between the award and today', async () => {
  const id = await awardOf(0)
  const prepare = async () => preparePayment(held.db, cohort.accountant, { instalment: await first(0) }, NOW)
  expect(code(await prepare())).toBe('payment/not-signed')
  const sign = (signedOn: string, viewer = cohort.officer) => signAgreement(held.db, viewer, { award: id, signedOn }, later(2))
  expect(code(await sign(day(1), cohort.accountant))).toBe('page/not-allowed')
  expect([code(await sign(day(-1))), code(await sign(day(3)))]).toEqual(['agreement/impossible-date', 'agreement/impossible-date'])
  expect(codes(await Promise.all([sign(day(1)), sign(day(1)), sign(day(2))]))).toEqual([
    'agreement/already-signed',
    'agreement/already-signed',
    'done',
  ])
})

test('only finance prepares, and one payment stands for an instalment however many prepare it at once', async () => {
  const instalment = await first(0)
  for (const viewer of [cohort.officer, cohort.director, cohort.approver, cohort.donor])
    expect(code(await preparePayment(held.db, viewer, { instalment }, later(3)))).toBe('page/not-allowed')
  const pressed = await Promise.all([1, 2, 3, 4, 5].map(() => preparePayment(held.db, cohort.accountant, { instalment }, later(3))))
  expect(codes(pressed)).toEqual(['done', ...Array(4).fill('payment/already-prepared')])
})

test('who prepared a payment cannot approve it, even with every role: the domain says no, and so does the database', async () => {
  const payment = await paymentOf(await first(0))
  const both: SignedIn = { ...cohort.accountant, grants: [...cohort.accountant.grants, ...cohort.director.grants, ...cohort.approver.grants] }
  expect(code(await approvePayment(held.db, both, { payment }, later(4)))).toBe('payment/same-person')
  const forced = held.db
    .updateTable('payment')
    .set({ approved_at: later(4), approved_by: cohort.accountant.person.id })
    .where('id', '=', payment)
    .execute()
  await expect(forced).rejects.toSatisfy((error) => databaseFault(error)?.constraint === 'payment_two_people')
})

test('officers, finance, donors and auditors do not approve', async () => {
  const payment = await paymentOf(await first(0))
  for (const viewer of [cohort.officer, cohort.accountant, cohort.donor, cohort.auditor])
    expect(code(await approvePayment(held.db, viewer, { payment }, later(4)))).toBe('page/not-allowed')
})

test('nothing is executed before a second person approved it, and it is approved once', async () => {
  const payment = await paymentOf(await first(0))
  const execute = (paidOn: string, reference = 'V-0001') => executePayment(held.db, cohort.accountant, { payment, paidOn, reference }, later(6))
  expect(code(await execute(day(5)))).toBe('payment/not-approved')
  const approvals = await Promise.all(
    [cohort.approver, cohort.director, cohort.approver].map((one) => approvePayment(held.db, one, { payment }, later(5))),
  )
  expect(codes(approvals)).toEqual(['done', 'payment/already-approved', 'payment/already-approved'])
  expect([code(await execute(day(4))), code(await execute(day(7))), code(await execute(day(5), '  '))]).toEqual([
    'payment/impossible-date',
    'payment/impossible-date',
    'payment/without-reference',
  ])
})

test('an execution pressed five times, or by two people at once, is paid and written in the ledger once', async () => {
  const payment = await paymentOf(await first(0))
  const pressed = await Promise.all(
    ['V-0001', 'V-0001', 'V-0002', 'V-0003', 'V-0001'].map((reference) =>
      executePayment(held.db, cohort.accountant, { payment, paidOn: day(5), reference }, later(6)),
    ),
  )
  expect(codes(pressed)).toEqual(['done', ...Array(4).fill('payment/already-paid')])
  const entries = await held.db.selectFrom('ledger_entry').selectAll().where('object', '=', payment).execute()
  expect(entries.map((one) => [one.debit, one.credit, one.amount, one.occurred_on])).toEqual([['paid:seed', 'committed:seed', '21000.00', day(5)]])
  expect(code(await preparePayment(held.db, cohort.accountant, { instalment: await first(0) }, later(7)))).toBe('payment/already-paid')
  expect(code(await refusePayment(held.db, cohort.approver, { payment, reason: 'Wrong account' }, later(7)))).toBe('payment/already-paid')
  expect(code(await releaseInstalment(held.db, cohort.officer, { instalment: await first(0), reason: 'No' }, later(7)))).toBe('payment/already-paid')
})

test('the balance waits for an accepted report, and for the instalment before it', async () => {
  await signAgreement(held.db, cohort.officer, { award: await awardOf(1), signedOn: day(1) }, later(2))
  const instalment = await balance(1)
  const report = (acceptedOn: string, viewer = cohort.officer) => acceptReport(held.db, viewer, { instalment, acceptedOn }, later(8))
  expect(code(await preparePayment(held.db, cohort.accountant, { instalment }, later(8)))).toBe('payment/report-not-accepted')
  expect([code(await report(day(0))), code(await report(day(9))), code(await report(day(7), cohort.accountant))]).toEqual([
    'report/impossible-date',
    'report/impossible-date',
    'page/not-allowed',
  ])
  expect(codes(await Promise.all([report(day(7)), report(day(7))]))).toEqual(['done', 'report/already-accepted'])
  expect(code(await preparePayment(held.db, cohort.accountant, { instalment }, later(8)))).toBe('payment/not-in-turn')
})

test('a refused payment is kept with its reason, can be approved no more, and its instalment can be prepared again', async () => {
  const instalment = await first(1)
  await preparePayment(held.db, cohort.accountant, { instalment }, later(3))
  const payment = await paymentOf(instalment)
  expect(code(await refusePayment(held.db, cohort.officer, { payment, reason: 'No' }, later(4)))).toBe('page/not-allowed')
  expect(code(await refusePayment(held.db, cohort.approver, { payment, reason: '  ' }, later(4)))).toBe('payment/without-reason')
  expect(code(await refusePayment(held.db, cohort.approver, { payment, reason: 'The account changed' }, later(4)))).toBe('done')
  expect(code(await approvePayment(held.db, cohort.director, { payment }, later(4)))).toBe('payment/refused')
  expect(code(await preparePayment(held.db, cohort.accountant, { instalment }, later(5)))).toBe('done')
  expect(
    await held.db.selectFrom('payment').select(['id', 'refuse_reason']).where('instalment', '=', instalment).orderBy('prepared_at').execute(),
  ).toMatchObject([{ id: payment, refuse_reason: 'The account changed' }, { refuse_reason: null }])
})

test('an approval and a refusal at the same instant: one of them happens', async () => {
  const payment = await paymentOf(await first(1))
  const [approved, refusal] = await Promise.all([
    approvePayment(held.db, cohort.approver, { payment }, later(6)),
    refusePayment(held.db, cohort.director, { payment, reason: 'Wait' }, later(6)),
  ])
  const row = await held.db.selectFrom('payment').select(['approved_at', 'refused_at']).where('id', '=', payment).executeTakeFirstOrThrow()
  expect([row.approved_at !== null, row.refused_at !== null]).toEqual([approved.ok, refusal.ok])
  expect(refusal.ok || (approved.ok && !refusal.ok)).toBe(true)
  if (refusal.ok) {
    await preparePayment(held.db, cohort.accountant, { instalment: await first(1) }, later(6))
    await approvePayment(held.db, cohort.approver, { payment: await paymentOf(await first(1)) }, later(6))
  }
})

test('one line of a bank statement pays one payment, however its reference is typed', async () => {
  const payment = await paymentOf(await first(1))
  const paid = (reference: string) => executePayment(held.db, cohort.accountant, { payment, paidOn: day(6), reference }, later(6))
  const spent = await held.db.selectFrom('payment').select('reference').where('paid_on', 'is not', null).executeTakeFirstOrThrow()
  expect(await paid((spent.reference as string).toLowerCase().replace('-', '- '))).toMatchObject({ code: 'payment/reference-used' })
  expect(code(await paid('V-0009'))).toBe('done')
})

test('a release gives the money back to its line for good, once, and only while nothing is under way', async () => {
  const instalment = await balance(1)
  const before = await line()
  const release = (reason = 'No report was handed in', viewer = cohort.officer) =>
    releaseInstalment(held.db, viewer, { instalment, reason }, later(9))
  await preparePayment(held.db, cohort.accountant, { instalment }, later(8))
  expect(code(await release())).toBe('instalment/payment-under-way')
  await refusePayment(held.db, cohort.accountant, { payment: await paymentOf(instalment), reason: 'Prepared by mistake' }, later(8))
  expect([code(await release(' ')), code(await release('x', cohort.accountant))]).toEqual(['instalment/without-reason', 'page/not-allowed'])
  expect(codes(await Promise.all([release(), release(), release()]))).toEqual(['done', 'instalment/released', 'instalment/released'])
  expect(before).toMatchObject({ committed: '89999.99', remaining: '630000.01', released: '0.00' })
  expect(await line()).toMatchObject({ committed: '89999.99', remaining: '639999.01', released: '9999.00' })
  expect(code(await preparePayment(held.db, cohort.accountant, { instalment }, later(9)))).toBe('instalment/released')
})

test('a release and a preparation at the same instant: the money goes one way', async () => {
  await acceptReport(held.db, cohort.officer, { instalment: await balance(0), acceptedOn: day(8) }, later(8))
  const instalment = await balance(0)
  const outcomes = await Promise.all([
    preparePayment(held.db, cohort.accountant, { instalment }, later(9)),
    releaseInstalment(held.db, cohort.officer, { instalment, reason: 'Gave up' }, later(9)),
  ])
  expect(outcomes.filter((one) => one.ok).length).toBe(1)
})

test('the totals of the edition are the sums of its records, prizes apart', async () => {
  const { currency, seed: funds, prizes } = await moneyOf(held.db, cohort.organisation, cohort.edition)
  const sum = (...amounts: string[]) => amounts.reduce((total, one) => total + Math.round(Number(one) * 100), 0)
  expect(currency).toBe('MAD')
  expect([funds.awards, funds.contracts, funds.committed, funds.paid]).toEqual([3, 2, '89999.99', '41000.99'])
  expect([funds.firstInstalments, funds.balances]).toEqual([
    { count: 2, amount: '41000.99' },
    { count: 0, amount: '0.00' },
  ])
  expect(sum(funds.paid, funds.awaiting.amount, funds.approved.amount, funds.released.amount, funds.ahead.amount)).toBe(sum(funds.committed))
  expect([prizes.awards, prizes.committed]).toEqual([0, '0.00'])
  expect((await moneyOf(held.db, cohort.organisation, newId())).seed.committed).toBe('0.00')
})

test('the ledger balances: each account holds what the records say, and all of them together hold nothing', async () => {
  const balances = new Map<string, number>()
  const add = (account: string, hundredths: number) => balances.set(account, (balances.get(account) ?? 0) + hundredths)
  for (const { debit, credit, amount } of await held.db.selectFrom('ledger_entry').selectAll().execute()) {
    add(debit, Math.round(Number(amount) * 100))
    add(credit, -Math.round(Number(amount) * 100))
  }
  const lines = await lineTotals(held.db, cohort.organisation, cohort.edition, 'en')
  for (const one of lines) {
    const [amount, committed, paid, released, remaining] = [one.amount, one.committed, one.paid, one.released, one.remaining].map((text) =>
      Math.round(Number(text) * 100),
    ) as [number, number, number, number, number]
    expect([one.code, balances.get(`line:${one.code}`) ?? 0]).toEqual([one.code, remaining - amount])
    expect([one.code, balances.get(`committed:${one.code}`) ?? 0]).toEqual([one.code, committed - paid - released])
    expect([one.code, balances.get(`paid:${one.code}`) ?? 0]).toEqual([one.code, paid])
  }
  expect([...balances.values()].reduce((sum, one) => sum + one, 0)).toBe(0)
})

test('the records of another organisation do not exist, whoever asks', async () => {
  const other = await smallEdition(held.db)
  const place = { programme: other.programme, edition: other.edition }
  const before = await everything()
  const instalment = await first(2)
  const { id: payment } = await held.db.selectFrom('payment').select('id').executeTakeFirstOrThrow()
  const all: SignedIn = {
    ...other.director,
    grants: (['director', 'finance', 'approver', 'administrator'] as const).map((role) => ({ role, programme: null, edition: null, region: null })),
  }
  const seedOf = { kind: 'seed', project: cohort.projects[2] as string, line: cohort.seedLine, amount: '1.00', firstShare: '70' } as const
  expect([
    code(await award(held.db, all, place, seedOf, NOW)),
    code(await award(held.db, all, cohort.place, seedOf, NOW)),
    code(await signAgreement(held.db, all, { award: await awardOf(2), signedOn: day(1) }, later(2))),
    code(await acceptReport(held.db, all, { instalment, acceptedOn: day(1) }, later(2))),
    code(await preparePayment(held.db, all, { instalment }, later(2))),
    code(await approvePayment(held.db, all, { payment }, later(2))),
    code(await refusePayment(held.db, all, { payment, reason: 'x' }, later(2))),
    code(await executePayment(held.db, all, { payment, paidOn: day(1), reference: 'x' }, later(2))),
    code(await releaseInstalment(held.db, all, { instalment, reason: 'x' }, later(2))),
    code(
      await awardSeeds(held.db, all, cohort.place, { line: cohort.seedLine, amount: '1.00', firstShare: '70', fingerprint: '', projects: [] }, NOW),
    ),
  ]).toEqual(Array(10).fill('page/not-found'))
  expect(await everything()).toBe(before)
})

test('every act stands in the trail of its project, without an amount', async () => {
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([])
  const entries = await held.db
    .selectFrom('audit_entry')
    .select(['act', 'payload'])
    .where('stream', '=', cohort.projects[0] as string)
    .orderBy('seq')
    .execute()
  const acts = entries.map((one) => one.act)
  expect(acts.filter((act) => /^(seed|agreement|payment)/.test(act)).slice(0, 5)).toEqual([
    'seed/awarded',
    'agreement/signed',
    'payment/prepared',
    'payment/approved',
    'payment/executed',
  ])
  expect(entries.filter((one) => one.payload.includes('21000')).length).toBe(0)
})
