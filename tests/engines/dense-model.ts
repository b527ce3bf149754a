/** The model of calibration by the plainest path, to check the engine against: full matrices of reviews × reviews, and a search that knows no slope. */

import { upperTail } from '../../src/engines/calibration/normal.ts'

type Matrix = readonly (readonly number[])[]

export interface Scored {
  readonly application: number
  readonly reviewer: number
  readonly score: number
  readonly weight: number
}

/** The inverse and the logarithm of the determinant, by elimination with pivots. */
export function invert(matrix: Matrix): { readonly inverse: number[][]; readonly logDeterminant: number } {
  const size = matrix.length
  const rows = matrix.map((row, k) => [...row, ...row.map((_, l) => (l === k ? 1 : 0))])
  let logDeterminant = 0
  for (let k = 0; k < size; k++) {
    const best = rows.slice(k).reduce((most, row, place) => (Math.abs(row[k] as number) > Math.abs(rows[most]?.[k] as number) ? k + place : most), k)
    ;[rows[k], rows[best]] = [rows[best] as number[], rows[k] as number[]]
    const pivot = rows[k]?.[k] as number
    logDeterminant += Math.log(Math.abs(pivot))
    rows[k] = (rows[k] as number[]).map((one) => one / pivot)
    for (const [other, row] of rows.entries()) if (other !== k) rows[other] = row.map((one, c) => one - (row[k] as number) * (rows[k]?.[c] as number))
  }
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant }
}

const times = (matrix: Matrix, vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, one, k) => sum + one * (vector[k] as number), 0))

/** −2 log restricted likelihood of variances [application, reviewer, residual] under one mean, with the weights left out as lme4 leaves them in: and P. */
export function dense(scored: readonly Scored[], [application, reviewer, residual]: readonly [number, number, number]) {
  const covariance = scored.map((one, k) =>
    scored.map(
      (other, l) =>
        (one.application === other.application ? application : 0) +
        (one.reviewer === other.reviewer ? reviewer : 0) +
        (k === l ? residual / one.weight : 0),
    ),
  )
  const { inverse, logDeterminant } = invert(covariance)
  const sums = inverse.map((row) => row.reduce((all, one) => all + one, 0))
  const information = sums.reduce((all, one) => all + one, 0)
  const projection = inverse.map((row, k) => row.map((one, l) => one - ((sums[k] as number) * (sums[l] as number)) / information))
  const y = scored.map(({ score }) => score)
  const projected = times(projection, y)
  const quadratic = projected.reduce((all, one, k) => all + one * (y[k] as number), 0)
  const mean = sums.reduce((all, one, k) => all + one * (y[k] as number), 0) / information
  const deviance = logDeterminant + Math.log(information) + quadratic + (scored.length - 1) * Math.log(2 * Math.PI)
  return { deviance, projection, projected, mean }
}

/** Predictions of one side and the covariance of their errors: σ²·Zᵀ·P·y and σ²·I − σ⁴·Zᵀ·P·Z. */
export function predictions(scored: readonly Scored[], variances: readonly [number, number, number], side: 'application' | 'reviewer') {
  const { projection, projected } = dense(scored, variances)
  const variance = side === 'application' ? variances[0] : variances[1]
  const levels = 1 + Math.max(...scored.map((one) => one[side]))
  const members = Array.from({ length: levels }, (_, level) => scored.flatMap((one, k) => (one[side] === level ? [k] : [])))
  const effects = members.map((mine) => variance * mine.reduce((sum, k) => sum + (projected[k] as number), 0))
  const errors = members.map((mine, level) =>
    members.map((others, other) => {
      const shared = mine.reduce((sum, k) => sum + others.reduce((all, l) => all + (projection[k]?.[l] as number), 0), 0)
      return (level === other ? variance : 0) - variance * variance * shared
    }),
  )
  return { effects, errors }
}

/** 1 + how probable each other is to be better, added up. */
export function rankBy({ effects, errors }: ReturnType<typeof predictions>, place: number): number {
  return effects.reduce((rank, effect, other) => {
    if (other === place) return rank
    const variance = (errors[place]?.[place] as number) + (errors[other]?.[other] as number) - 2 * (errors[place]?.[other] as number)
    return rank + above((effect - (effects[place] as number)) / Math.sqrt(variance))
  }, 1)
}

const above = (lead: number): number => (lead < 0 ? upperTail(-lead) : 1 - upperTail(lead))

/** The least of a function of positive variances, by trying ever smaller steps of each (0 among them): slow and sure. */
export function leastDeviance(scored: readonly Scored[]): { readonly deviance: number; readonly variances: readonly [number, number, number] } {
  const mean = scored.reduce((sum, { score }) => sum + score, 0) / scored.length
  const whole = scored.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / (scored.length - 1)
  const at = (variances: readonly [number, number, number]) => ({ deviance: dense(scored, variances).deviance, variances })
  const grid = [0, 0.05, 0.3, 1]
  let best = at([0, 0, whole])
  for (const a of grid) for (const b of grid) for (const c of grid.slice(1)) best = better(best, at([a * whole, b * whole, c * whole]))
  for (let step = 2; step > 1 + 1e-7; ) {
    const before = best.deviance
    for (const place of [0, 1, 2] as const)
      for (const factor of place === 2 ? [step, 1 / step] : [step, 1 / step, 0]) {
        const next = best.variances.with(place, (best.variances[place] || (factor > 1 ? whole * 1e-4 : 0)) * factor)
        best = better(best, at(next as unknown as readonly [number, number, number]))
      }
    if (best.deviance > before - 1e-12) step = 1 + (step - 1) / 2
  }
  return best
}

function better<One extends { readonly deviance: number }>(one: One, other: One): One {
  return other.deviance < one.deviance ? other : one
}
