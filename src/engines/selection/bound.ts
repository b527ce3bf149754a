/**
 * What prices prove. For any price y of each row, every allowed set has a total of at most
 * Σ y × (upper limit where y > 0, lower where y < 0) + Σ over candidates of the best of 0 and score − Σ y × coefficient
 * (Lagrangian duality). With all scores 0, a value below 0 proves that no set is allowed.
 */
import type { Fixes, Row } from './problem.ts'

/** Prices are integers of 1/UNIT of a millionth. */
export const UNIT = 1_000_000n

/** Scores less the prices of the rows they count in, in 1/UNIT of a millionth. */
export function reducedScores(rows: readonly Row[], scores: readonly bigint[], prices: readonly bigint[], unit: bigint = UNIT): bigint[] {
  const reduced = scores.map((score) => score * unit)
  for (const [index, { at, coefficients }] of rows.entries()) {
    const price = prices[index] as bigint
    if (price === 0n) continue
    for (let k = 0; k < at.length; k++) {
      const place = at[k] as number
      // Most rows count heads.
      reduced[place] = (reduced[place] as bigint) - (coefficients[k] === 1n ? price : price * (coefficients[k] as bigint))
    }
  }
  return reduced
}

/** The bound in 1/UNIT of a millionth; null when a price stands on the side of a row that has no limit: it then proves nothing. */
export function bound(rows: readonly Row[], scores: readonly bigint[], fixes: Fixes, prices: readonly bigint[], unit: bigint = UNIT): bigint | null {
  let sum = 0n
  for (const [index, row] of rows.entries()) {
    const price = prices[index] as bigint
    if (price === 0n) continue
    const limit = price > 0n ? row.upper : row.lower
    if (limit === null) return null
    sum += price * limit
  }
  reducedScores(rows, scores, prices, unit).forEach((value, place) => {
    const fix = fixes[place] ?? null
    if (fix === 1 || (fix === null && value > 0n)) sum += value
  })
  return sum
}

/** The largest total a bound leaves room for: a whole number of grains, of which every total is made. */
export function roomUnder(value: bigint, grain: bigint, unit: bigint = UNIT): bigint {
  const step = grain * unit
  return (value / step - (value % step < 0n ? 1n : 0n)) * grain
}
