import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dense, predictions, type Scored } from '../../../tests/engines/dense-model.ts'
import { madeUp } from '../../../tests/engines/ratings.ts'
import { type CalibrationInput, calibrate } from './index.ts'

type Line = readonly [application: string, reviewer: string, score: number]
const inputOf = (lines: readonly Line[]): CalibrationInput => ({
  reviews: lines.map(([application, reviewer, score]) => ({ application, reviewer, score })),
  scale: [1, 5],
  explain: true,
})
/** Everybody reads everything. */
const table = (rows: readonly (readonly number[])[]): Line[] => rows.flatMap((row, a) => row.map((score, r): Line => [`a${a}`, `r${r}`, score]))
const codes = (input: CalibrationInput): string[] => (calibrate(input).warnings ?? []).map(({ code }) => code)

describe('where there is nothing to tell severity from, the raw scores stand and it is said', () => {
  test.each<[string, readonly Line[], string]>([
    ['one review', [['a', 'r', 3]], 'all-equal'],
    [
      'the same score everywhere',
      table([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
      'all-equal',
    ],
    [
      'a single reviewer',
      [
        ['a', 'r', 3],
        ['b', 'r', 4],
        ['c', 'r', 1],
      ],
      'not-estimable',
    ],
    [
      'a single application',
      [
        ['a', 'r', 3],
        ['a', 's', 4],
        ['a', 't', 1],
      ],
      'not-estimable',
    ],
    [
      'one review an application',
      [
        ['a', 'r', 3],
        ['b', 'r', 4],
        ['c', 's', 1],
        ['d', 's', 2],
      ],
      'not-estimable',
    ],
    [
      'a chain of reviewers with nothing to spare',
      [
        ['a', 'r', 3],
        ['a', 's', 4],
        ['b', 's', 1],
        ['b', 't', 2],
      ],
      'not-estimable',
    ],
  ])('%s', (_name, lines, code) => {
    const output = calibrate(inputOf(lines))
    expect(codes(inputOf(lines))).toContain(code)
    expect(output.needed).toEqual({ statistic: 0, p_value: 1 })
    expect(output.explained?.advice).toBe(code === 'all-equal' ? 'not-needed' : 'no-answer')
    for (const one of output.applications) expect([one.calibrated, one.standard_error, one.moved]).toEqual([one.raw, null, 0])
    for (const one of output.reviewers) expect([one.severity, one.standard_error]).toEqual([0, null])
  })
})

test('equal applications share the middle of their ranks', () => {
  const { applications } = calibrate(
    inputOf(
      table([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
    ),
  )
  expect(applications.map((one) => one.expected_rank)).toEqual([2, 2, 2])
})

test('reviewers who differ by a constant only: it is taken out whole, nothing is left, and a warning says how rare that is', () => {
  const quality = [1, 1.5, 2.5, 4]
  const output = calibrate(inputOf(table(quality.map((one) => [one, one + 1, one + 0.5]))))
  expect(output.warnings?.map(({ code }) => code)).toEqual(['exact'])
  expect(output.variance.residual).toBe(0)
  for (const [place, one] of output.applications.entries()) {
    expect(Math.abs(one.calibrated - ((quality[place] as number) + 0.5))).toBeLessThan(1e-5)
    expect([one.standard_error, one.expected_rank, one.moved]).toEqual([0, 4 - place, 0])
  }
  expect(output.reviewers.map(({ severity }) => Math.round(severity * 1e4) / 1e4)).toEqual([-0.5, 0.5, 0])
  expect(output.explained?.advice).toBe('calibrate')
})

test('reviews that tell no application from another give all the same score and the same rank', () => {
  const output = calibrate(
    inputOf(
      table([
        [1, 5],
        [5, 1],
        [1, 5],
        [5, 1],
      ]),
    ),
  )
  expect(output.warnings?.map(({ code }) => code)).toEqual(['no-quality'])
  expect(output.applications.map((one) => [one.calibrated, one.expected_rank])).toEqual([
    [3, 2.5],
    [3, 2.5],
    [3, 2.5],
    [3, 2.5],
  ])
})

describe('regions whose reviewers never meet', () => {
  const region = (name: string, shift: number): Line[] =>
    table([
      [2, 2.5, 1],
      [3, 3.5, 2.5],
      [1.5, 3, 1],
      [2.5, 2, 2],
    ]).map(([a, r, score]) => [`${name}-${a}`, `${name}-${r}`, score + shift])

  test('are calibrated each by itself: raising all scores of one changes nothing in the other', () => {
    const [low, high] = [0, 1].map((shift) => calibrate(inputOf([...region('east', 0), ...region('west', shift)])))
    expect([low?.connected, low?.components, low?.warnings?.map(({ code }) => code)]).toEqual([false, 2, ['disconnected']])
    expect(high?.applications.slice(0, 4)).toEqual(low?.applications.slice(0, 4))
    for (const [place, one] of (high?.applications ?? []).slice(4).entries()) {
      const before = low?.applications[4 + place]
      expect(one.calibrated).toBeCloseTo((before?.calibrated as number) + 1, 5)
      expect([one.expected_rank, one.moved, one.part]).toEqual([before?.expected_rank, before?.moved, 2])
    }
  })

  test('are named, with who is in each; ranks run from 1 in each', () => {
    const { parts, applications } = calibrate(inputOf([...region('east', 0), ...region('west', 1)]))
    expect(parts?.map((one) => [one.applications.length, one.reviewers])).toEqual([
      [4, ['east-r0', 'east-r1', 'east-r2']],
      [4, ['west-r0', 'west-r1', 'west-r2']],
    ])
    const sum = applications.slice(0, 4).reduce((all, one) => all + one.expected_rank, 0)
    expect(sum).toBeCloseTo(10, 5)
  })

  test('are compared once one reviewer reads in both', () => {
    const { connected, components } = calibrate(inputOf([...region('east', 0), ...region('west', 1), ['east-a0', 'west-r0', 3]]))
    expect([connected, components]).toEqual([true, 1])
  })
})

test('a panel that marks lower is taken out where applications go before several panels', () => {
  const { input } = madeUp('panels', { applications: 200, reviewers: 40, each: 4 }, { quality: 5, severity: 1, residual: 3 })
  const panelOf = (reviewer: string): number => Number(reviewer.slice(1)) % 4
  const reviews = input.reviews.map((one) => ({
    ...one,
    panel: `p${panelOf(one.reviewer)}`,
    score: (one.score as number) + 8 * panelOf(one.reviewer),
  }))
  const { variance } = calibrate({ ...input, reviews })
  expect(Math.abs(variance.panel - 64 * (5 / 3))).toBeLessThan(30)
  expect(Math.abs(variance.reviewer - 1)).toBeLessThan(1)
  expect(calibrate({ ...input, reviews: input.reviews.map((one) => ({ ...one, panel: 'only' })) }).variance).toEqual(calibrate(input).variance)
})

test('a review that nobody else leads to expect is named, with what a fit without it expects', () => {
  const { input } = madeUp('outlier', { applications: 30, reviewers: 6, each: 3 }, { quality: 5, severity: 3, residual: 2 })
  const reviews = input.reviews.map((one, place) => (place === 40 ? { ...one, score: (one.score as number) + 25 } : one))
  const output = calibrate({ ...input, reviews, explain: true })
  const odd = reviews[40] as (typeof reviews)[number]
  const [first] = output.explained?.outlying ?? []
  expect([first?.application, first?.reviewer, first?.score]).toEqual([odd.application, odd.reviewer, Math.round((odd.score as number) * 1e6) / 1e6])
  const scored = reviews.map(
    (one): Scored => ({
      application: Number(one.application.slice(1)),
      reviewer: Number(one.reviewer.slice(1)),
      score: one.score as number,
      weight: 1,
    }),
  )
  const { application, reviewer, residual } = output.variance
  const others = scored.filter((_, place) => place !== 40)
  const quality = predictions(others, [application, reviewer, residual], 'application')
  const severity = predictions(others, [application, reviewer, residual], 'reviewer')
  const { mean } = dense(others, [application, reviewer, residual])
  const lacking = scored[40] as Scored
  const expected = mean + (quality.effects[lacking.application] as number) + (severity.effects[lacking.reviewer] as number)
  expect(first?.expected).toBeCloseTo(expected, 4)
})

test('whatever is given within the rules, every number is finite, shares add up to one and ranks to what ranks add up to', () => {
  const ids = fc.integer({ min: 0, max: 7 })
  const review = fc.record({ a: ids, r: ids, score: fc.integer({ min: 1, max: 5 }), panel: fc.constantFrom(null, null, 'x', 'y') })
  fc.assert(
    fc.property(fc.uniqueArray(review, { minLength: 1, maxLength: 30, selector: ({ a, r }) => `${a} ${r}` }), (all) => {
      const reviews = all.map(({ a, r, score, panel }) => ({ application: `a${a}`, reviewer: `r${r}`, score, panel }))
      const output = calibrate({ reviews, scale: [1, 5], explain: true, draws: 20, seed: 's', places: 2 })
      const numbers = JSON.stringify(output, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value))
      expect(numbers).not.toContain('not finite')
      const { shares } = output.explained ?? {}
      if (shares) expect(shares.application + shares.reviewer + shares.panel + shares.residual).toBeCloseTo(1, 5)
      const sizes = output.parts?.map((one) => one.applications.length) ?? [output.applications.length]
      const expected = sizes.reduce((sum, size) => sum + (size * (size + 1)) / 2, 0)
      expect(output.applications.reduce((sum, one) => sum + one.expected_rank, 0)).toBeCloseTo(expected, 4)
      expect(output.applications.reduce((sum, one) => sum + one.moved, 0)).toBe(0)
    }),
    { numRuns: 400, seed: 21 },
  )
})

test('intervals and probabilities are those of the seed, and hold the expected rank', () => {
  const { input } = madeUp('draws', { applications: 40, reviewers: 8, each: 3 }, { quality: 5, severity: 3, residual: 4 })
  const asked = { ...input, draws: 2000, seed: 'public', places: 10 }
  const output = calibrate(asked)
  expect(calibrate(asked)).toEqual(output)
  expect(output.applications.reduce((sum, one) => sum + (one.in_places as number), 0)).toBeCloseTo(10, 4)
  for (const { rank_interval: [low, high] = [0, 0], expected_rank } of output.applications)
    expect(low <= expected_rank && expected_rank <= high).toBe(true)
})
