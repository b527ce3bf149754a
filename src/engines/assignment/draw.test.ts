import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssignmentInput, solveAssignment } from './index.ts'

const four: AssignmentInput = {
  demand: 2,
  applications: ['a', 'b', 'c', 'd'],
  reviewers: ['v', 'w', 'x', 'y', 'z'].map((id) => ({ id, min_load: 1, max_load: 2 })),
  weights: [
    [0.9, 0.8, 0.1, 0.3, 0.2],
    [0.9, 0.1, 0.7, 0.2, 0.4],
    [0.8, 0.6, 0.5, 0.1, 0.3],
    [0.2, 0.9, 0.4, 0.6, 0.5],
  ],
  probability_limit: 0.7,
  seed: 'first',
}

describe('a randomised assignment', () => {
  test('makes no pair more probable than the limit, and adds up to what every application needs', () => {
    const solved = solveAssignment(four)
    const shares = solved.probabilities ?? []
    expect(shares.every(([, , probability]) => Number(probability) <= 0.7)).toBe(true)
    for (const application of four.applications)
      expect(Math.round(1e6 * shares.reduce((sum, [one, , share]) => (one === application ? sum + Number(share) : sum), 0))).toBe(2e6)
  })

  test('draws each pair as often as it says, and every draw keeps demands and loads', () => {
    const draws = 3000
    const times = new Map<string, number>()
    for (let draw = 0; draw < draws; draw++) {
      const { assignment = [], loads = {} } = solveAssignment({ ...four, seed: `draw ${draw}` })
      expect(assignment.length).toBe(8)
      expect(Object.values(loads).every((load) => load === 1 || load === 2)).toBe(true)
      for (const pair of assignment) times.set(pair.join(' '), (times.get(pair.join(' ')) ?? 0) + 1)
    }
    for (const [application, reviewer, probability] of solveAssignment(four).probabilities ?? []) {
      const [found, said] = [(times.get(`${application} ${reviewer}`) ?? 0) / draws, Number(probability)]
      // Five standard deviations of a count of draws.
      expect(Math.abs(found - said)).toBeLessThan(5 * Math.sqrt((said * (1 - said)) / draws) + 1e-9)
    }
  })

  test('is the same for the same seed, and costs nothing where the limit is 1', () => {
    expect(solveAssignment(structuredClone(four))).toEqual(solveAssignment(four))
    const { probability_limit: _, seed: __, ...plain } = four
    expect(solveAssignment({ ...four, probability_limit: 1 }).total).toBe(solveAssignment(plain).total)
  })

  test('keeps rules of one attribute in every draw', () => {
    const regions = ['n', 'n', 's', 's', 'e']
    const ruled: AssignmentInput = {
      ...four,
      reviewers: four.reviewers.map((one, place) => ({ ...one, attributes: { region: regions[place] as string } })),
      rules: [{ attribute: 'region', at_most: 1 }],
    }
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        const { status, assignment = [] } = solveAssignment({ ...ruled, seed })
        expect(status).toBe('optimal')
        for (const application of four.applications) {
          const seen = assignment.flatMap(([one, id]) => (one === application ? [regions['vwxyz'.indexOf(id)]] : []))
          expect(new Set(seen).size).toBe(2)
        }
      }),
      { numRuns: 100, seed: 1 },
    )
  })
})
