/**
 * The mixed-model equations at given ratios of variances (Henderson 1950; in the scaled form of Bates et al., "Fitting
 * linear mixed-effects models using lme4", 2015, 3.4: it holds at a ratio of 0 too). With H = W⁻¹ + Σ λ·Z·Zᵀ the
 * covariance of the scores over the residual variance, and P = H⁻¹ less what the means explain, everything that the
 * likelihood asks for is a solve away; no matrix of applications × applications is ever formed.
 */
import { backInPlace, factorInPlace, solveInPlace } from './cholesky.ts'
import type { Design } from './design.ts'

export interface System {
  readonly design: Design
  /** Variance of each factor over the residual variance: the eliminated one, then the kept. */
  readonly ratios: readonly number[]
  /** Square root of the ratio of each kept column; 1 for means. */
  readonly scale: Float64Array
  /** 1 + λ·n of each eliminated level. */
  readonly diagonal: Float64Array
  /** L of what is left once a factor is eliminated. */
  readonly lower: Float64Array
  readonly logDeterminant: number
}

/** Builds and factors the equations. */
export function systemOf(design: Design, ratios: readonly number[]): System {
  const { columns, random, totals } = design
  const [ratio = 0] = ratios
  const scale = scalesOf(design, ratios)
  const diagonal = totals.map((total) => 1 + ratio * total)
  const lower = new Float64Array(columns * columns)
  for (let column = 0; column < random; column++) lower[column * columns + column] = 1
  addReviews(design, scale, lower)
  takeEliminated(design, scale, ratio, diagonal, lower)
  factorInPlace(lower, columns)
  let logDeterminant = 0
  for (const one of diagonal) logDeterminant += Math.log(one)
  for (let column = 0; column < columns; column++) logDeterminant += 2 * Math.log(lower[column * columns + column] as number)
  return { design, ratios, scale, diagonal, lower, logDeterminant }
}

function scalesOf({ kept, columns }: Design, ratios: readonly number[]): Float64Array {
  const scale = new Float64Array(columns).fill(1)
  let offset = 0
  for (const [place, { levels }] of kept.entries()) {
    scale.fill(Math.sqrt(ratios[place + 1] as number), offset, offset + levels)
    offset += levels
  }
  return scale
}

function addReviews({ reviews, width, columnsOf, weights, columns }: Design, scale: Float64Array, lower: Float64Array): void {
  for (let review = 0; review < reviews; review++)
    for (let place = 0; place < width; place++) {
      const column = columnsOf[review * width + place] as number
      if (column < 0) continue
      const factor = (weights[review] as number) * (scale[column] as number)
      for (let before = 0; before <= place; before++) {
        const other = columnsOf[review * width + before] as number
        if (other >= 0) lower[column * columns + other] = (lower[column * columns + other] as number) + factor * (scale[other] as number)
      }
    }
}

function takeEliminated(design: Design, scale: Float64Array, ratio: number, diagonal: Float64Array, lower: Float64Array): void {
  const { starts, at, shared, columns } = design
  for (let level = 0; level < diagonal.length; level++) {
    const share = ratio / (diagonal[level] as number)
    for (let k = starts[level] as number; k < (starts[level + 1] as number); k++) {
      const column = at[k] as number
      const factor = share * (shared[k] as number) * (scale[column] as number)
      for (let l = starts[level] as number; l <= k; l++) {
        const place = column * columns + (at[l] as number)
        lower[place] = (lower[place] as number) - factor * (shared[l] as number) * (scale[at[l] as number] as number)
      }
    }
  }
}

export interface Solution {
  /** Predicted effects in the units of the scores: the eliminated factor, then kept columns (means last). */
  readonly eliminated: Float64Array
  readonly kept: Float64Array
  /** P·y. */
  readonly projected: Float64Array
  /** yᵀ·P·y: the weighted squares of residuals, and what the effects cost. */
  readonly quadratic: number
}

/** Best linear unbiased predictions for one vector of scores. */
export function solve(system: System, y: Float64Array): Solution {
  const { design, scale, diagonal, lower, ratios } = system
  const { columns, reviews, width, columnsOf, weights, eliminated: factor, starts, at, shared } = design
  const root = Math.sqrt(ratios[0] as number)
  const kept = new Float64Array(columns)
  const own = new Float64Array(diagonal.length)
  for (let review = 0; review < reviews; review++) {
    const value = (weights[review] as number) * (y[review] as number)
    const level = factor.of[review] as number
    own[level] = (own[level] as number) + root * value
    for (let place = 0; place < width; place++) {
      const column = columnsOf[review * width + place] as number
      if (column >= 0) kept[column] = (kept[column] as number) + (scale[column] as number) * value
    }
  }
  for (let level = 0; level < own.length; level++) {
    const share = (root * (own[level] as number)) / (diagonal[level] as number)
    for (let k = starts[level] as number; k < (starts[level + 1] as number); k++) {
      const column = at[k] as number
      kept[column] = (kept[column] as number) - share * (shared[k] as number) * (scale[column] as number)
    }
  }
  solveInPlace(lower, columns, kept)
  substitute(system, root, own, kept)
  return inUnits(system, root, own, kept, y)
}

/** The eliminated effects, once the kept ones are known: over what stood on their right-hand side. */
export function substitute({ design, scale, diagonal }: System, root: number, own: Float64Array, kept: Float64Array): void {
  const { starts, at, shared } = design
  for (let level = 0; level < own.length; level++) {
    let left = own[level] as number
    for (let k = starts[level] as number; k < (starts[level + 1] as number); k++) {
      const column = at[k] as number
      left -= root * (shared[k] as number) * (scale[column] as number) * (kept[column] as number)
    }
    own[level] = left / (diagonal[level] as number)
  }
}

function inUnits({ design, scale }: System, root: number, own: Float64Array, kept: Float64Array, y: Float64Array): Solution {
  const { reviews, width, columnsOf, weights, eliminated: factor, random } = design
  let quadratic = 0
  for (const one of own) quadratic += one * one
  for (let column = 0; column < random; column++) quadratic += (kept[column] as number) ** 2
  const eliminated = own.map((one) => root * one)
  const effects = kept.map((one, column) => one * (scale[column] as number))
  const projected = new Float64Array(reviews)
  for (let review = 0; review < reviews; review++) {
    let left = (y[review] as number) - (eliminated[factor.of[review] as number] as number)
    for (let place = 0; place < width; place++) {
      const column = columnsOf[review * width + place] as number
      if (column >= 0) left -= effects[column] as number
    }
    projected[review] = (weights[review] as number) * left
    quadratic += (weights[review] as number) * left * left
  }
  return { eliminated, kept: effects, projected, quadratic }
}

/** Errors of prediction drawn from their joint distribution (over the residual standard deviation): of the eliminated factor, and of kept columns. */
export function drawErrors(system: System, deviate: () => number): { readonly eliminated: Float64Array; readonly kept: Float64Array } {
  const { design, diagonal, lower, scale, ratios } = system
  const root = Math.sqrt(ratios[0] as number)
  const kept = new Float64Array(design.columns).map(deviate)
  backInPlace(lower, design.columns, kept)
  const own = diagonal.map((one) => deviate() * Math.sqrt(one))
  substitute(system, root, own, kept)
  return { eliminated: own.map((one) => root * one), kept: kept.map((one, column) => one * (scale[column] as number)) }
}

/** −2 × the logarithm of the restricted likelihood, the residual variance at its best: as lme4 reports it. */
export function devianceOf({ design, logDeterminant }: System, { quadratic }: Pick<Solution, 'quadratic'>): number {
  const free = freedomOf(design)
  let logWeights = 0
  for (const weight of design.weights) logWeights += Math.log(weight)
  return logDeterminant - logWeights + free * (1 + Math.log((2 * Math.PI * quadratic) / free))
}

/** Reviews less means. */
export function freedomOf({ reviews, parts }: Design): number {
  return reviews - parts.levels
}
