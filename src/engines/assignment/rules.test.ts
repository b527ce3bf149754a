import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssignmentInput, type AssignmentOutput, assign } from './index.ts'

type Small = AssignmentInput & {
  readonly weights: readonly (readonly number[])[]
  readonly demand: number
  readonly rules: readonly {
    readonly attribute: string
    readonly value?: string
    readonly at_most?: number
    readonly at_least?: number
    readonly applications?: readonly string[]
  }[]
}

interface Best {
  readonly total: number
  readonly worst: number
}

/** Every set of readers an application may have under the rules that speak of it. */
function allowedSets({ reviewers, demand, rules }: Small, application: string): number[][] {
  const sets = Array.from({ length: 1 << reviewers.length }, (_, bits) =>
    reviewers.map((_one, place) => place).filter((place) => (bits >> place) & 1),
  )
  const valueOf = (place: number, attribute: string): unknown => reviewers[place]?.attributes?.[attribute]
  return sets.filter((set) => {
    if (set.length !== demand) return false
    return rules.every(({ attribute, value, at_most = 99, at_least = 0, applications = [application] }) => {
      if (!applications.includes(application)) return true
      const values = value === undefined ? [...new Set(reviewers.map((_, place) => valueOf(place, attribute)))] : [value]
      return values.every((one) => {
        const count = set.filter((place) => valueOf(place, attribute) === one).length
        return count >= at_least && count <= at_most
      })
    })
  })
}

/** Tries every assignment; hundredths. */
function bruteForce(input: Small): Best | null {
  const sets = input.applications.map((application) => allowedSets(input, application))
  const isBetter = (one: Best, other: Best): boolean =>
    input.objective === 'worst-off-first' && one.worst !== other.worst ? one.worst > other.worst : one.total > other.total
  let best: Best | null = null
  const step = (row: number, loads: readonly number[], total: number, worst: number): void => {
    if (row === input.applications.length) {
      if (!input.reviewers.every(({ min_load, max_load }, place) => (loads[place] as number) >= min_load && (loads[place] as number) <= max_load))
        return
      if (best === null || isBetter({ total, worst }, best)) best = { total, worst }
      return
    }
    for (const set of sets[row] ?? []) {
      const sum = set.reduce((all, place) => all + Math.round((input.weights[row]?.[place] as number) * 100), 0)
      const after = loads.map((load, place) => load + (set.includes(place) ? 1 : 0))
      step(row + 1, after, total + sum, Math.min(worst, sum))
    }
  }
  step(
    0,
    input.reviewers.map(() => 0),
    0,
    Number.POSITIVE_INFINITY,
  )
  return best
}

const rule = (attribute: string, values: readonly string[]) =>
  fc
    .record({
      value: fc.constantFrom(undefined, ...values),
      at_most: fc.constantFrom(undefined, 1, 2),
      at_least: fc.constantFrom(undefined, undefined, 1),
      applications: fc.constantFrom(undefined, undefined, ['p0']),
    })
    .map(({ value, at_most, at_least, applications }) => ({
      attribute,
      ...(applications === undefined ? {} : { applications }),
      ...(value === undefined ? {} : { value }),
      ...(at_least === undefined ? { at_most: at_most ?? 1 } : { at_least, ...(at_most === undefined ? {} : { at_most }) }),
    }))

function smallWith(objective: 'total' | 'worst-off-first', attributes: readonly string[]): fc.Arbitrary<Small> {
  return fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) =>
    fc.record({
      demand: fc.integer({ min: 1, max: 3 }),
      applications: fc.constant(Array.from({ length: rows }, (_, place) => `p${place}`)),
      reviewers: fc
        .array(
          fc.record({
            min: fc.integer({ min: 0, max: 1 }),
            more: fc.integer({ min: 0, max: 3 }),
            region: fc.constantFrom('n', 's', 'e'),
            senior: fc.constantFrom('yes', 'no'),
          }),
          {
            minLength: columns,
            maxLength: columns,
          },
        )
        .map((all) =>
          all.map(({ min, more, region, senior }, place) => ({
            id: `r${place}`,
            min_load: min,
            max_load: min + more,
            attributes: { region, senior },
          })),
        ),
      weights: fc.array(
        fc.array(
          fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
          { minLength: columns, maxLength: columns },
        ),
        { minLength: rows, maxLength: rows },
      ),
      rules: fc.tuple(...attributes.map((attribute) => rule(attribute, attribute === 'region' ? ['n', 's'] : ['yes']))).map((all) => [...all]),
      objective: fc.constant(objective),
    }),
  )
}

const hundredths = (decimal: string | null | undefined): number => Math.round(Number(decimal) * 100)

async function agrees(input: Small): Promise<AssignmentOutput> {
  const best = bruteForce(input)
  const solved = await assign(input)
  expect(solved.status).toBe(best === null ? 'infeasible' : 'optimal')
  if (best === null) return solved
  expect(hundredths(solved.total)).toBe(best.total)
  if (input.objective === 'worst-off-first') expect(hundredths(solved.worst_off)).toBe(best.worst)
  for (const application of input.applications) {
    const sets = allowedSets(input, application).map((set) => set.map((place) => `r${place}`).join(' '))
    expect(sets).toContain((solved.assignment ?? []).flatMap(([one, reviewer]) => (one === application ? [reviewer] : [])).join(' '))
  }
  return solved
}

describe('rules on the readers of an application', () => {
  test('of one attribute are kept at the largest total that trying everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(smallWith('total', ['region']), async (input) => void (await agrees(input))),
      { numRuns: 400, seed: 3 },
    )
  })

  test('that cross are kept at the largest total that trying everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(smallWith('total', ['region', 'senior']), async (input) => void (await agrees(input))),
      { numRuns: 120, seed: 4 },
    )
  })

  test('leave the worst-off application as well off as can be, then the total as large as can be', async () => {
    await fc.assert(
      fc.asyncProperty(smallWith('worst-off-first', ['region']), async (input) => void (await agrees(input))),
      { numRuns: 120, seed: 5 },
    )
  })

  test('that cannot hold are named with the demands they stand against, and nothing is named in vain', async () => {
    await fc.assert(
      fc.asyncProperty(smallWith('total', ['region']), async (input) => {
        const solved = await assign(input)
        if (solved.status === 'optimal') return
        const parts = solved.conflict ?? []
        expect(parts.length).toBeGreaterThan(0)
        const kept = (which: typeof parts): AssignmentInput => ({
          ...input,
          rules: input.rules.filter((one) => which.some((part) => 'rule' in part && JSON.stringify(part.rule) === JSON.stringify(one))),
        })
        const ruled = parts.filter((part) => 'rule' in part)
        if (ruled.length === 0) return
        expect((await assign(kept(parts))).status).toBe('infeasible')
      }),
      { numRuns: 200, seed: 6 },
    )
  })
})
