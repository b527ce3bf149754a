/** How each reviewer uses the scale, beside the others who read the same applications. */
import type { ScaleUse } from './format.ts'
import type { Model } from './model.ts'

const FEWEST = 3

/** One line a reviewer, in their order. */
export function scaleUses(model: Model): ScaleUse[] {
  const { sheet, raw } = model
  const members: number[][] = sheet.reviewers.map(() => [])
  for (const [review, reviewer] of sheet.reviewer.of.entries()) members[reviewer]?.push(review)
  const counts = new Int32Array(sheet.applications.length)
  for (const application of sheet.application.of) counts[application] = (counts[application] as number) + 1
  return members.map((mine) => {
    const scores = mine.map((review) => sheet.scores[review] as number)
    const spread = spreadOf(scores)
    const expected = expectedSpread(model, mine)
    const pairs = mine.flatMap((review, k) => {
      const application = sheet.application.of[review] as number
      const others = (counts[application] as number) - 1
      const own = scores[k] as number
      return others === 0 ? [] : [[own, ((raw[application] as number) * (others + 1) - own) / others] as const]
    })
    return {
      mean: meanOf(scores),
      lowest: Math.min(...scores),
      highest: Math.max(...scores),
      distinct: new Set(scores).size,
      spread,
      spread_ratio: spread === null || expected === null || scores.length < FEWEST ? null : spread / expected,
      agreement: correlation(pairs),
    }
  })
}

/** What the applications they read, and the residual, lead to expect of a reviewer's spread; predictions vary less than what they predict, by their own variance. */
function expectedSpread({ estimate, calibrated, sheet, variance }: Model, mine: readonly number[]): number | null {
  if (estimate === null || mine.length < 2) return null
  const places = mine.map((review) => sheet.application.of[review] as number)
  const seen = spreadOf(places.map((place) => calibrated[place] as number)) ?? 0
  const unseen = meanOf(places.map((place) => (estimate.applicationErrors[place] as number) ** 2))
  const whole = Math.sqrt(seen * seen + unseen + variance.residual)
  return whole === 0 ? null : whole
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function spreadOf(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < FEWEST) return null
  const [x, y] = [meanOf(pairs.map(([one]) => one)), meanOf(pairs.map(([, other]) => other))]
  let [both, left, right] = [0, 0, 0]
  for (const [one, other] of pairs) {
    both += (one - x) * (other - y)
    left += (one - x) ** 2
    right += (other - y) ** 2
  }
  const least = 1e-18 * (x * x + y * y + 1)
  return left <= least || right <= least ? null : both / Math.sqrt(left * right)
}
