import { expect, test } from 'vitest'
import {
  cancelMarket,
  changeMarket,
  giveStand,
  type MarketFacts,
  planMarket,
  recordParticipation,
  recordVisitors,
  visitorsOf,
  withdrawStand,
} from './market.ts'

const terms = { startsOn: '2024-12-04', endsOn: '2024-12-08', places: 2 }
const market: MarketFacts = { cancelledAt: null, version: 1, startsOn: '2024-12-04', places: 2, given: 1, tookPart: 0, counts: 0 }
const project = { admitted: true, leftOn: null, hasStand: false }
const cancelled = { ...market, cancelledAt: new Date('2024-11-01') }

test('a market has its days in order, a month at most, and at least one stand', () => {
  expect(planMarket(terms).ok).toBe(true)
  expect(planMarket({ ...terms, endsOn: '2024-12-03' })).toMatchObject({ code: 'market/ends-before-it-begins' })
  expect(planMarket({ ...terms, endsOn: '2025-01-04' })).toMatchObject({ code: 'market/too-long' })
  expect(planMarket({ ...terms, places: 0 })).toMatchObject({ code: 'market/impossible-stands' })
})
test('a change keeps the stands that were given and starts from what stands now', () => {
  expect(changeMarket({ ...market, given: 2 }, { ...terms, places: 1 }, 1)).toMatchObject({ code: 'market/fewer-than-given', details: { given: 2 } })
  expect(changeMarket(market, terms, 2)).toMatchObject({ code: 'market/changed-since' })
  expect(changeMarket(cancelled, terms, 1)).toMatchObject({ code: 'market/cancelled' })
  expect(changeMarket(market, { ...terms, places: 1 }, 1).ok).toBe(true)
})
test('a market that took place is not cancelled', () => {
  expect(cancelMarket(market, 'No hall')).toMatchObject({ ok: true })
  expect(cancelMarket({ ...market, tookPart: 1 }, 'x')).toMatchObject({ code: 'market/took-place' })
  expect(cancelMarket({ ...market, counts: 1 }, 'x')).toMatchObject({ code: 'market/took-place' })
  expect(cancelMarket(market, ' ')).toMatchObject({ code: 'market/without-reason' })
})
test('a stand goes to an admitted project that is there when the market opens, once, while one is left, for a reason', () => {
  expect(giveStand(market, project, 'Ready to sell').ok).toBe(true)
  expect(giveStand(market, { ...project, admitted: false }, 'x')).toMatchObject({ code: 'stand/project-not-admitted' })
  expect(giveStand(market, { ...project, leftOn: '2024-12-04' }, 'x')).toMatchObject({ code: 'stand/project-left' })
  expect(giveStand(market, { ...project, leftOn: '2024-12-05' }, 'x').ok).toBe(true)
  expect(giveStand(market, { ...project, hasStand: true }, 'x')).toMatchObject({ code: 'stand/already-given' })
  expect(giveStand({ ...market, given: 2 }, project, 'x')).toMatchObject({ code: 'stand/none-left' })
  expect(giveStand(market, project, '')).toMatchObject({ code: 'stand/without-reason' })
  expect(giveStand(cancelled, project, 'x')).toMatchObject({ code: 'market/cancelled' })
})
test('a stand whose project took part is not taken back', () => {
  expect(withdrawStand({ tookPart: true }, 'x')).toMatchObject({ code: 'stand/took-part' })
  expect(withdrawStand({ tookPart: false }, 'Ill').ok).toBe(true)
  expect(withdrawStand({ tookPart: null }, ' ')).toMatchObject({ code: 'stand/without-reason' })
})
test('participation and visitors are known once the market has opened', () => {
  expect(recordParticipation(market, [], '2024-12-03')).toMatchObject({ code: 'market/not-begun' })
  expect(recordParticipation(market, [{ admitted: true, leftOn: '2024-10-01', tookPart: true }], '2024-12-04')).toMatchObject({
    code: 'stand/project-left',
  })
  expect(recordParticipation(market, [{ admitted: true, leftOn: '2024-10-01', tookPart: false }], '2024-12-04').ok).toBe(true)
  expect(recordVisitors(market, { visitors: 350, source: 'Counted at the door' }, '2024-12-03')).toMatchObject({ code: 'market/not-begun' })
  expect(recordVisitors(market, { visitors: 350, source: '' }, '2024-12-04')).toMatchObject({ code: 'visit/without-source' })
  expect(recordVisitors(market, { visitors: -1, source: 'x' }, '2024-12-04')).toMatchObject({ code: 'visit/impossible-count' })
})
test('the parts of a market overlap: without a total there is no number of visitors', () => {
  const parts = [
    { part: 'opening', visitors: 350 },
    { part: 'panels', visitors: 600 },
  ]
  expect(visitorsOf(parts)).toBe(null)
  expect(visitorsOf([...parts, { part: 'total', visitors: 2300 }])).toBe(2300)
})
