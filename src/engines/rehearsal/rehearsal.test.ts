import { expect, test } from 'vitest'
import { rehearse } from './index.ts'

const pool = (fes: number, ori: number, women: number) => ({
  counts: { region: { fes, ori }, gender: { woman: women, man: fes + ori - women } },
  mean: 75,
  deviation: 8,
})
const asked = { places: 8, pass_mark: 50, draws: 30, seed: 'a rehearsal' }
const regions = [
  { attribute: 'region', value: 'fes', min: 4, max: 4 },
  { attribute: 'region', value: 'ori', min: 4, max: 4 },
]

test('the same seed gives the same answer, another seed other pools', async () => {
  const input = { ...asked, rules: [...regions, { attribute: 'gender', value: 'woman', min: 5 }], pool: pool(20, 20, 16) }
  const once = await rehearse(input)
  expect(await rehearse(input)).toEqual(once)
  expect(await rehearse({ ...input, seed: 'another' })).not.toEqual(once)
  expect([once.possible, once.rules[0]?.binding, once.rules[2]?.binding ?? 0]).toEqual([30, 30, expect.any(Number)])
  expect(once.rules[2]?.binding).toBeGreaterThan(0)
})

test('rules that a pool cannot meet are found before the call opens, and named', async () => {
  const { possible, conflicts } = await rehearse({ ...asked, rules: regions, pool: pool(30, 3, 15) })
  expect([possible, conflicts[0]?.times, conflicts[0]?.conflict]).toEqual([0, 30, [regions[1]]])
})

test('a pool of an earlier edition moves within its margins; nobody below the pass mark counts', async () => {
  const candidates = Array.from({ length: 20 }, (_, place) => ({
    id: `c${place}`,
    score: String(55 + place),
    attributes: { region: place % 2 ? 'fes' : 'ori' },
  }))
  const still = await rehearse({ ...asked, pass_mark: 60, rules: regions, pool: { candidates, standard_errors: {} } })
  expect([still.candidates, still.possible, still.rules[0]?.costs === 0 || still.rules[0]?.costs === 30]).toEqual([15, 30, true])
  expect((await rehearse({ ...asked, pass_mark: 90, rules: regions, pool: { candidates, standard_errors: {} } })).conflicts[0]?.conflict).toEqual([
    { places: 8 },
  ])
})
