import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AssignmentInputError, type AssignmentInput, isAssignable, solveAssignment } from './index.ts'

type Small = AssignmentInput & { readonly weights: readonly (readonly number[])[]; readonly demand: Readonly<Record<string, number>> }

/** Tries every set of pairs; the largest total in hundredths, or null when none is allowed. */
function bruteForce({ applications, reviewers, weights, demand, conflicts = [], forced = [] }: Small): number | null {
  const columns = reviewers.map((_, place) => place)
  const apart = new Set(conflicts.map((pair) => pair.join(' ')))
  const kept = new Set(forced.map((pair) => pair.join(' ')))
  let best: number | null = null
  const step = (row: number, loads: readonly number[], total: number): void => {
    if (row === applications.length) {
      const within = reviewers.every((one, place) => (loads[place] as number) >= one.min_load && (loads[place] as number) <= one.max_load)
      if (within && (best === null || total > best)) best = total
      return
    }
    const application = applications[row] as string
    for (let set = 0; set < 1 << columns.length; set++) {
      const chosen = columns.filter((column) => (set >> column) & 1)
      const named = new Set(chosen.map((column) => `${application} ${reviewers[column]?.id}`))
      if (chosen.length !== demand[application] || [...named].some((pair) => apart.has(pair))) continue
      if ([...kept].some((pair) => pair.startsWith(`${application} `) && !named.has(pair))) continue
      step(
        row + 1,
        loads.map((load, place) => load + (chosen.includes(place) ? 1 : 0)),
        total + chosen.reduce((sum, column) => sum + Math.round((weights[row]?.[column] as number) * 100), 0),
      )
    }
  }
  step(
    0,
    reviewers.map(() => 0),
    0,
  )
  return best
}

const small: fc.Arbitrary<Small> = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) => {
  const applications = Array.from({ length: rows }, (_, place) => `p${place}`)
  const ids = Array.from({ length: columns }, (_, place) => `r${place}`)
  const pair = fc.tuple(fc.constantFrom(...applications), fc.constantFrom(...ids))
  const loads = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }))
  return fc.record({
    applications: fc.constant(applications),
    reviewers: fc
      .tuple(...ids.map(() => loads))
      .map((all) => all.map(([min, more], place) => ({ id: ids[place] as string, min_load: min, max_load: min + more }))),
    weights: fc.array(
      fc.array(
        fc.integer({ min: -50, max: 100 }).map((hundredths) => hundredths / 100),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: rows, maxLength: rows },
    ),
    demand: fc
      .tuple(...applications.map(() => fc.integer({ min: 0, max: 2 })))
      .map((all) => Object.fromEntries(all.map((one, place) => [applications[place] as string, one]))),
    conflicts: fc.array(pair, { maxLength: 3 }),
    forced: fc.array(pair, { maxLength: 2 }),
    objective: fc.constant('total' as const),
  })
})

const hundredths = (decimal: string): number => Math.round(Number(decimal) * 100)

describe('an assignment', () => {
  test('has the largest total that trying everything finds, and is refused exactly when there is none', () => {
    fc.assert(
      fc.property(small, (input) => {
        const best = bruteForce(input)
        const solved = solveAssignment(input)
        expect(solved.status).toBe(best === null ? 'infeasible' : 'optimal')
        expect(isAssignable(input)).toBe(best !== null)
        if (best !== null) expect(hundredths(solved.total as string)).toBe(best)
        if (best === null) expect((solved.conflict as unknown[]).length).toBeGreaterThan(0)
      }),
      { numRuns: 400, seed: 42 },
    )
  })

  test('gives every application its readers, every reviewer a load within bounds, and proves its optimum by prices', () => {
    fc.assert(
      fc.property(small, (input) => {
        const solved = solveAssignment(input)
        if (solved.status === 'infeasible') return
        const prices = solved.certificate as { applications: Record<string, string>; reviewers: Record<string, string> }
        const pairs = new Set((solved.assignment ?? []).map((pair) => pair.join(' ')))
        const kept = new Set((input.forced ?? []).map((pair) => pair.join(' ')))
        const apart = new Set((input.conflicts ?? []).map((pair) => pair.join(' ')))
        for (const id of input.applications) expect([...pairs].filter((pair) => pair.startsWith(`${id} `)).length).toBe(input.demand[id])
        for (const { id, min_load, max_load } of input.reviewers) {
          const load = solved.loads?.[id] as number
          const price = Number(prices.reviewers[id])
          expect(load >= min_load && load <= max_load).toBe(true)
          if (load < max_load) expect(price).toBeLessThanOrEqual(0)
          if (load > min_load) expect(price).toBeGreaterThanOrEqual(0)
        }
        input.applications.forEach((application, row) => {
          input.reviewers.forEach(({ id }, column) => {
            const pair = `${application} ${id}`
            if (kept.has(pair) || apart.has(pair)) return
            const gain = Math.round(
              1e6 * ((input.weights[row]?.[column] as number) - Number(prices.applications[application]) - Number(prices.reviewers[id])),
            )
            if (pairs.has(pair)) expect(gain).toBeGreaterThanOrEqual(0)
            else expect(gain).toBeLessThanOrEqual(0)
          })
        })
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test('keeps forced pairs and conflicts, and says the same twice', () => {
    const input: AssignmentInput = {
      demand: 1,
      applications: ['a', 'b'],
      reviewers: [
        { id: 'x', min_load: 0, max_load: 2 },
        { id: 'y', min_load: 0, max_load: 2 },
      ],
      weights: [
        ['a', 'x', 1],
        ['a', 'y', 0.25],
        ['b', 'x', 0.5],
        ['b', 'y', 0.125],
      ],
      conflicts: [['a', 'x']],
      forced: [['b', 'y']],
    }
    const solved = solveAssignment(input)
    expect(solved).toMatchObject({
      status: 'optimal',
      total: '0.375',
      assignment: [
        ['a', 'y'],
        ['b', 'y'],
      ],
      loads: { x: 0, y: 2 },
    })
    expect(solveAssignment(structuredClone(input))).toEqual(solved)
  })

  test('names the applications and the reviewers who are too few for them', () => {
    const reviewers = [
      { id: 'x', min_load: 0, max_load: 1 },
      { id: 'y', min_load: 0, max_load: 5 },
    ]
    const weights = [
      ['a', 'x', 1],
      ['b', 'x', 1],
      ['c', 'y', 1],
    ]
    expect(solveAssignment({ demand: 1, applications: ['a', 'b', 'c'], reviewers, weights })).toEqual({
      status: 'infeasible',
      conflict: [
        { application: 'a', demand: 1 },
        { application: 'b', demand: 1 },
        { reviewer: 'x', max_load: 1 },
      ],
    })
  })

  test('of 250 applications, 40 reviewers and 2 readers each takes well under a second', () => {
    const applications = Array.from({ length: 250 }, (_, place) => `p${place}`)
    const reviewers = Array.from({ length: 40 }, (_, place) => ({ id: `r${place}`, min_load: 12, max_load: 13 }))
    const weights = applications.map((_, row) => reviewers.map((_one, column) => ((row * 7919 + column * 104729) % 1000) / 1000))
    const began = performance.now()
    const solved = solveAssignment({ demand: 2, applications, reviewers, weights })
    expect(performance.now() - began).toBeLessThan(1500)
    expect(solved.status).toBe('optimal')
    expect(Object.values(solved.loads ?? {}).every((load) => load === 12 || load === 13)).toBe(true)
  })
})

describe('an input that is wrong', () => {
  const good = { demand: 1, applications: ['a'], reviewers: [{ id: 'x', min_load: 0, max_load: 1 }], weights: [[1]] }
  test.each([
    [{ ...good, objective: 'first' }, '$.objective: "total" or "worst-off-first" is expected'],
    [{ ...good, rules: [{ attribute: 'region' }] }, '$.rules[0]: at_most or at_least is expected'],
    [{ ...good, rules: [{ attribute: 'region', at_most: 1, at_least: 2 }] }, '$.rules[0].at_least: is more than at_most'],
    [{ ...good, probability_limit: 0.8 }, '$.seed: a text is expected: a randomised assignment is drawn from it'],
    [{ ...good, probability_limit: 1.5, seed: 'a' }, '$.probability_limit: a number above 0, of 1 at most, with 6 decimals at most is expected'],
    [{ ...good, extra: 1 }, '$.extra: unknown key'],
    [{ ...good, weights: [[1, 2]] }, '$.weights[0]: 1 weights are expected, one for each reviewer'],
    [{ ...good, weights: [[0.1234567]] }, '$.weights[0][0]: a number between -1000000 and 1000000 with 6 decimals at most is expected'],
    [{ ...good, applications: ['a', 'a'], weights: [[1], [1]] }, '$.applications[1]: "a" stands twice'],
    [{ ...good, conflicts: [['a', 'z']] }, '$.conflicts[0]: a pair [application, reviewer] of known ids is expected'],
    [{ ...good, reviewers: [{ id: 'x', min_load: 2, max_load: 1 }] }, '$.reviewers[0].min_load: is more than max_load'],
    [[], '$: an object is expected'],
  ])('is refused with the path of its fault (%#)', (input, message) => {
    expect(() => solveAssignment(input)).toThrow(AssignmentInputError)
    expect(() => solveAssignment(input)).toThrow(message)
  })
})
