import { beforeAll, expect, test } from 'vitest'
import { type FundedCohort, fundedCohort } from '../../../tests/database/funded-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { BASE, boxes, meansApp, refusal } from '../../../tests/server/means-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { SignedIn } from '../../domain/viewer.ts'

const held = testDatabase()
let cohort: FundedCohort
const { get, post, valid } = meansApp(
  () => held.db,
  () => cohort.organisation,
)

beforeAll(async () => {
  cohort = await fundedCohort(held.db)
})

const hiddenFields = (markup: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {}
  for (const [, name, value] of markup.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g))
    fields[name as string] = [...(fields[name as string] ?? []), value as string]
  return fields
}
const seedFields = (place: number) => ({
  kind: 'seed',
  project: cohort.projects[place] as string,
  line: cohort.seedLine,
  amount: '30 000',
  share: '70',
  rank: '',
})
const actions = (markup: string, act: string): string[] =>
  [...markup.matchAll(/action="\/fr\/desk\/2024\/means([^"]+)"/g)].map((found) => found[1] as string).filter((path) => path.endsWith(`/${act}`))

test('before anything is awarded every page is valid in three languages', async () => {
  await valid(cohort.director, ['', '/awards/new', '/seed-plan', '/lines/new', `/projects/${cohort.projects[0]}`])
  await valid(cohort.donor, ['', `/projects/${cohort.projects[0]}`])
})

test('without script, from the award to the bank: each act is a form, two people are needed, and each step is shown', async () => {
  const project = `/projects/${cohort.projects[0]}`
  const awarded = await post(cohort.officer, '/awards', seedFields(0))
  expect(awarded.headers.get('location')).toBe(`/fr${BASE}${project}?said=awarded`)
  const [agreement] = actions(await (await get(cohort.officer, project)).text(), 'agreement') as [string]
  const award = agreement.split('/')[2] as string
  expect((await post(cohort.officer, agreement, boxes(`signed_on-${award}`))).headers.get('location')).toBe(`/fr${BASE}${project}?said=signed`)
  const [payment] = actions(await (await get(cohort.accountant, '')).text(), 'payment') as [string]
  expect((await post(cohort.accountant, payment, { from: 'list' })).headers.get('location')).toBe(`/fr${BASE}?said=prepared`)
  await valid(cohort.accountant, ['', '?view=prepared', '?view=payable', project])
  const [approval] = actions(await (await get(cohort.approver, '')).text(), 'approval') as [string]
  expect(actions(await (await get(cohort.accountant, '')).text(), 'approval')).toEqual([])
  await valid(cohort.approver, ['', project])
  expect((await post(cohort.approver, approval, { from: 'list' })).headers.get('location')).toBe(`/fr${BASE}?said=approved`)
  const id = approval.split('/')[2] as string
  const executed = await post(cohort.accountant, `/payments/${id}/execution`, { ...boxes(`paid_on-${id}`), [`reference-${id}`]: 'V-0207' })
  expect(executed.headers.get('location')).toBe(`/fr${BASE}${project}?said=executed`)
  await valid(cohort.donor, ['', project])
  const shown = (await (await get(cohort.donor, project)).text()).replaceAll('\u00a0', ' ')
  expect(shown).toContain('Payé le 20 mai 2024, référence V-0207')
  expect(shown).toContain('21 000 MAD payés sur 30 000 MAD')
  expect(shown).not.toMatch(/<form method="post"/)
})

test('the figures of the page add up to what is committed', async () => {
  const markup = (await (await get(cohort.donor, '')).text()).replaceAll('\u00a0', ' ')
  const figures = [...markup.matchAll(/<b><bdi>([\d ]+)<\/bdi><\/b><p>([^<]+)<\/p>/g)].map((found) => [
    Number(found[1]?.replaceAll(' ', '')),
    found[2],
  ])
  expect(figures).toEqual([
    [30000, 'Engagés, une convention signée'],
    [21000, 'Premiers versements payés, un'],
    [0, 'Soldes payés'],
    [0, 'En cours de paiement'],
    [9000, 'Pas encore en paiement, une tranche'],
    [0, 'Libérés'],
  ])
  expect(markup).toContain('21 000 + 9 000 = 30 000')
})

test('a form sent twice, or sent late, is answered in words and changes nothing', async () => {
  const [payment] = await held.db.selectFrom('payment').selectAll().execute()
  const id = payment?.id as string
  const before = JSON.stringify(await held.db.selectFrom('ledger_entry').selectAll().execute())
  expect(await refusal(await post(cohort.officer, '/awards', seedFields(0)))).toEqual([
    409,
    [],
    'Ce projet a déjà une subvention de ce type. Rien n’a été écrit.',
  ])
  expect(
    await refusal(await post(cohort.accountant, `/payments/${id}/execution`, { ...boxes(`paid_on-${id}`), [`reference-${id}`]: 'V-1' })),
  ).toEqual([409, [], 'Cette tranche est déjà payée. Elle ne l’est pas deux fois.'])
  expect(await refusal(await post(cohort.approver, `/payments/${id}/approval`, { from: 'list' }))).toEqual([
    409,
    [],
    'Cette tranche est déjà payée. Elle ne l’est pas deux fois.',
  ])
  expect(await refusal(await post(cohort.accountant, `/instalments/${payment?.instalment}/payment`, { from: 'list' }))).toEqual([
    409,
    [],
    'Cette tranche est déjà payée. Elle ne l’est pas deux fois.',
  ])
  expect(JSON.stringify(await held.db.selectFrom('ledger_entry').selectAll().execute())).toBe(before)
})

test('the same person is told that another one must approve', async () => {
  const [balance] = await held.db.selectFrom('instalment').selectAll().where('position', '=', 2).execute()
  const both: SignedIn = { ...cohort.accountant, grants: [...cohort.accountant.grants, ...cohort.approver.grants, ...cohort.officer.grants] }
  const report = await post(cohort.officer, `/instalments/${balance?.id}/report`, boxes(`accepted_on-${balance?.id}`))
  expect(report.status).toBe(303)
  await post(cohort.accountant, `/instalments/${balance?.id}/payment`)
  await valid(both, ['', `/projects/${cohort.projects[0]}`])
  const { id } = await held.db.selectFrom('payment').select('id').where('paid_on', 'is', null).executeTakeFirstOrThrow()
  const page = await (await get(both, `/projects/${cohort.projects[0]}`)).text()
  expect([page.includes('l’accord revient à une autre personne'), actions(page, 'approval')]).toEqual([true, []])
  for (const fields of [{ from: 'list' }, {}])
    expect(await refusal(await post(both, `/payments/${id}/approval`, fields))).toEqual([
      422,
      [],
      'Vous avez préparé ce paiement : une autre personne doit donner son accord.',
    ])
  const refused = await post(cohort.approver, `/payments/${id}/refusal`, { [`reason-${id}`]: '' })
  expect(await refusal(refused)).toEqual([422, [], 'Répondez à cette question'])
  expect((await post(cohort.approver, `/payments/${id}/refusal`, { [`reason-${id}`]: 'RIB changé hier' })).status).toBe(303)
  expect(await (await get(cohort.donor, `/projects/${cohort.projects[0]}`)).text()).toContain('RIB changé hier')
  await valid(cohort.officer, [`/projects/${cohort.projects[0]}`])
  expect((await post(cohort.officer, `/instalments/${balance?.id}/release`, { [`reason-${balance?.id}`]: 'Rapport non remis' })).status).toBe(303)
  await valid(cohort.officer, ['', `/projects/${cohort.projects[0]}`])
})

test('what was typed comes back beside its fault, in the form it was typed in', async () => {
  expect((await post(cohort.officer, '/awards', seedFields(1))).status).toBe(303)
  const { id } = await held.db
    .selectFrom('award')
    .select('id')
    .where('project', '=', cohort.projects[1] as string)
    .executeTakeFirstOrThrow()
  const answer = await post(cohort.officer, `/awards/${id}/agreement`, boxes(`signed_on-${id}`, ['31', '2', '2024']))
  const markup = await answer.text()
  expect([answer.status, await htmlFaults(markup)]).toEqual([422, []])
  expect(markup).toContain(`<a href="#signed_on-${id}">`)
  expect(markup).toMatch(new RegExp(`id="signed_on-${id}"[^>]*value="31"`))
  const past = await refusal(await post(cohort.officer, `/awards/${id}/agreement`, boxes(`signed_on-${id}`, ['1', '1', '2024'])))
  expect(past).toEqual([422, [], 'Choisissez un jour entre l’attribution et aujourd’hui.'])
})

test('the plan shows everyone and is applied as shown; once something moved it is shown again with 409', async () => {
  const shown = await (await get(cohort.officer, '/seed-plan')).text()
  const fields = hiddenFields(shown)
  expect(fields.projects).toEqual([...cohort.projects.slice(2)])
  expect((await post(cohort.officer, '/awards', seedFields(2))).status).toBe(303)
  const [status, faults, said] = await refusal(await post(cohort.officer, '/seed-plan', fields))
  expect([status, faults, said.includes('projets ajoutés 0, projets sortis 1')]).toEqual([409, [], true])
  const fresh = hiddenFields(await (await get(cohort.officer, '/seed-plan')).text())
  expect((await post(cohort.officer, '/seed-plan', fresh)).headers.get('location')).toBe(`/fr${BASE}?said=awarded-all`)
  expect((await held.db.selectFrom('award').select('id').where('kind', '=', 'seed').execute()).length).toBe(4)
  expect((await post(cohort.officer, '/seed-plan', fresh)).status).toBe(409)
  await valid(cohort.officer, ['/seed-plan', `/seed-plan?line=${cohort.seedLine}&amount=30000&share=70`])
})

test('the files hold every payment and every entry, and no formula runs in them', async () => {
  const csv = await get(cohort.auditor, '/payments.csv')
  const lines = (await csv.text()).trim().split('\r\n')
  expect([csv.status, csv.headers.get('content-type'), lines.length - 1]).toEqual([
    200,
    'text/csv; charset=utf-8',
    (await held.db.selectFrom('payment').select('id').execute()).length,
  ])
  expect(lines.filter((line) => line.includes(',21000.00,MAD,') && line.includes('V-0207')).length).toBe(1)
  const ledger = (await (await get(cohort.auditor, '/ledger.csv', 'en')).text()).trim().split('\r\n')
  expect(ledger.length - 1).toBe((await held.db.selectFrom('ledger_entry').select('id').execute()).length)
  expect(ledger.some((line) => line.includes('paid:seed,committed:seed,21000.00'))).toBe(true)
  for (const file of ['payments', 'ledger']) {
    const xlsx = await get(cohort.auditor, `/${file}.xlsx`, 'ar')
    expect([xlsx.status, new TextDecoder('latin1').decode((await xlsx.arrayBuffer()).slice(0, 2))]).toEqual([200, 'PK'])
  }
  expect((await get(cohort.auditor, '/payments.pdf')).status).toBe(404)
})
