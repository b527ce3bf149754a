import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solve as solveByYalps } from 'yalps'
import { pool179, score } from '../../../tests/engines/pool.ts'
import { millionths } from './decimal.ts'
import { checkCertificate, type Rule, type SelectionInput, solveSelection } from './index.ts'

/** Small instances with many ties. */
const small: fc.Arbitrary<SelectionInput> = fc.integer({ min: 3, max: 9 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, place) => `c${place}`)
  const bounds = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }))
  const rule: fc.Arbitrary<Rule> = fc.oneof(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), bounds).map(([value, [min, more]]) => ({ attribute: 'region', value, min, max: min + more })),
    fc.integer({ min: 0, max: 3 }).map((min) => ({ attribute: 'woman', value: true, min })),
    fc.integer({ min: 4, max: 60 }).map((max) => ({ sum: 'cost', max: max / 2 })),
    fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }).map((exclusive) => ({ exclusive })),
  )
  const candidate = fc.record({
    points: fc.integer({ min: 1, max: 6 }),
    region: fc.constantFrom('a', 'b', 'c'),
    woman: fc.boolean(),
    cost: fc.integer({ min: 1, max: 12 }),
  })
  return fc.record({
    places: fc.integer({ min: 1, max: count }),
    candidates: fc
      .tuple(...ids.map(() => candidate))
      .map((all) => all.map(({ points, ...attributes }, place) => ({ id: ids[place] as string, score: score(points * 100), attributes }))),
    rules: fc.array(rule, { maxLength: 4 }),
    forced_in: fc.subarray(ids.slice(0, 1)),
    forced_out: fc.subarray(ids.slice(-1)),
    tie_break: fc.shuffledSubarray(ids, { minLength: count, maxLength: count }),
    reserve: fc.integer({ min: 0, max: 2 }),
    explain: fc.constant(true),
  })
})

function keeps(input: SelectionInput, ids: ReadonlySet<string>): boolean {
  const inside = input.candidates.filter((one) => ids.has(one.id))
  if (inside.length !== input.places) return false
  if (!(input.forced_in ?? []).every((id) => ids.has(id)) || (input.forced_out ?? []).some((id) => ids.has(id))) return false
  return input.rules.every((rule) => {
    if ('exclusive' in rule) return rule.exclusive.filter((id) => ids.has(id)).length <= 1
    const sum =
      'sum' in rule
        ? inside.reduce((all, one) => all + Number(one.attributes?.[rule.sum]), 0)
        : inside.filter((one) => one.attributes?.[rule.attribute] === rule.value).length
    return sum >= Number(rule.min ?? -1) && sum <= Number(rule.max ?? 1e9)
  })
}

const points = (input: SelectionInput, ids: Iterable<string>): bigint =>
  [...ids].reduce((all, id) => all + (millionths(input.candidates.find((one) => one.id === id)?.score) as bigint), 0n)

/** Every allowed list of the best total, by trying all. */
function bruteForce(input: SelectionInput): ReadonlySet<string>[] {
  const ids = input.candidates.map((one) => one.id)
  const all = Array.from({ length: 1 << ids.length }, (_, mask) => new Set(ids.filter((_, k) => (mask >> k) & 1))).filter((one) => keeps(input, one))
  const top = all.reduce((most, one) => (points(input, one) > most ? points(input, one) : most), -1n)
  return all.filter((one) => points(input, one) === top)
}

/** The list the order prefers: compare candidate by candidate. */
function firstInOrder(lists: readonly ReadonlySet<string>[], order: readonly string[]): ReadonlySet<string> {
  return order.reduce((left, id) => (left.some((one) => one.has(id)) ? left.filter((one) => one.has(id)) : left), lists)[0] as ReadonlySet<string>
}

describe('a selection', () => {
  test('is the list that trying everything finds, preferred by the order, and says whether it is the only one', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (input) => {
        const best = bruteForce(input)
        const solved = await solveSelection(input)
        expect(checkCertificate(input, solved)).toEqual([])
        expect(solved.status).toBe(best.length === 0 ? 'infeasible' : 'optimal')
        if (best.length === 0) return
        expect(new Set(solved.selected)).toEqual(firstInOrder(best, input.tie_break as string[]))
        expect(solved.unique).toBe(best.length === 1)
        for (const [out, into] of Object.entries(solved.substitutes ?? {})) {
          const left = { ...input, forced_in: (input.forced_in ?? []).filter((id) => id !== out) }
          expect(keeps(left, new Set([...(solved.selected as string[]).filter((id) => id !== out), into]))).toBe(true)
        }
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test('explains each candidate by the total of the opposite decision', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (input) => {
        const solved = await solveSelection(input)
        const top = solved.status === 'optimal' ? points(input, solved.selected as string[]) : 0n
        for (const one of solved.explanations ?? []) {
          const forced = [...(input.forced_in ?? []), ...(input.forced_out ?? [])].includes(one.id)
          const opposite = one.selected
            ? { ...input, forced_out: [...(input.forced_out ?? []), one.id] }
            : { ...input, forced_in: [...(input.forced_in ?? []), one.id] }
          const best = forced ? [] : bruteForce(opposite)
          expect(one.selected ? one.margin : one.gap).toBe(best[0] === undefined ? null : (Number(top - points(input, best[0])) / 1e6).toFixed(6))
        }
      }),
      { numRuns: 60, seed: 11 },
    )
  })

  test('names, when no list is allowed, a conflict that is one and from which nothing can be left out', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(small, async (input) => {
        const { conflict } = await solveSelection(input)
        if (conflict === undefined) return
        seen++
        const only = (named: typeof conflict): SelectionInput => ({
          ...input,
          rules: named.filter((one): one is Rule => 'attribute' in one || 'sum' in one || 'exclusive' in one),
          forced_in: named.flatMap((one) => ('forced_in' in one ? [one.forced_in] : [])),
          forced_out: named.flatMap((one) => ('forced_out' in one ? [one.forced_out] : [])),
        })
        expect(bruteForce(only(conflict))).toEqual([])
        for (const one of conflict)
          if (!('places' in one)) expect(bruteForce(only(conflict.filter((other) => other !== one))).length).toBeGreaterThan(0)
      }),
      { numRuns: 150, seed: 13 },
    )
    expect(seen).toBeGreaterThan(20)
  })
})

const edition: SelectionInput = { ...pool179(), reserve: 8, explain: true }
const counts = (input: SelectionInput, ids: readonly string[], attribute: string): Record<string, number> => {
  const all: Record<string, number> = {}
  for (const id of ids) {
    const value = String(input.candidates.find((one) => one.id === id)?.attributes?.[attribute])
    all[value] = (all[value] ?? 0) + 1
  }
  return all
}

describe('twenty-four of 179, six a region, nine led by women, five CSOs, four at most a sector', () => {
  test('agrees with a second solver on the total', async () => {
    const solved = await solveSelection({ ...edition, explain: false })
    const constraints: Record<string, { min?: number; max?: number; equal?: number }> = { places: { equal: 24 } }
    edition.rules.forEach((rule, index) => {
      if ('attribute' in rule)
        constraints[`r${index}`] = { ...(rule.min === undefined ? {} : { min: rule.min }), ...(rule.max === undefined ? {} : { max: rule.max }) }
    })
    const variables = Object.fromEntries(
      edition.candidates.map((one) => [
        one.id,
        Object.fromEntries([
          ['score', Number(one.score)],
          ['places', 1],
          ...edition.rules.flatMap((rule, index) =>
            'attribute' in rule && one.attributes?.[rule.attribute] === rule.value ? [[`r${index}`, 1]] : [],
          ),
        ]),
      ]),
    )
    const second = solveByYalps({ direction: 'maximize', objective: 'score', constraints, variables, binaries: true }, { tolerance: 0 })
    expect([second.status, second.result.toFixed(6)]).toEqual(['optimal', solved.total])
  })

  test('agrees with a second solver on editions of other sizes, sums and exclusions included', async () => {
    const middling = fc.record({
      scores: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 30, maxLength: 45 }),
      costs: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 45, maxLength: 45 }),
      places: fc.integer({ min: 4, max: 12 }),
      most: fc.integer({ min: 2, max: 6 }),
      budget: fc.integer({ min: 60, max: 300 }),
    })
    await fc.assert(
      fc.asyncProperty(middling, async ({ scores, costs, places, most, budget }) => {
        const candidates = scores.map((points, place) => ({
          id: `c${place}`,
          score: score(points),
          attributes: { kind: place % 4, cost: costs[place] as number },
        }))
        const rules: Rule[] = [
          ...[0, 1, 2, 3].map((value) => ({ attribute: 'kind', value, min: 1, max: most })),
          { sum: 'cost', max: budget },
          { exclusive: ['c0', 'c1', 'c2', 'c3'] },
        ]
        const input = { places, candidates, rules }
        const solved = await solveSelection(input)
        expect(checkCertificate(input, solved)).toEqual([])
        const kinds = Object.fromEntries([0, 1, 2, 3].map((value) => [`kind${value}`, { min: 1, max: most }]))
        const variables = Object.fromEntries(
          candidates.map((one, place) => [
            one.id,
            { score: scores[place] as number, places: 1, cost: costs[place] as number, [`kind${place % 4}`]: 1, ...(place < 4 ? { apart: 1 } : {}) },
          ]),
        )
        const second = solveByYalps(
          {
            direction: 'maximize',
            objective: 'score',
            constraints: { ...kinds, places: { equal: places }, cost: { max: budget }, apart: { max: 1 } },
            variables,
            binaries: true,
          },
          { tolerance: 0 },
        )
        expect(second.status === 'optimal' ? score(Math.round(second.result)) : second.status).toBe(solved.total ?? 'infeasible')
      }),
      { numRuns: 40, seed: 17 },
    )
  })

  test('keeps every rule, proves it, and has two of each region in reserve, so that somebody can take most places', async () => {
    const solved = await solveSelection(edition)
    expect(checkCertificate(edition, solved)).toEqual([])
    expect(counts(edition, solved.selected as string[], 'region')).toEqual({ tta: 6, fes: 6, sou: 6, ori: 6 })
    expect(counts(edition, solved.reserve as string[], 'region')).toEqual({ tta: 2, fes: 2, sou: 2, ori: 2 })
    expect(counts(edition, solved.selected as string[], 'gender').woman).toBeGreaterThanOrEqual(9)
    expect(counts(edition, solved.selected as string[], 'kind').cso).toBeGreaterThanOrEqual(5)
    expect(Math.max(...Object.values(counts(edition, solved.selected as string[], 'sector')))).toBe(4)
    expect(solved.explanations).toHaveLength(179)
    expect(solved.explanations?.filter((one) => one.selected).every((one) => one.margin === null || Number(one.margin) >= 0)).toBe(true)
  })

  test('is the same whatever the order of the file when the tie-break is drawn from a seed', async () => {
    const shuffled = { ...edition, candidates: [...edition.candidates].reverse() }
    expect(await solveSelection(shuffled)).toEqual(await solveSelection(edition))
  })

  test('names the region that lacks candidates, and nothing else', async () => {
    const few = { ...edition, candidates: edition.candidates.filter((one, place) => one.attributes?.region !== 'ori' || place % 12 === 0) }
    const solved = await solveSelection(few)
    expect([solved.status, solved.conflict]).toEqual(['infeasible', [{ attribute: 'region', value: 'ori', min: 6, max: 6 }]])
    expect(checkCertificate(few, solved)).toEqual([])
  })

  test('gives every candidate a probability that adds up to the places, the same for the same seed', async () => {
    const input = {
      ...edition,
      explain: false,
      stability: { draws: 60, seed: 'public', standard_errors: Object.fromEntries(edition.candidates.map((one) => [one.id, 2.5])) },
    }
    const [one, again] = [await solveSelection(input), await solveSelection(input)]
    expect(one.probability).toEqual(again.probability)
    expect(Object.values(one.probability as Record<string, number>).reduce((sum, share) => sum + share, 0)).toBeCloseTo(24, 6)
  })
})
