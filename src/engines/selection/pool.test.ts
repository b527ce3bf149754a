/** Pools too large to try every list: what the engine finds among the few that prices leave open, against a second solver that looks at all. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solve as solveByYalps } from 'yalps'
import { score } from '../../../tests/engines/pool.ts'
import { checkCertificate, type Rule, type SelectionInput, type SelectionOutput, solveSelection } from './index.ts'

const COUNT = 90

/** Ninety candidates with scores of few values, so that many lists are equal; counts, a budget and pairs that exclude each other. */
const pool: fc.Arbitrary<SelectionInput> = fc
  .record({
    points: fc.array(fc.integer({ min: 20, max: 32 }), { minLength: COUNT, maxLength: COUNT }),
    regions: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: COUNT, maxLength: COUNT }),
    women: fc.array(fc.boolean(), { minLength: COUNT, maxLength: COUNT }),
    costs: fc.array(fc.integer({ min: 10, max: 60 }), { minLength: COUNT, maxLength: COUNT }),
    order: fc.shuffledSubarray(
      Array.from({ length: COUNT }, (_, place) => `c${place}`),
      { minLength: COUNT, maxLength: COUNT },
    ),
    budget: fc.integer({ min: 280, max: 420 }),
    women_at_least: fc.integer({ min: 4, max: 8 }),
  })
  .map(({ points, regions, women, costs, order, budget, women_at_least }) => ({
    places: 10,
    candidates: points.map((one, place) => ({
      id: `c${place}`,
      score: score(one * 250),
      attributes: { region: regions[place] as string, woman: women[place] as boolean, cost: costs[place] as number },
    })),
    rules: [
      ...['a', 'b', 'c', 'd'].map((value): Rule => ({ attribute: 'region', value, min: 1, max: 4 })),
      { attribute: 'woman', value: true, min: women_at_least },
      { sum: 'cost', max: budget },
      { exclusive: ['c0', 'c1'] },
    ],
    tie_break: order,
    explain: true,
  }))

/** The best total by the second solver, with some held in or out; null when there is no list. */
function second(input: SelectionInput, held: Readonly<Record<string, 0 | 1>> = {}): string | null {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = { places: { equal: input.places } }
  input.rules.forEach((rule, index) => {
    const { min, max } = 'exclusive' in rule ? { min: undefined, max: 1 } : rule
    constraints[`r${index}`] = { ...(min === undefined ? {} : { min: Number(min) }), ...(max === undefined ? {} : { max: Number(max) }) }
  })
  for (const [id, to] of Object.entries(held)) constraints[`held ${id}`] = { equal: to }
  const counts = (rule: Rule, one: SelectionInput['candidates'][number]): number => {
    if ('exclusive' in rule) return rule.exclusive.includes(one.id) ? 1 : 0
    return 'sum' in rule ? Number(one.attributes?.[rule.sum]) : one.attributes?.[rule.attribute] === rule.value ? 1 : 0
  }
  const variables = Object.fromEntries(
    input.candidates.map((one) => [
      one.id,
      {
        score: Number(one.score),
        places: 1,
        ...Object.fromEntries(input.rules.map((rule, index) => [`r${index}`, counts(rule, one)])),
        ...(one.id in held ? { [`held ${one.id}`]: 1 } : {}),
      },
    ]),
  )
  const found = solveByYalps({ direction: 'maximize', objective: 'score', constraints, variables, binaries: true }, { tolerance: 0 })
  return found.status === 'optimal' ? found.result.toFixed(6) : null
}

/** Says that the list is the one the order prefers: whoever comes before and is out cannot be in with those kept before. */
function expectPreferred(input: SelectionInput, { selected = [], total }: SelectionOutput): void {
  const held: Record<string, 0 | 1> = {}
  let left = selected.length
  for (const id of input.tie_break as readonly string[]) {
    if (left === 0) return
    if (selected.includes(id)) left--
    else expect(second(input, { ...held, [id]: 1 })).not.toBe(total)
    held[id] = selected.includes(id) ? 1 : 0
  }
}

test('the list, its place among equals and the reasons are those a second solver finds', async () => {
  let equals = 0
  await fc.assert(
    fc.asyncProperty(pool, async (input) => {
      const solved = await solveSelection(input)
      expect(checkCertificate(input, solved)).toEqual([])
      expect(solved.total ?? null).toBe(second(input))
      if (solved.status === 'infeasible') return
      if (solved.unique === false) equals++
      expectPreferred(input, solved)
      for (const { id, selected, margin, gap } of (solved.explanations ?? []).filter((_, index) => index % 9 === 0)) {
        const otherwise = second(input, { [id]: selected ? 0 : 1 })
        const lost = otherwise === null ? null : (Number(solved.total) - Number(otherwise)).toFixed(6)
        expect([id, selected ? margin : gap]).toEqual([id, lost])
      }
    }),
    { numRuns: 12, seed: 23 },
  )
  expect(equals).toBeGreaterThan(3)
})

test('a proof by prices and a rest is refused when the prices are others', async () => {
  let seen = 0
  for (const sample of fc.sample(pool, { numRuns: 20, seed: 29 })) {
    // Scores to the sixth place, as calibrated ones are: bounds are then not rounded to what scores have in common.
    const candidates = sample.candidates.map((one, place) => ({ ...one, score: `${one.score.slice(0, -6)}${100_000 + ((place * 7919) % 899_999)}` }))
    const input = { ...sample, candidates, explain: false }
    const solved = await solveSelection(input)
    const proof = solved.certificate?.proof
    if (proof === undefined || !('rest' in proof)) continue
    seen++
    const free = { ...proof, prices: proof.prices.map(() => '0') }
    const wrong = { ...solved, certificate: { unit: solved.certificate?.unit as string, proof: free } }
    expect([checkCertificate(input, solved), checkCertificate(input, wrong)]).toEqual([[], ['certificate']])
  }
  expect(seen).toBeGreaterThan(3)
})
