/** The seed fund: awarded to all by a plan that is shown first; the newcomer's two instalments paid by hand, by two people. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { teamMember } from '../../../src/demo/load/context.ts'
import { must } from '../../../src/demo/load/readings.ts'
import { acceptReport, approvePayment, executePayment, moneyOf, preparePayment, signAgreement } from '../../../src/features/means/index.ts'
import { ORGANISATION } from '../../../src/demo/load/organisation.ts'
import { dateBoxes, fill, inspect, send } from '../hands.ts'
import type { Told } from './telling.ts'

interface Instalment {
  readonly id: string
  readonly position: number
}

/** 24 seed funds of 30,000 dirhams, 70 % at signature: 720,000 committed, 711,000 paid, one balance still to come. */
export async function isPaid(told: Told): Promise<void> {
  const { db, language, loading } = told
  told.at('2024-06-12T10:00')
  const officer = await told.as('nadia')
  const { id: line } = await db.selectFrom('budget_line').select('id').where('edition', '=', loading.ids.edition).executeTakeFirstOrThrow()
  await told.open(officer, '/desk/2024/means')
  await told.open(officer, '/desk/2024/means/seed-plan')
  const terms = `form[method="get"][action="/${language}/desk/2024/means/seed-plan"]`
  await fill(officer, { line, amount: '30 000', share: '70' }, terms)
  await officer.locator(`${terms} button`).click()
  await officer.waitForURL(/amount=/)
  await inspect(officer, told.looks)
  expect(await officer.locator('.errsum').allInnerTexts()).toEqual([])
  await send(officer, `form[method="post"][action="/${language}/desk/2024/means/seed-plan"] button`)
  const project = await db
    .selectFrom('project')
    .select('id')
    .where('application', '=', await told.application())
    .executeTakeFirstOrThrow()
  await isPaidByHand(told, officer, project.id)
  await othersArePaid(told, project.id)
  const { seed } = await moneyOf(db, ORGANISATION, loading.ids.edition)
  expect([seed.contracts, seed.committed, seed.paid]).toEqual([24, '720000.00', '711000.00'])
  expect([seed.firstInstalments.count, seed.balances.count]).toEqual([24, 23])
}

async function isPaidByHand(told: Told, officer: Page, project: string): Promise<void> {
  const { db, language } = told
  const page = `/desk/2024/means/projects/${project}`
  const base = `/${language}/desk/2024/means`
  const award = await db.selectFrom('award').select('id').where('project', '=', project).executeTakeFirstOrThrow()
  const instalments = await db.selectFrom('instalment').select(['id', 'position']).where('award', '=', award.id).orderBy('position').execute()
  const sign = `form[action="${base}/awards/${award.id}/agreement"]`
  await told.open(officer, page)
  await fill(officer, dateBoxes(`signed_on-${award.id}`, '2024-06-12'), sign)
  await send(officer, `${sign} button`)
  for (const instalment of instalments) await isPaidOnce(told, officer, page, instalment)
  await told.open(officer, page)
  await inspect(officer, told.looks)
}

/** Prepared by the accountant, approved by the finance officer, executed with its bank reference; nobody approves what they prepared. */
async function isPaidOnce(told: Told, officer: Page, page: string, { id, position }: Instalment): Promise<void> {
  const { db, language } = told
  const base = `/${language}/desk/2024/means`
  if (position === 2) {
    told.at('2024-11-25T10:00')
    const report = `form[action="${base}/instalments/${id}/report"]`
    await told.open(officer, page)
    await fill(officer, dateBoxes(`accepted_on-${id}`, '2024-11-25'), report)
    await send(officer, `${report} button`)
  }
  const accountant = await told.as('accountant')
  await told.open(accountant, page)
  await send(accountant, `form[action="${base}/instalments/${id}/payment"] button`)
  const payment = await db.selectFrom('payment').select('id').where('instalment', '=', id).executeTakeFirstOrThrow()
  await told.open(accountant, page)
  expect(await accountant.locator(`form[action="${base}/payments/${payment.id}/approval"]`).count()).toBe(0)
  const approver = await told.as('finance')
  await told.open(approver, '/desk/2024/means')
  await told.open(approver, page)
  await send(approver, `form[action="${base}/payments/${payment.id}/approval"] button`)
  const execution = `form[action="${base}/payments/${payment.id}/execution"]`
  await told.open(accountant, page)
  const paidOn = position === 1 ? '2024-06-12' : '2024-11-25'
  await fill(accountant, { ...dateBoxes(`paid_on-${payment.id}`, paidOn), [`reference-${payment.id}`]: `VIR-${position}-${id.slice(-6)}` }, execution)
  await send(accountant, `${execution} button`)
}

/** Everybody else, by the same commands; the last one's report is not accepted yet. */
async function othersArePaid({ db }: Told, newcomer: string): Promise<void> {
  const [officer, accountant, approver] = [await teamMember(db, 'nadia'), await teamMember(db, 'accountant'), await teamMember(db, 'finance')]
  const awards = await db.selectFrom('award').select(['id', 'project']).where('project', '<>', newcomer).orderBy('project').execute()
  for (const [index, award] of awards.entries()) {
    const [first, balance] = await db.selectFrom('instalment').select('id').where('award', '=', award.id).orderBy('position').execute()
    if (first === undefined || balance === undefined) throw new Error('A seed fund has two instalments.')
    const pay = async (instalment: string, day: string): Promise<void> => {
      const at = (hour: number): Date => new Date(`${day}T${hour}:00:00Z`)
      must(await preparePayment(db, accountant, { instalment }, at(10)))
      const { id: payment } = await db.selectFrom('payment').select('id').where('instalment', '=', instalment).executeTakeFirstOrThrow()
      must(await approvePayment(db, approver, { payment }, at(11)))
      must(await executePayment(db, accountant, { payment, paidOn: day, reference: `VIR ${day} ${index}` }, at(12)))
    }
    must(await signAgreement(db, officer, { award: award.id, signedOn: '2024-06-14' }, new Date('2024-06-14T10:00:00Z')))
    await pay(first.id, '2024-06-17')
    if (index === awards.length - 1) continue
    must(await acceptReport(db, officer, { instalment: balance.id, acceptedOn: '2024-11-26' }, new Date('2024-11-26T10:00:00Z')))
    await pay(balance.id, '2024-11-28')
  }
}
