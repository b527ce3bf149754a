import { beforeAll, expect, test } from 'vitest'
import { type FundedCohort, fundedCohort } from '../../../tests/database/funded-cohort.ts'
import { smallEdition } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { BASE, boxes, meansApp, NOW, refusal } from '../../../tests/server/means-app.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'

const held = testDatabase()
let cohort: FundedCohort
const { app, get, post } = meansApp(
  () => held.db,
  () => cohort.organisation,
)

beforeAll(async () => {
  cohort = await fundedCohort(held.db)
  await post(cohort.officer, '/awards', seedFields(3))
})

const seedFields = (place: number) => ({
  kind: 'seed',
  project: cohort.projects[place] as string,
  line: cohort.seedLine,
  amount: '30 000',
  share: '70',
  rank: '',
})
test('amounts in Arabic-Indic digits are read; what is no amount is answered beside the field', async () => {
  const plan = async (amount: string, share = '70') => {
    const answer = await get(
      cohort.officer,
      `/seed-plan?line=${cohort.seedLine}&amount=${encodeURIComponent(amount)}&share=${encodeURIComponent(share)}`,
    )
    return [answer.status, (await refusal(answer))[2]]
  }
  const line = { funder: cohort.funder, name_ar: 'جوائز', name_fr: 'Prix', name_en: 'Prizes', currency: 'mad' }
  expect((await post(cohort.accountant, '/lines', { ...line, code: 'prizes', amount: '٢٢٠٬٠٠٠٫٥٠' })).headers.get('location')).toBe(
    `/fr${BASE}?said=line`,
  )
  const written = await held.db
    .selectFrom('budget_line')
    .select(['amount', 'currency'])
    .where('code', '=', 'prizes')
    .where('edition', '=', cohort.edition)
    .executeTakeFirstOrThrow()
  expect(written).toEqual({ amount: '220000.50', currency: 'MAD' })
  expect(await plan('٢٩٬٩٩٩')).toEqual([200, ''])
  for (const amount of ['1e9', '-5', '0x10', 'NaN', '30\u0000abc', "1'; drop table award; --", '<b>1</b>', '9'.repeat(14), '0.001', '😀'])
    expect([amount, (await plan(amount))[0]]).toEqual([amount, 422])
  for (const share of ['0', '101', '-1', '', '1e1']) expect([share, (await plan('30000', share))[0]]).toEqual([share, 422])
})

const HOSTILE = [
  '1e9',
  '-1',
  '٣٠٠٠٠',
  '\u0000',
  '\u202e\u200b',
  '<script>alert(1)</script>',
  "'; drop table payment; --",
  '😀'.repeat(400),
  'x'.repeat(1_000_000),
]

test('no hostile text in any field of any form breaks a page, runs in it, promises or pays anything', async () => {
  const officer: SignedIn = { ...cohort.director, grants: [...cohort.director.grants, ...cohort.accountant.grants, ...cohort.approver.grants] }
  const ids = {
    award: (
      await held.db
        .selectFrom('award')
        .select('id')
        .where('project', '=', cohort.projects[3] as string)
        .executeTakeFirstOrThrow()
    ).id,
    first: '',
  }
  ids.first = (
    await held.db.selectFrom('instalment').select('id').where('award', '=', ids.award).where('position', '=', 1).executeTakeFirstOrThrow()
  ).id
  await post(cohort.officer, `/awards/${ids.award}/agreement`, boxes(`signed_on-${ids.award}`))
  await post(cohort.accountant, `/instalments/${ids.first}/payment`)
  const { id: payment } = await held.db.selectFrom('payment').select('id').where('instalment', '=', ids.first).executeTakeFirstOrThrow()
  await post(cohort.approver, `/payments/${payment}/approval`)
  const forms: [string, readonly string[]][] = [
    ['/lines', ['funder', 'code', 'name_ar', 'name_fr', 'name_en', 'currency', 'amount']],
    ['/awards', ['kind', 'project', 'line', 'amount', 'share', 'rank']],
    ['/seed-plan', ['line', 'amount', 'share', 'fingerprint', 'projects']],
    [`/awards/${ids.award}/agreement`, [`signed_on-${ids.award}.day`, `signed_on-${ids.award}.month`, `signed_on-${ids.award}.year`]],
    [`/payments/${payment}/execution`, [`paid_on-${payment}.day`, `reference-${payment}`]],
  ]
  const good: Record<string, string> = {
    ...seedFields(3),
    funder: cohort.funder,
    code: 'x',
    name_ar: 'أ',
    name_fr: 'a',
    name_en: 'a',
    currency: 'MAD',
  }
  const before = (await held.db.selectFrom('ledger_entry').select('id').execute()).length
  for (const [path, fields] of forms)
    for (const name of fields)
      for (const text of HOSTILE) {
        const answer = await post(officer, path, { ...good, code: `c${newId().replaceAll('-', '')}`, amount: '1', [name]: text })
        const markup = await answer.text()
        expect([path, name, text.slice(0, 20), [303, 409, 422].includes(answer.status)]).toEqual([path, name, text.slice(0, 20), true])
        expect(markup.includes('<script>alert')).toBe(false)
      }
  for (const text of ['\u0000', '\u202e\u200b', 'x'.repeat(1_000_000)])
    for (const [path, name] of [
      [`/payments/${payment}/refusal`, `reason-${payment}`],
      [`/payments/${payment}/execution`, `reference-${payment}`],
      [`/instalments/${ids.first}/release`, `reason-${ids.first}`],
    ] as const)
      expect([path, (await post(officer, path, { ...boxes(`paid_on-${payment}`), [name]: text })).status]).toEqual([path, 422])
  expect((await held.db.selectFrom('ledger_entry').select('id').execute()).length).toBe(before)
  expect((await held.db.selectFrom('payment').select('paid_on').where('id', '=', payment).executeTakeFirstOrThrow()).paid_on).toBe(null)
})

test('for who has no part in the money, and for ids of other editions and organisations, there is nothing here', async () => {
  const other = await smallEdition(held.db)
  const stranger: SignedIn = { ...other.director, organisation: cohort.organisation, grants: [] }
  const [payment] = await held.db.selectFrom('payment').select('id').execute()
  for (const viewer of [cohort.communication, stranger]) {
    for (const path of ['', '/awards/new', '/seed-plan', '/lines/new', '/payments.csv', '/ledger.xlsx', `/projects/${cohort.projects[0]}`])
      expect([path, (await get(viewer, path)).status]).toEqual([path, 404])
    for (const path of ['/lines', '/awards', '/seed-plan', `/payments/${payment?.id}/approval`])
      expect([path, (await post(viewer, path)).status]).toEqual([path, 404])
  }
  for (const path of ['/awards/new', '/seed-plan', '/lines/new']) expect((await get(cohort.donor, path)).status).toBe(404)
  for (const path of [`/payments/${newId()}/approval`, '/payments/x/approval', `/instalments/${newId()}/payment`, `/awards/${newId()}/agreement`])
    expect([path, (await post(cohort.director, path)).status]).toEqual([path, 404])
  expect((await get(cohort.director, `/projects/${newId()}`)).status).toBe(404)
  const elsewhere = { viewer: cohort.director, now: NOW }
  expect((await app.ask('POST', `/fr/desk/2023/means/payments/${payment?.id}/approval`, elsewhere, {})).status).toBe(404)
  expect((await app.ask('GET', `/fr/desk/2023/means/projects/${cohort.projects[0]}`, elsewhere)).status).toBe(404)
})
