/** Ranks, 1 the best, among applications of the same part of the review graph. */
import { type Factor, levelsIn } from './design.ts'
import type { Possibility } from './mixture.ts'
import { effectsOf, type Model } from './model.ts'
import { probabilityBelow } from './normal.ts'
import type { Fit } from './reml.ts'
import { partOfEach } from './sheet.ts'
import { drawErrors } from './system.ts'
import { uniform } from '../chance.ts'

/** Places of the applications of each part. */
export function membersOf({ sheet }: Model): number[][] {
  const members: number[][] = Array.from({ length: sheet.parts.levels }, () => [])
  for (const [place, part] of partOfEach(sheet, sheet.application).entries()) members[part]?.push(place)
  return members
}

/** Ranks by value within each part; equals share the middle of their ranks. */
export function middleRanks(members: readonly (readonly number[])[], values: Float64Array, higherIsBetter: boolean): Float64Array {
  const ranks = new Float64Array(values.length)
  for (const mine of members) {
    const sign = higherIsBetter ? -1 : 1
    const sorted = [...mine].sort((a, b) => sign * ((values[a] as number) - (values[b] as number)))
    for (let first = 0; first < sorted.length; ) {
      let last = first
      while (last + 1 < sorted.length && values[sorted[last + 1] as number] === values[sorted[first] as number]) last++
      for (let k = first; k <= last; k++) ranks[sorted[k] as number] = 1 + (first + last) / 2
      first = last + 1
    }
  }
  return ranks
}

/** Two predictions whose difference is surer than this, in units of the fit, are told apart as they stand. */
const SURE = 1e-12

/**
 * The rank each application has on average over what the reviews leave uncertain: 1 + the sum, over the others, of the
 * probability that they are better (Heyard et al. 2022). Pairs are settled in closed form: no draws.
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
  const square = Number.isFinite(freedom) ? fit.solution.quadratic / freedom : fit.residual
  const effects = effectsOf(fit, factor)
  const variances = posterior.variancesOf(factor)
  const shared = new Float64Array(factor.levels)
  for (const mine of members) {
    const [leads, errors] = [
      Float64Array.from(mine, (one) => sign * (effects[one] as number)),
      Float64Array.from(mine, (one) => variances[one] as number),
    ]
    const places = Int32Array.from(mine)
    const better = new Float64Array(places.length)
    for (let k = 0; k < places.length; k++) {
      posterior.covariances(factor, places[k] as number, shared)
      addPairs(k, { leads, errors, places, shared, square, freedom }, better)
    }
    for (const [k, one] of places.entries()) ranks[one] = (ranks[one] as number) + weight * (better[k] as number)
  }
}

/** One part of the graph: effects (higher is better), variances of their errors, and the covariances of one of them with all. */
interface Pairs {
  readonly leads: Float64Array
  readonly errors: Float64Array
  readonly places: Int32Array
  readonly shared: Float64Array
  readonly square: number
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

export interface Drawn {
  /** 5 and 95 in 100 of the ranks drawn. */
  readonly intervals: readonly (readonly [number, number])[]
  /** Share of the draws in which each is among the first `places` of its part. */
  readonly inside: Float64Array
}

/** Ranks drawn from the joint distribution of the predictions. A deviate is twelve uniform draws added up, less six: additions only, so the draws repeat on any machine. */
export function drawRanks(
  model: Model,
  possible: readonly Possibility[],
  members: readonly (readonly number[])[],
  higherIsBetter: boolean,
  { draws, seed, places }: { readonly draws: number; readonly seed: string; readonly places: number },
): Drawn | null {
  const { calibrated, sheet } = model
  if (possible.length === 0) return null
  const next = uniform(seed)
  const count = calibrated.length
  const ranks = new Uint32Array(draws * count)
  const inside = new Float64Array(count)
  for (let draw = 0; draw < draws; draw++) {
    const { fit } = oneOf(possible, next)
    const by = Math.sqrt(fit.residual)
    const effects = effectsOf(fit, sheet.application)
    const errors = drawnErrors(fit, sheet.application, next)
    const values = effects.map((effect, place) => (higherIsBetter ? -1 : 1) * (effect + by * (errors[place] as number)))
    for (const mine of members) {
      const sorted = Uint32Array.from(mine).sort((a, b) => (values[a] as number) - (values[b] as number))
      for (const [place, one] of sorted.entries()) {
        ranks[one * draws + draw] = place + 1
        if (place < places) inside[one] = (inside[one] as number) + 1 / draws
      }
    }
  }
  const intervals = Array.from({ length: count }, (_, one): [number, number] => {
    const mine = ranks.subarray(one * draws, (one + 1) * draws).sort()
    return [mine[Math.floor(0.05 * (draws - 1))] as number, mine[Math.ceil(0.95 * (draws - 1))] as number]
  })
  return { intervals, inside }
}

function oneOf(possible: readonly Possibility[], next: () => number): Possibility {
  if (possible.length === 1) return possible[0] as Possibility
  let left = next() / 2 ** 32
  return possible.find(({ weight }) => (left -= weight) < 0) ?? (possible.at(-1) as Possibility)
}

function drawnErrors(fit: Fit, factor: Factor, next: () => number): Float64Array {
  const { eliminated, kept } = drawErrors(fit.system, () => {
    let sum = -6 * 2 ** 32
    for (let k = 0; k < 12; k++) sum += next()
    return sum / 2 ** 32
  })
  return levelsIn(fit.system.design, factor, eliminated, kept)
}
