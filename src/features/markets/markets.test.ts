import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort } from '../../../tests/database/active-cohort.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { demoId } from '../../demo/load/id.ts'
import type { VisitPart } from '../../domain/market.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { recordDeparture } from '../cohorts/index.ts'
import {
  cancelMarket,
  changeMarket,
  giveStand,
  marketById,
  marketsOf,
  marketsOfProject,
  type NewMarket,
  planMarket,
  recordParticipation,
  recordVisitors,
  withdrawStand,
} from './index.ts'

const held = testDatabase()
const BEFORE = new Date('2024-11-02T12:00:00Z')
const DURING = new Date('2024-12-05T12:00:00Z')
let cohort: ActiveCohort
let place = { programme: '', edition: '' }

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  const { programme } = await held.db.selectFrom('edition').select('programme').where('id', '=', cohort.edition).executeTakeFirstOrThrow()
  place = { programme, edition: cohort.edition }
})

const terms = (change: Partial<NewMarket> = {}): NewMarket => ({
  edition: cohort.edition,
  name: { ar: 'سوق المقاولين', fr: 'Marché des entrepreneurs', en: 'Entrepreneurs’ souk' },
  town: { ar: 'الرباط', fr: 'Rabat', en: 'Rabat' },
  startsOn: '2024-12-04',
  endsOn: '2024-12-08',
  places: 2,
  ...change,
})

async function market(change: Partial<NewMarket> = {}): Promise<string> {
  const outcome = await planMarket(held.db, cohort.officer, terms(change), BEFORE)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.market
}

const give = (id: string, project: string, now = BEFORE) =>
  giveStand(held.db, cohort.officer, { market: id, project, reason: 'Has something to sell' }, now)
const seen = async (id: string) => {
  const found = await marketById(held.db, cohort.officer, place, id, 'fr')
  if (found === null) throw new Error('no such market')
  return found
}

test('a stand is given to an admitted project, with its reason, as long as one is left', async () => {
  const [first, second, third] = cohort.projects
  const id = await market()
  expect(await give(id, first)).toEqual({ ok: true, value: null })
  expect(await give(id, first)).toMatchObject({ code: 'stand/already-given' })
  expect(await giveStand(held.db, cohort.officer, { market: id, project: second, reason: ' ' }, BEFORE)).toMatchObject({
    code: 'stand/without-reason',
  })
  expect((await give(id, second)).ok).toBe(true)
  expect(await give(id, third)).toMatchObject({ code: 'stand/none-left', details: { places: 2 } })
  expect(await give(id, demoId('no:project'))).toMatchObject({ code: 'page/not-found' })
  const { given, places, stands } = await seen(id)
  expect([given, places, stands.map((one) => one.reason)]).toEqual([2, 2, ['Has something to sell', 'Has something to sell']])
})

test('the last stand is given once, however many ask for it at the same instant', async () => {
  const id = await market({ places: 1 })
  const outcomes = await Promise.all(cohort.projects.map((project) => give(id, project)))
  expect(outcomes.map((one) => (one.ok ? 'given' : one.code)).sort()).toEqual(['given', ...Array(3).fill('stand/none-left')])
})

test('a stand taken back is free again, and its withdrawal keeps why and when', async () => {
  const [first, second] = cohort.projects
  const id = await market({ places: 1 })
  await give(id, first)
  const withdraw = (project: string, reason: string) => withdrawStand(held.db, cohort.officer, { market: id, project, reason }, BEFORE)
  expect(await withdraw(first, '')).toMatchObject({ code: 'stand/without-reason' })
  expect(await withdraw(second, 'No stand')).toMatchObject({ code: 'page/not-found' })
  expect((await withdraw(first, 'Its work is not ready')).ok).toBe(true)
  expect((await give(id, second)).ok).toBe(true)
  const { withdrawals, stands } = await seen(id)
  expect(withdrawals.map((one) => [one.reason, one.at])).toEqual([['Its work is not ready', BEFORE]])
  expect(stands.map((one) => one.project)).toEqual([second])
})

test('who took part is recorded once the market has opened, and may be corrected; a stand that was used is not taken back', async () => {
  const [first, second] = cohort.projects
  const id = await market()
  await give(id, first)
  await give(id, second)
  const record = (tookPart: Record<string, boolean>, now = DURING) => recordParticipation(held.db, cohort.officer, { market: id, tookPart }, now)
  expect(await record({ [first]: true }, BEFORE)).toMatchObject({ code: 'market/not-begun' })
  expect(await record({ [cohort.projects[2]]: true })).toMatchObject({ code: 'page/not-found' })
  expect(await record({ [first]: true })).toEqual({ ok: true, value: { tookPart: 1 } })
  expect((await seen(id)).stands.map((one) => one.tookPart)).toEqual([true, null])
  expect(await record({ [first]: true, [second]: false })).toEqual({ ok: true, value: { tookPart: 1 } })
  expect((await seen(id)).stands.map((one) => one.tookPart)).toEqual([true, false])
  const gone = await withdrawStand(held.db, cohort.officer, { market: id, project: first, reason: 'x' }, DURING)
  expect(gone).toMatchObject({ code: 'stand/took-part' })
  expect((await marketsOfProject(held.db, cohort.organisation, first, 'fr')).filter((one) => one.id === id)).toMatchObject([{ tookPart: true }])
})

test('visitors are counted by part with their source; a count is corrected, and parts are never added up', async () => {
  const id = await market()
  const count = (part: VisitPart, visitors: number, now = DURING) =>
    recordVisitors(held.db, cohort.officer, { market: id, part, visitors, source: 'Communiqué du Forum' }, now)
  expect(await count('total', 2300, BEFORE)).toMatchObject({ code: 'market/not-begun' })
  for (const [part, visitors] of [
    ['opening', 350],
    ['panels', 600],
    ['sector-sessions', 255],
    ['workshops', 250],
  ] as const)
    await count(part, visitors)
  expect((await seen(id)).visitors).toBe(null)
  await count('total', 2300)
  await count('workshops', 251)
  const { visitors, counts } = await seen(id)
  expect([visitors, counts.map((one) => [one.part, one.visitors, one.name])]).toEqual([
    2300,
    [
      ['total', 2300, 'Total'],
      ['panels', 600, 'Panels'],
      ['opening', 350, 'Ouverture'],
      ['sector-sessions', 255, 'Focus sectoriels'],
      ['workshops', 251, 'Ateliers pratiques'],
    ],
  ])
})

test('a market keeps the stands it gave when it is changed, and is cancelled with them unless it took place', async () => {
  const [first, second] = cohort.projects
  const id = await market()
  await give(id, first)
  await give(id, second)
  const change = (version: number, places: number) => changeMarket(held.db, cohort.officer, { ...terms({ places }), market: id, version }, BEFORE)
  expect(await change(1, 1)).toMatchObject({ code: 'market/fewer-than-given', details: { given: 2 } })
  expect((await change(1, 3)).ok).toBe(true)
  expect(await change(1, 3)).toMatchObject({ code: 'market/changed-since' })
  expect(await cancelMarket(held.db, cohort.officer, { market: id, reason: 'Put off by the organiser' }, BEFORE)).toEqual({
    ok: true,
    value: { stands: 2 },
  })
  expect(await give(id, first)).toMatchObject({ code: 'market/cancelled' })
  expect(await seen(id)).toMatchObject({ cancelled: true, given: 0, cancelReason: 'Put off by the organiser' })
  const held2 = await market()
  await recordVisitors(held.db, cohort.officer, { market: held2, part: 'total', visitors: 10, source: 'Door' }, DURING)
  expect(await cancelMarket(held.db, cohort.officer, { market: held2, reason: 'x' }, DURING)).toMatchObject({ code: 'market/took-place' })
})

test('the same form sent twice adds one market; another one under its id is added apart', async () => {
  const id = demoId('test:market')
  const both = await Promise.all([1, 2].map(() => planMarket(held.db, cohort.officer, { ...terms(), id }, BEFORE)))
  expect(both).toEqual(Array(2).fill({ ok: true, value: { market: id } }))
  const other = await planMarket(held.db, cohort.officer, { ...terms({ startsOn: '2024-12-05' }), id }, BEFORE)
  expect(other.ok && other.value.market !== id).toBe(true)
})

test('a project that left before the market opens gets no stand and did not take part', async () => {
  const project = cohort.projects[3]
  const id = await market()
  await give(id, project)
  await recordDeparture(held.db, cohort.officer, { project, leftOn: '2024-11-01', reason: 'Moved away' }, BEFORE)
  expect(await recordParticipation(held.db, cohort.officer, { market: id, tookPart: { [project]: true } }, DURING)).toMatchObject({
    code: 'stand/project-left',
  })
  expect(await give(await market(), project)).toMatchObject({ code: 'stand/project-left' })
})

test('readers read, officers act, and another organisation finds nothing', async () => {
  const id = await market()
  const other = await otherOfficer(held.db)
  for (const viewer of [cohort.auditor, cohort.trainer, other]) {
    const stand = { market: id, project: cohort.projects[0], reason: 'x' }
    const outcomes = [
      await giveStand(held.db, viewer, stand, BEFORE),
      await withdrawStand(held.db, viewer, stand, BEFORE),
      await changeMarket(held.db, viewer, { ...terms(), market: id, version: 1 }, BEFORE),
      await cancelMarket(held.db, viewer, stand, BEFORE),
      await recordParticipation(held.db, viewer, { market: id, tookPart: {} }, DURING),
      await recordVisitors(held.db, viewer, { market: id, part: 'total', visitors: 1, source: 'x' }, DURING),
    ]
    expect(outcomes.map((one) => (one.ok ? 'done' : one.code))).toEqual(Array(6).fill('page/not-found'))
  }
  expect((await marketsOf(held.db, cohort.auditor, place, 'fr')).length).toBeGreaterThan(5)
  expect(await marketsOf(held.db, cohort.trainer, place, 'fr')).toEqual([])
  expect(await marketsOf(held.db, other, place, 'fr')).toEqual([])
  expect(await marketById(held.db, other, place, id, 'fr')).toBe(null)
})

test('the trail of each market holds', async () => {
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([])
})
