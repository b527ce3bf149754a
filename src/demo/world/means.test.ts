import { expect, test } from 'vitest'
import { madeUpCohorts } from '../../../tests/database/made-up-cohort.ts'
import { sumOf } from '../../domain/money.ts'
import { CLOSED_DAYS, wall, weekday } from './clock.ts'
import { makeAwards } from './means/awards.ts'
import { referencesOf } from './means/payments.ts'
import { EDITIONS, type EditionKey, TODAY } from './scenario.ts'

const cohorts = madeUpCohorts()
const NOW = `${TODAY}T07:00:00Z`
const all = Object.fromEntries(EDITIONS.map((edition) => [edition, makeAwards(edition, cohorts[edition])])) as Record<
  EditionKey,
  ReturnType<typeof makeAwards>
>
const seeds = (edition: EditionKey) => all[edition].filter((one) => one.kind === 'seed')
const instalments = (edition: EditionKey, position: number) =>
  seeds(edition).flatMap((one) => one.instalments.filter((each) => each.position === position))
const paid = (edition: EditionKey, position: number) =>
  instalments(edition, position).filter(({ payment }) => payment !== null && payment.executed !== null && payment.executed.at < NOW)
const amounts = (some: readonly { readonly amount: string }[]) => sumOf(some.map((one) => one.amount))

test('the money of the first edition comes out: 17 contracts, 510,000 committed, 357,000 and 144,000 paid, 9,000 released', () => {
  expect(seeds('e1').filter((one) => one.agreement !== null).length).toBe(17)
  expect(amounts(seeds('e1'))).toBe('510000.00')
  expect([paid('e1', 1).length, amounts(paid('e1', 1))]).toEqual([17, '357000.00'])
  expect([paid('e1', 2).length, amounts(paid('e1', 2))]).toEqual([16, '144000.00'])
  expect(amounts([...paid('e1', 1), ...paid('e1', 2)])).toBe('501000.00')
  expect(amounts(instalments('e1', 2).filter((one) => one.released !== null))).toBe('9000.00')
})

test('that of the second: 24 contracts, 720,000 committed, 23 balances, 711,000 paid, and one payment that waits for its second person', () => {
  expect(seeds('e2').filter((one) => one.agreement !== null).length).toBe(24)
  expect(amounts(seeds('e2'))).toBe('720000.00')
  expect(paid('e2', 2).length).toBe(23)
  expect(amounts([...paid('e2', 1), ...paid('e2', 2)])).toBe('711000.00')
  expect(instalments('e2', 2).filter(({ payment }) => payment?.approved === null && payment.prepared.at < NOW).length).toBe(1)
})

test('that of the third on 15 September 2025: 24 first instalments, 504,000 paid', () => {
  expect([paid('e3', 1).length, amounts(paid('e3', 1))]).toEqual([24, '504000.00'])
  expect(paid('e3', 2)).toEqual([])
})

test('three prizes of 100,000, 70,000 and 50,000 at the first Forum, to the regions that were published', () => {
  const prizes = all.e1.filter((one) => one.kind === 'prize')
  const regionOf = (project: string) => cohorts.e1.find((one) => one.project === project)?.region
  expect(prizes.map((one) => [one.rank, one.amount, regionOf(one.project)])).toEqual([
    [1, '100000.00', 'OR'],
    [2, '70000.00', 'FM'],
    [3, '50000.00', 'TTA'],
  ])
  for (const one of prizes) expect(one.awarded.on >= '2023-12-07' && one.awarded.on <= '2023-12-10').toBe(true)
  expect([...all.e2, ...all.e3].filter((one) => one.kind === 'prize')).toEqual([])
})

test('who left before signing has no award, and nobody has two of a kind', () => {
  for (const edition of EDITIONS) {
    const gone = cohorts[edition].filter((one) => one.leftOn !== null).map((one) => one.project)
    expect(all[edition].filter((one) => gone.includes(one.project))).toEqual([])
    expect(new Set(all[edition].map((one) => one.kind + one.project)).size).toBe(all[edition].length)
  }
})

test('every step follows the one before, on working days, and who prepared a payment never approves it', () => {
  for (const award of EDITIONS.flatMap((edition) => all[edition])) {
    expect(award.agreement === null || award.agreement.on >= award.awarded.on, award.key).toBe(true)
    expect(sumOf(award.instalments.map((one) => one.amount))).toBe(award.amount)
    for (const { key, met, payment } of award.instalments) {
      if (payment === null) continue
      const { prepared, approved, executed } = payment
      expect((met?.at ?? award.awarded.at) < prepared.at, key).toBe(true)
      expect(approved === null || (prepared.at < approved.at && prepared.by !== approved.by), key).toBe(true)
      expect(executed === null || (approved !== null && approved.at < executed.at && wall(executed.at).slice(0, 10) === executed.on), key).toBe(true)
      for (const moment of [met, prepared, approved, executed]) {
        if (moment === null) continue
        const day = wall(moment.at).slice(0, 10)
        expect([CLOSED_DAYS.has(day), weekday(day) % 6 === 0], `${key} ${day}`).toEqual([false, false])
      }
    }
    const [first, second] = award.instalments
    if (second?.payment) expect((first?.payment?.executed?.at ?? '9') < second.payment.prepared.at, award.key).toBe(true)
  }
})

test('a reference of the bank is of one payment, and the same cohort gives the same money', () => {
  const payments = EDITIONS.flatMap((edition) => all[edition].flatMap((one) => one.instalments.flatMap(({ payment }) => payment ?? [])))
  const references = referencesOf(payments)
  expect(new Set(references.values()).size).toBe(payments.filter((one) => one.executed !== null).length)
  for (const reference of references.values()) expect(reference).toMatch(/^VRT2[345][01]\d[0-3]\d-\d\d$/)
  expect(EDITIONS.flatMap((edition) => makeAwards(edition, madeUpCohorts()[edition]))).toEqual(EDITIONS.flatMap((edition) => all[edition]))
})

test('without a cohort there is no money', () => {
  for (const edition of EDITIONS) expect(makeAwards(edition, [])).toEqual([])
})
