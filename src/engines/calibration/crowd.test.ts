import { expect, test } from 'vitest'
import { madeUp } from '../../../tests/engines/ratings.ts'
import { betterThanEach, CROWD_ERROR } from './crowd.ts'
import { pairByPair } from './expected-ranks.ts'
import { effectsOf, type Estimate, modelOf } from './model.ts'
import { sheetOf } from './sheet.ts'

type Shape = Parameters<typeof madeUp>[1]

/** Both ways of one pool: among a crowd, and pair by pair. */
function bothWays(seed: string, shape: Shape, severity: number): { readonly crowd: Float64Array | null; readonly pairs: Float64Array } {
  const { input } = madeUp(seed, shape, { quality: 8, severity, residual: 8 })
  const scores = input.reviews.map(({ application, reviewer, score }) => ({
    ...{ application, reviewer, panel: null },
    ...{ score: score as number, confidence: 1 },
  }))
  const { sheet, estimate } = modelOf(sheetOf(scores))
  const { fit, posterior } = estimate as Estimate
  const part = {
    places: Int32Array.from({ length: sheet.applications.length }, (_, place) => place),
    leads: effectsOf(fit, sheet.application),
    errors: posterior.variancesOf(sheet.application),
    square: fit.residual,
  }
  return {
    crowd: betterThanEach(part, fit.system.design, posterior),
    pairs: pairByPair({ ...part, freedom: Number.POSITIVE_INFINITY }, sheet.application, posterior),
  }
}

const furthest = (one: Float64Array, other: Float64Array): number =>
  one.reduce((most, value, k) => Math.max(most, Math.abs(value - (other[k] as number))), 0)

test('among a crowd expected ranks are those of every pair weighed, within a hundred-thousandth of a rank', () => {
  for (const each of [3, 4]) {
    const { crowd, pairs } = bothWays(`crowd ${each}`, { applications: 1800, reviewers: 400, each }, 5)
    expect(furthest(crowd as Float64Array, pairs)).toBeLessThan(CROWD_ERROR)
  }
})

test('where severity does not differ they are the same to nine decimals', () => {
  for (const applications of [400, 1500]) {
    const { crowd, pairs } = bothWays(`alike ${applications}`, { applications, reviewers: 200, each: 3 }, 0)
    expect(furthest(crowd as Float64Array, pairs)).toBeLessThan(1e-9)
  }
})

test('a pool whose applications hang together too closely is no crowd: its pairs are weighed', () => {
  expect(bothWays('few readers', { applications: 400, reviewers: 12, each: 3 }, 5).crowd).toBeNull()
})
