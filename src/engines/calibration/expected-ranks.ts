/** The rank that each application is expected to have, 1 the best, among those of its part of the review graph. */
import { betterThanEach, type Crowd } from './crowd.ts'
import type { Factor } from './design.ts'
import type { Possibility } from './mixture.ts'
import { effectsOf, type Model } from './model.ts'
import { probabilityBelow } from './normal.ts'
import type { Posterior } from './posterior.ts'
import { middleRanks } from './ranks.ts'

/** Up to this many applications every pair is weighed; more are a crowd. */
const CROWD = 6000

/** Two predictions whose difference is surer than this, in units of the fit, are told apart as they stand. */
const SURE = 1e-12

/**
 * The rank each application has on average over what the reviews leave uncertain: 1 + the sum, over the others, of the
 * probability that they are better (Heyard et al. 2022). Pairs are settled in closed form: no draws. Among a crowd the sum
 * is made without them, within `CROWD_ERROR`.
 */
export function expectedRanks(
  model: Model,
  possible: readonly Possibility[],
  members: readonly (readonly number[])[],
  higherIsBetter: boolean,
): Float64Array {
  const { calibrated, sheet } = model
  if (possible.length === 0) return middleRanks(members, calibrated, higherIsBetter)
  const ranks = new Float64Array(calibrated.length).fill(1)
  for (const one of possible) addRanks(one, sheet.application, members, higherIsBetter ? 1 : -1, ranks)
  return ranks
}

function addRanks(possible: Possibility, factor: Factor, members: readonly (readonly number[])[], sign: number, ranks: Float64Array): void {
  const { posterior, fit, weight, freedom } = possible
  const { design } = fit.system
  const square = Number.isFinite(freedom) ? fit.solution.quadratic / freedom : fit.residual
  const effects = effectsOf(fit, factor)
  const variances = posterior.variancesOf(factor)
  for (const mine of members) {
    const places = Int32Array.from(mine)
    const leads = Float64Array.from(mine, (one) => sign * (effects[one] as number))
    const part = { places, leads, errors: Float64Array.from(mine, (one) => variances[one] as number), square }
    const isCrowd = places.length > CROWD && !Number.isFinite(freedom) && factor === design.eliminated
    const better = (isCrowd ? betterThanEach(part, design, posterior) : null) ?? pairByPair({ ...part, freedom }, factor, posterior)
    for (const [k, one] of places.entries()) ranks[one] = (ranks[one] as number) + weight * (better[k] as number)
  }
}

/** One part of the graph: the sum over every pair of it. */
export function pairByPair(part: Omit<Pairs, 'shared'>, factor: Factor, posterior: Posterior): Float64Array {
  const { places } = part
  const shared = new Float64Array(factor.levels)
  const better = new Float64Array(places.length)
  for (let k = 0; k < places.length; k++) {
    posterior.covariances(factor, places[k] as number, shared)
    addPairs(k, { ...part, shared }, better)
  }
  return better
}

/** A part of the graph, and the covariances of one of it with all. */
interface Pairs extends Crowd {
  readonly shared: Float64Array
  readonly freedom: number
}

/** Adds to each of a pair the chance that the other is ahead: the `k`th with those after it. Where large calls spend their time. */
function addPairs(k: number, { leads, errors, places, shared, square, freedom }: Pairs, better: Float64Array): void {
  const [lead, own] = [leads[k] as number, errors[k] as number]
  const isNormal = !Number.isFinite(freedom)
  let sum = 0
  for (let l = k + 1; l < places.length; l++) {
    const variance = square * (own + (errors[l] as number) - 2 * (shared[places[l] as number] as number))
    const ahead = (leads[l] as number) - lead
    let share: number
    if (variance <= SURE) share = told(ahead)
    else if (isNormal) share = probabilityBelow(ahead / Math.sqrt(variance))
    else share = chanceAhead(ahead / Math.sqrt(variance), freedom)
    sum += share
    better[l] = (better[l] as number) + 1 - share
  }
  better[k] = (better[k] as number) + sum
}

/** By Student's law, for the residual variance is not known, as the normal deviate of Wallace (1959). */
function chanceAhead(x: number, freedom: number): number {
  const deviate = ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((x * x) / freedom))
  return probabilityBelow(x < 0 ? -deviate : deviate)
}

/** What is certain: ahead, behind, or equal. */
function told(lead: number): number {
  if (Math.abs(lead) < 1e-6) return 0.5
  return lead > 0 ? 1 : 0
}
