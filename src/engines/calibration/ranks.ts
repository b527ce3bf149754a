/** Ranks, 1 the best, among applications of the same part of the review graph. */
import { type Factor, levelsIn } from './design.ts'
import type { Possibility } from './mixture.ts'
import { effectsOf, type Model } from './model.ts'
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
