import { expect, test } from 'vitest'
import { madeUpCohorts } from '../../../tests/database/made-up-cohort.ts'
import { makeMarkets, type WorldMarket } from './markets.ts'
import { EDITIONS, type EditionKey } from './scenario.ts'
import { makeSupport } from './support/support.ts'

const cohorts = madeUpCohorts()
const markets = EDITIONS.flatMap((edition) => makeMarkets(edition, cohorts[edition]))
const of = (edition: EditionKey, french: string): WorldMarket =>
  markets.find((one) => one.edition === edition && one.name.fr === french) as WorldMarket
const BOULEVARD = 'Souk de L’Boulevard'
const VISA = 'Marché professionnel Visa For Music'
const FORUM = 'Souk des entrepreneurs du Forum'
const tookPart = (market: WorldMarket): number => market.stands.filter((one) => one.withdrawn === null && one.tookPart).length

test('each edition goes to three markets; as many projects take part as the scenario says', () => {
  expect([BOULEVARD, VISA, FORUM].map((name) => tookPart(of('e1', name)))).toEqual([9, 7, 17])
  expect([BOULEVARD, VISA, FORUM].map((name) => tookPart(of('e2', name)))).toEqual([8, 11, 22])
  expect(markets.filter((one) => one.edition === 'e3').length).toBe(3)
})

test('markets are on the days that were published', () => {
  const days = (edition: EditionKey, name: string) => [of(edition, name).startsOn, of(edition, name).endsOn]
  expect([days('e1', VISA), days('e1', FORUM)]).toEqual([
    ['2023-11-22', '2023-11-25'],
    ['2023-12-07', '2023-12-10'],
  ])
  expect([days('e2', VISA), days('e2', FORUM)]).toEqual([
    ['2024-11-20', '2024-11-23'],
    ['2024-12-04', '2024-12-08'],
  ])
})

test('the visitors of the first Forum are those that were published, and no other market has a count', () => {
  const { visits } = of('e1', FORUM)
  expect(Object.fromEntries(visits.map((one) => [one.part, one.visitors]))).toEqual({
    ...{ total: 2300, opening: 350, panels: 600, 'sector-sessions': 255, workshops: 251 },
  })
  expect(markets.filter((one) => one.visits.length > 0)).toEqual([of('e1', FORUM)])
})

test('a market never gives more stands than it was offered, each to another project that is still there, for a reason', () => {
  for (const { key, edition, places, startsOn, stands } of markets) {
    expect(stands.filter((one) => one.withdrawn === null).length <= places, key).toBe(true)
    expect(new Set(stands.map((one) => one.project)).size, key).toBe(stands.length)
    for (const stand of stands) {
      const project = cohorts[edition].find((one) => one.project === stand.project)
      expect(project !== undefined && (project.leftOn === null || project.leftOn > startsOn), key).toBe(true)
      expect(stand.reason.length, key).toBeGreaterThan(20)
      expect(stand.givenAt < `${startsOn}T00:00:00Z`, key).toBe(true)
      expect(stand.withdrawn === null || (stand.withdrawn.at > stand.givenAt && stand.withdrawn.at < `${startsOn}T00:00:00Z`), key).toBe(true)
    }
  }
  expect(markets.flatMap((one) => one.stands.filter((stand) => stand.withdrawn !== null)).length).toBe(2)
})

test('no project has an activity on a day on which it is at a market', () => {
  for (const market of markets) {
    const { activities } = makeSupport(market.edition, cohorts[market.edition])
    const projects = new Set(market.stands.map((one) => one.project))
    const clashes = activities.filter(
      (one) => one.day >= market.startsOn && one.day <= market.endsOn && one.projects.some((project) => projects.has(project)),
    )
    expect(clashes.map((one) => one.key)).toEqual([])
  }
})

test('the same cohort gives the same markets, and without one there is none', () => {
  expect(EDITIONS.flatMap((edition) => makeMarkets(edition, madeUpCohorts()[edition]))).toEqual(markets)
  expect(makeMarkets('e1', [])).toEqual([])
})
