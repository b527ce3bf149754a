import { expect, test } from 'vitest'
import { dense, predictions, rankBy } from '../../../tests/engines/dense-model.ts'
import { calibrate } from './index.ts'
import type { Possibility } from './mixture.ts'
import { type Estimate, modelOf } from './model.ts'
import { Posterior } from './posterior.ts'
import { expectedRanks } from './expected-ranks.ts'
import { membersOf } from './ranks.ts'
import { fitAt } from './reml.ts'
import { sheetOf } from './sheet.ts'

/** Fifteen proposals by five voters, 1 the best of 6: the first panel of the mock data of the Swiss National Science Foundation (ERforResearch, `get_mock_data`). */
const GRADES = '11125 11226 12135 13215 12235 13145 12345 15225 13435 14255 23445 24355 25446 23466 25546'
const scores = GRADES.split(' ').flatMap((grades, proposal) =>
  [...grades].map((grade, voter) => ({
    application: `#${String(proposal + 1).padStart(2, '0')}`,
    reviewer: `v${voter}`,
    panel: null,
    score: 7 - Number(grade),
    confidence: 1,
  })),
)

/** Midpoints of a fine grid. */
const middles = (count: number, most: number): number[] => Array.from({ length: count }, (_, place) => ((place + 0.5) / count) * most)

/**
 * Their model: severities of a standard deviation of one half; that of quality up to 2 on the scale; the residual made of
 * two standard deviations up to 2, of which only the square root of the sum of squares can be seen.
 */
function theirs({ fit, unit, y }: Estimate): Possibility[] {
  const { design } = fit.system
  const free = design.reviews - 1
  const all = middles(60, 2).flatMap((quality) =>
    middles(120, Math.sqrt(8)).map((residual) => {
      const found = fitAt(design, y, [(quality / residual) ** 2, (0.5 / residual) ** 2])
      const angle = residual < 2 ? Math.PI / 2 : Math.PI / 2 - 2 * Math.acos(2 / residual)
      const own = (residual / unit) ** 2
      const log = -(found.system.logDeterminant + found.solution.quadratic / own + free * Math.log(own)) / 2 + Math.log(residual * angle)
      return { log, found, own }
    }),
  )
  const top = Math.max(...all.map(({ log }) => log))
  const counted = all.filter(({ log }) => log > top - 12)
  const whole = counted.reduce((sum, { log }) => sum + Math.exp(log - top), 0)
  return counted.map(({ log, found, own }) => ({
    weight: Math.exp(log - top) / whole,
    fit: { ...found, residual: own },
    posterior: new Posterior(found.system),
    freedom: Number.POSITIVE_INFINITY,
  }))
}

test('expected ranks under the assumptions of the Swiss National Science Foundation are those it publishes, without chance', () => {
  const model = modelOf(sheetOf(scores))
  const ranks = expectedRanks(model, theirs(model.estimate as Estimate), membersOf(model), true)
  const published = [2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26]
  for (const [place, rank] of published.entries()) expect(Math.abs((ranks[place] as number) - rank)).toBeLessThan(0.06)
  // By quadrature, the overall mean taken as known; equal data give equal values, which their chains, run with chance, do not.
  const exact = [2.454, 4.095, 4.095, 4.095, 5.098, 6.175, 7.285, 7.285]
  for (const [place, rank] of exact.entries()) expect(Math.abs((ranks[place] as number) - rank)).toBeLessThan(0.02)
})

/** Six applications by three reviewers. */
const SMALL = [
  [3, 4, 2],
  [4, 4.5, 4],
  [1.5, 3, 2],
  [2, 4, 3],
  [3.5, 3.5, 3],
  [2.5, 4, 1.5],
]

test('in a small panel ranks are averaged over what is unsure of the variances: as over a cube of them by full matrices', () => {
  const scored = SMALL.flatMap((row, application) => row.map((score, reviewer) => ({ application, reviewer, score, weight: 1 })))
  // Midpoints in log(1 + standard deviation), up to 15: fine where it counts, and far enough for what hardly does.
  const spreads = middles(12, Math.log(16))
  const cube = spreads.flatMap((quality) =>
    spreads.flatMap((severity) =>
      middles(16, 1.4).map((residual) => ({
        variances: [Math.expm1(quality) ** 2, Math.expm1(severity) ** 2, residual ** 2] as const,
        stretch: quality + severity,
      })),
    ),
  )
  const weights = cube.map(({ variances, stretch }) => Math.exp(stretch - dense(scored, variances).deviance / 2))
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const expected = SMALL.map(() => 0)
  for (const [k, { variances }] of cube.entries()) {
    const weight = (weights[k] as number) / whole
    if (weight < 1e-7) continue
    const found = predictions(scored, variances, 'application')
    for (const place of expected.keys()) expected[place] = (expected[place] as number) + weight * rankBy(found, place)
  }
  const output = calibrate({
    reviews: scored.map(({ application, reviewer, score }) => ({ application: `a${application}`, reviewer: `r${reviewer}`, score })),
    scale: [1, 5],
  })
  for (const [place, one] of output.applications.entries()) expect(Math.abs(one.expected_rank - (expected[place] as number))).toBeLessThan(0.01)
})
