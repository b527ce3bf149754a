import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dense, leastDeviance, predictions, rankBy, type Scored } from '../../../tests/engines/dense-model.ts'
import { type CalibrationInput, calibrate } from './index.ts'
import { type Estimate, modelOf } from './model.ts'
import { expectedRanks } from './expected-ranks.ts'
import { membersOf } from './ranks.ts'
import { sheetOf } from './sheet.ts'

/** Small panels in which everybody is joined to everybody by shared reviews. */
const small: fc.Arbitrary<readonly Scored[]> = fc
  .record({ applications: fc.integer({ min: 3, max: 7 }), reviewers: fc.integer({ min: 2, max: 5 }) })
  .chain(({ applications, reviewers }) =>
    fc
      .array(fc.record({ score: fc.integer({ min: 2, max: 10 }), weight: fc.constantFrom(1, 1, 0.5, 2), read: fc.integer({ min: 0, max: 3 }) }), {
        minLength: applications * reviewers,
        maxLength: applications * reviewers,
      })
      .map((cells) =>
        cells.flatMap(({ score, weight, read }, cell) => {
          const [application, reviewer] = [Math.floor(cell / reviewers), cell % reviewers]
          // The first reviewer reads all, so that the graph holds together.
          return reviewer === 0 || read > 0 ? [{ application, reviewer, score: score / 2, weight }] : []
        }),
      ),
  )
  .filter((scored) => {
    const [applications, reviewers] = [new Set(scored.map((one) => one.application)).size, new Set(scored.map((one) => one.reviewer)).size]
    return reviewers > 1 && scored.length > applications + reviewers
  })

const idOf = (kind: string, place: number): string => `${kind}${place}`
const inputOf = (scored: readonly Scored[]): CalibrationInput => ({
  reviews: scored.map((one) => ({
    application: idOf('a', one.application),
    reviewer: idOf('r', one.reviewer),
    score: one.score,
    confidence: one.weight,
  })),
  scale: [0, 5],
})
/** Reviewers who gave nothing are no level: their numbers close up. */
const closedUp = (scored: readonly Scored[]): Scored[] => {
  const readers = [...new Set(scored.map((one) => one.reviewer))].sort((a, b) => a - b)
  return scored.map((one) => ({ ...one, reviewer: readers.indexOf(one.reviewer) }))
}

test('no variances are more likely than those found: a search over full matrices finds none', () => {
  fc.assert(
    fc.property(small, (given) => {
      const scored = closedUp(given)
      const { variance, warnings = [] } = calibrate(inputOf(scored))
      if (warnings.some(({ code }) => code === 'exact' || code === 'all-equal')) return
      const found = dense(scored, [variance.application, variance.reviewer, variance.residual]).deviance
      expect(found).toBeLessThan(leastDeviance(scored).deviance + 1e-4)
    }),
    { numRuns: 20, seed: 3 },
  )
})

test('at these variances predictions, their errors and the expected ranks are those of full matrices', () => {
  fc.assert(
    fc.property(small, (given) => {
      const scored = closedUp(given)
      const output = calibrate(inputOf(scored))
      if ((output.warnings ?? []).some(({ code }) => code === 'exact' || code === 'all-equal')) return
      const { application, reviewer, residual } = output.variance
      const variances = [application, reviewer, residual] as const
      const quality = predictions(scored, variances, 'application')
      const severity = predictions(scored, variances, 'reviewer')
      const { mean } = dense(scored, variances)
      expect(output.mean).toBeCloseTo(mean, 4)
      const ranks = ranksAtTheLikeliest(scored)
      const close = (one: number | null, other: number): void => expect(Math.abs((one as number) - other)).toBeLessThan(2e-4)
      for (const [place, one] of output.applications.entries()) {
        close(one.calibrated, mean + (quality.effects[place] as number))
        close(one.standard_error, Math.sqrt(Math.max(0, quality.errors[place]?.[place] as number)))
        if (application > 1e-3) close(ranks[place] as number, rankBy(quality, place))
      }
      for (const [place, one] of output.reviewers.entries()) {
        close(one.severity, severity.effects[place] as number)
        close(one.standard_error, Math.sqrt(Math.max(0, severity.errors[place]?.[place] as number)))
      }
    }),
    { numRuns: 150, seed: 5 },
  )
})

/** Without the averaging that small panels have. */
function ranksAtTheLikeliest(scored: readonly Scored[]): Float64Array {
  const scores = inputOf(scored).reviews.map(({ application, reviewer, score, confidence }) => ({
    ...{ application, reviewer, panel: null },
    ...{ score: score as number, confidence: confidence as number },
  }))
  const model = modelOf(sheetOf(scores))
  const { fit, posterior } = model.estimate as Estimate
  return expectedRanks(model, [{ weight: 1, fit, posterior, freedom: Number.POSITIVE_INFINITY }], membersOf(model), true)
}

test('the order of the file changes nothing; other units change the units, and the scale turned round turns the ranks round', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 1, max: 1000 }), (given, salt) => {
      const input = inputOf(given)
      const output = calibrate(input)
      const shuffled = { ...input, reviews: [...input.reviews].sort((a, b) => mixed(a, salt) - mixed(b, salt)) }
      expect(calibrate(shuffled)).toEqual(output)
      const moved = calibrate({
        ...input,
        scale: [-100, 100],
        reviews: input.reviews.map((one) => ({ ...one, score: 8 * (one.score as number) - 30 })),
      })
      for (const [place, one] of moved.applications.entries()) {
        const before = output.applications[place] as (typeof output.applications)[number]
        expect(Math.abs(one.calibrated - (8 * before.calibrated - 30))).toBeLessThan(2e-5)
        expect(Math.abs(one.expected_rank - before.expected_rank)).toBeLessThan(1e-4)
      }
      expect(moved.needed.statistic).toBeCloseTo(output.needed.statistic, 5)
      const turned = calibrate({ ...input, higher_is_better: false })
      for (const [place, one] of turned.applications.entries())
        expect(one.expected_rank).toBeCloseTo(turned.applications.length + 1 - (output.applications[place]?.expected_rank as number), 5)
    }),
    { numRuns: 100, seed: 9 },
  )
})

function mixed({ application, reviewer }: { readonly application: string; readonly reviewer: string }, salt: number): number {
  return [...`${application}${reviewer}`].reduce((sum, letter) => (sum * salt + letter.charCodeAt(0)) % 1009, salt)
}

test('more reviewers than applications, or fewer: the answer is the same read from either side', () => {
  fc.assert(
    fc.property(small, (given) => {
      const input = inputOf(given)
      const output = calibrate(input)
      const across = calibrate({ ...input, reviews: input.reviews.map((one) => ({ ...one, application: one.reviewer, reviewer: one.application })) })
      expect(Math.abs(across.variance.application - output.variance.reviewer)).toBeLessThan(1e-4)
      for (const [place, one] of across.applications.entries())
        expect(Math.abs(one.calibrated - across.mean - (output.reviewers[place]?.severity as number))).toBeLessThan(1e-4)
    }),
    { numRuns: 100, seed: 15 },
  )
})
