/**
 * Expected ranks among a crowd, without weighing every pair. What stands against an application is a smooth function of
 * its lead and of the variance of its error: it is added up at the nodes of a grid, and interpolated (Chebyshev; Trefethen,
 * "Approximation Theory and Approximation Practice", chapter 8). Errors of two applications hang together through those
 * who read them. Pairs who share a reader or a panel are weighed one by one; of all other covariances the additive part
 * (the mean of each application with all) goes into the variances, and of what is left, a few hundred-thousandths of a
 * variance, the first order is kept. What is neglected is less than 0.28 × the sum over the others of the square of (what
 * is left ÷ variance): 0.28 is half the greatest |3z − z³|·φ(z). Some rows are added up pair by pair to make sure of it.
 */
import type { Design, Factor } from './design.ts'
import { barycentric, type Grid, gridOver } from './grid.ts'
import { density, probabilityBelow } from './normal.ts'
import type { Posterior } from './posterior.ts'

/** One part of the review graph: places, effects (higher is better) and variances of errors over the residual one, by member. */
export interface Crowd {
  readonly places: Int32Array
  readonly leads: Float64Array
  readonly errors: Float64Array
  /** The residual variance. */
  readonly square: number
}

/** Interpolation errors of the sums and of their first order, over the number of applications. */
const [SUM_ERROR, ORDER_ERROR] = [1e-13, 1e-6]
/** Beyond this many nodes, or this share of pairs who share a reader, every pair may as well be weighed. */
const MOST_NODES = 4000
const MOST_NEAR = 1 / 8
/** Rows that are added up pair by pair, and how far from that an expected rank may lie. */
const PROOFS = 16
export const CROWD_ERROR = 1e-5

/**
 * How many others of its part are expected to be better than each member; null where that cannot be told within
 * `CROWD_ERROR` more cheaply than pair by pair. The factor must be the one that the design eliminates.
 */
export function betterThanEach(crowd: Crowd, design: Design, posterior: Posterior): Float64Array | null {
  const smooth = smoothed(crowd, design.eliminated, posterior)
  const near = nearOf(crowd, design)
  if (smooth === null || near === null) return null
  const better = farSums(smooth, posterior)
  mendNear(smooth, near, posterior, better)
  // Where an error has no variance at all a sum is no number: pairs tell that apart.
  return better.every(Number.isFinite) && isProved(crowd, posterior, better) ? better : null
}

/** A crowd with the additive part of covariances taken out of the variances, and the grids for it. */
interface Smooth extends Crowd {
  readonly levels: number
  /** Half of the additive part, by member: e′ = e − 2α, and a covariance less α of both is what is left. */
  readonly additive: Float64Array
  readonly spread: Float64Array
  readonly sums: Grid
  readonly orders: Grid
}

function smoothed(crowd: Crowd, { levels }: Factor, posterior: Posterior): Smooth | null {
  const { places, leads, errors, square } = crowd
  const ones = new Float64Array(levels)
  for (const place of places) ones[place] = 1 / places.length
  const reached = posterior.reached(ones)
  const means = Float64Array.from(places, (place) => posterior.along(place, reached))
  const middle = means.reduce((sum, one) => sum + one, 0) / means.length
  const additive = means.map((one) => one - middle / 2)
  const spread = errors.map((one, k) => square * (one - 2 * (additive[k] as number)))
  const [sums, orders] = [gridOver(leads, spread, SUM_ERROR), gridOver(leads, spread, ORDER_ERROR)]
  if (sums === null || orders === null || sums.leads.length * sums.spreads.length > MOST_NODES) return null
  return { ...crowd, levels, additive, spread, sums, orders }
}

/** For each member those after it who share a random kept column with it; null where that is no small part of all. */
function nearOf({ places }: Crowd, { columns, random, starts, at }: Design): ((k: number) => number[]) | null {
  const readBy: number[][] = Array.from({ length: columns }, () => [])
  const columnsOf = (k: number): Int32Array => at.subarray(starts[places[k] as number], starts[(places[k] as number) + 1])
  for (let k = 0; k < places.length; k++) for (const column of columnsOf(k)) if (column < random) readBy[column]?.push(k)
  const pairs = readBy.reduce((sum, { length }) => sum + length * length, 0)
  if (pairs > MOST_NEAR * places.length ** 2) return null
  const seen = new Int32Array(places.length).fill(-1)
  return (k) => {
    const found: number[] = []
    for (const column of columnsOf(k))
      for (const other of column < random ? (readBy[column] as number[]) : []) {
        if (other <= k || seen[other] === k) continue
        seen[other] = k
        found.push(other)
      }
    return found
  }
}

/** The sums as if no two shared a reader: at each node, then interpolated to each member. */
function farSums(smooth: Smooth, posterior: Posterior): Float64Array {
  const better = interpolatedSums(smooth)
  const orders = ordersAtNodes(smooth, posterior)
  const { leads, spread, places, additive, square, orders: grid } = smooth
  for (let k = 0; k < places.length; k++) {
    const weights = barycentric(grid, leads[k] as number, spread[k] as number)
    let order = 0
    for (const [node, weight] of weights.entries()) {
      const { reached, plain, added } = orders[node] as Orders
      order += weight * (posterior.along(places[k] as number, reached) - (additive[k] as number) * plain - added)
    }
    // The sum holds its own half: nobody is better than oneself.
    better[k] = (better[k] as number) - 0.5 + square * order
  }
  return better
}

function interpolatedSums({ leads, spread, sums }: Smooth): Float64Array {
  const nodes = sums.leads.length * sums.spreads.length
  const values = Float64Array.from({ length: nodes }, (_, node) => {
    const [lead, own] = nodeOf(sums, node)
    let sum = 0
    for (let l = 0; l < leads.length; l++) sum += probabilityBelow(((leads[l] as number) - lead) / Math.sqrt(own + (spread[l] as number)))
    return sum
  })
  return leads.map((lead, k) => {
    let sum = 0
    for (const [node, weight] of barycentric(sums, lead, spread[k] as number).entries()) sum += weight * (values[node] as number)
    return sum
  })
}

const nodeOf = ({ leads, spreads }: Grid, node: number): [lead: number, spread: number] => [
  leads[Math.floor(node / spreads.length)] as number,
  spreads[node % spreads.length] as number,
]

/** First order at a node: what covariances reach, the slopes by themselves, and the slopes times the additive part. */
interface Orders {
  readonly reached: Float64Array
  readonly plain: number
  readonly added: number
}

function ordersAtNodes({ leads, spread, places, additive, levels, orders: grid }: Smooth, posterior: Posterior): Orders[] {
  const slopes = new Float64Array(levels)
  return Array.from({ length: grid.leads.length * grid.spreads.length }, (_, node) => {
    const [lead, own] = nodeOf(grid, node)
    let [plain, added] = [0, 0]
    for (let l = 0; l < places.length; l++) {
      const slope = slopeOf((leads[l] as number) - lead, own + (spread[l] as number))
      slopes[places[l] as number] = slope
      plain += slope
      added += slope * (additive[l] as number)
    }
    return { reached: posterior.reached(slopes), plain, added }
  })
}

/** How fast the chance of a lead grows with the covariance of both errors: a covariance takes twice itself from the variance. */
const slopeOf = (lead: number, variance: number): number => {
  const z = lead / Math.sqrt(variance)
  return (z * density(z)) / variance
}

/** Puts for pairs who share a reader what they are in place of what the sums took them for. */
function mendNear(smooth: Smooth, near: (k: number) => number[], posterior: Posterior, better: Float64Array): void {
  const { places, leads, errors, spread, additive, square } = smooth
  for (let k = 0; k < places.length; k++) {
    const own = places[k] as number
    for (const l of near(k)) {
      const together = posterior.between(own, places[l] as number)
      const lead = (leads[l] as number) - (leads[k] as number)
      const variance = (spread[k] as number) + (spread[l] as number)
      const left = square * (together - (additive[k] as number) - (additive[l] as number))
      const taken = probabilityBelow(lead / Math.sqrt(variance)) + left * slopeOf(lead, variance)
      const exact = square * ((errors[k] as number) + (errors[l] as number) - 2 * together)
      const mended = probabilityBelow(lead / Math.sqrt(exact)) - taken
      better[k] = (better[k] as number) + mended
      better[l] = (better[l] as number) - mended
    }
  }
}

/** Some rows of all, pair by pair. */
function isProved({ places, leads, errors, square }: Crowd, posterior: Posterior, better: Float64Array): boolean {
  for (let proof = 0; proof < PROOFS; proof++) {
    const k = Math.floor(((proof + 0.5) * places.length) / PROOFS)
    let sum = 0
    for (let l = 0; l < places.length; l++) {
      if (l === k) continue
      const together = posterior.between(places[k] as number, places[l] as number)
      const variance = square * ((errors[k] as number) + (errors[l] as number) - 2 * together)
      sum += probabilityBelow(((leads[l] as number) - (leads[k] as number)) / Math.sqrt(variance))
    }
    if (!(Math.abs(sum - (better[k] as number)) < CROWD_ERROR)) return false
  }
  return true
}
