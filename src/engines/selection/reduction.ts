/**
 * What the prices of one relaxation leave open. A list that does not follow the sign of a candidate's reduced score loses
 * at least that much of the bound: whoever would take the bound down to a total that is reached already is decided, for
 * any better list, and only the others need to be searched (fixing by reduced costs; review-science.md, 3.1).
 */
import { bound, reducedScores, roomUnder, UNIT } from './bound.ts'
import type { Fixes, Problem, Row } from './problem.ts'
import type { Searched } from './search.ts'

/** One candidate held in (1) or out (0). */
export interface Held {
  readonly place: number
  readonly to: 0 | 1
}

/** The part of a problem that is searched while everybody else stands as the prices say. */
export interface Core {
  readonly problem: Searched
  /** By place in the core, the candidate's place in the problem. */
  readonly places: readonly number[]
  /** Total of those who are in without being in the core. */
  readonly base: bigint
  /** The whole list that a list of the core stands for. */
  readonly whole: (chosen: ReadonlySet<number>) => ReadonlySet<number>
}

export class Reduction {
  readonly problem: Problem
  readonly prices: readonly bigint[]
  /** No allowed list has more, in 1/UNIT of a millionth. */
  readonly value: bigint
  private readonly swings: readonly bigint[]
  /** Open candidates, the least decided first. */
  private readonly order: readonly number[]
  /** In by the prices, or held in by the problem. */
  private readonly standing: ReadonlySet<number>
  private readonly activities: readonly bigint[]

  constructor(problem: Problem, prices: readonly bigint[]) {
    const { rows, scores, fixes } = problem
    const value = bound(rows, scores, fixes, prices)
    if (value === null) throw new Error('A price stands on a side without a limit.')
    const reduced = reducedScores(rows, scores, prices)
    this.problem = problem
    this.prices = prices
    this.value = value
    this.swings = reduced.map((one) => (one < 0n ? -one : one))
    const swing = Float64Array.from(this.swings, Number)
    const open = fixes.flatMap((fix, place) => (fix === null ? [place] : []))
    this.order = open.sort((a, b) => (swing[a] as number) - (swing[b] as number) || this.exactly(a, b))
    this.standing = new Set(fixes.flatMap((fix, place) => (fix === 1 || (fix === null && (reduced[place] as bigint) > 0n) ? [place] : [])))
    this.activities = activitiesOf(problem, this.standing)
  }

  private exactly(a: number, b: number): number {
    const [one, other] = [this.swings[a] as bigint, this.swings[b] as bigint]
    return one === other ? a - b : one < other ? -1 : 1
  }

  /** How many are open. */
  get size(): number {
    return this.order.length
  }

  /** What the bound loses when a candidate is held. */
  loss({ place, to }: Held): bigint {
    return this.standing.has(place) === (to === 1) ? 0n : (this.swings[place] as bigint)
  }

  /** How many, from the least decided, stay open to a list of more than `floor` after a loss; none when there is no such list. */
  leftOpen(floor: bigint, loss = 0n): number {
    const left = this.value - loss
    const reaches = (value: bigint): boolean => roomUnder(value, this.problem.grain) > floor
    if (!reaches(left)) return 0
    let [low, high] = [0, this.order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (reaches(left - (this.swings[this.order[middle] as number] as bigint))) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The `size` least decided, and whoever is held. */
  core(size: number, held?: Held): Core {
    const members = new Set(this.order.slice(0, size))
    if (held !== undefined) members.add(held.place)
    const places = [...members].sort((a, b) => a - b)
    const inside = places.filter((place) => this.standing.has(place))
    const { scores, grain } = this.problem
    const fixes: Fixes = places.map((place) => (place === held?.place ? held.to : null))
    const base = [...this.standing].reduce((sum, place) => (members.has(place) ? sum : sum + (scores[place] as bigint)), 0n)
    return {
      problem: { rows: this.rowsOf(places, inside), scores: places.map((place) => scores[place] as bigint), fixes, grain },
      places,
      base,
      whole: (chosen) =>
        new Set([...[...this.standing].filter((place) => !members.has(place)), ...[...chosen].map((place) => places[place] as number)]),
    }
  }

  /** The rows over the members of a core, their limits less what those outside count. */
  private rowsOf(places: readonly number[], inside: readonly number[]): Row[] {
    const { rows, weights } = this.problem
    const outside = [...this.activities]
    for (const place of inside)
      for (const [row, weight] of weights[place] as Problem['weights'][number]) outside[row] = (outside[row] as bigint) - BigInt(weight)
    const made = rows.map(({ scale, lower, upper }, index) => ({
      at: [] as number[],
      coefficients: [] as bigint[],
      lower: lower === null ? null : lower - (outside[index] as bigint),
      upper: upper === null ? null : upper - (outside[index] as bigint),
      scale,
    }))
    places.forEach((place, k) => {
      for (const [row, weight] of weights[place] as Problem['weights'][number]) {
        made[row]?.at.push(k)
        made[row]?.coefficients.push(BigInt(weight))
      }
    })
    return made
  }
}

function activitiesOf({ rows, weights }: Problem, chosen: ReadonlySet<number>): bigint[] {
  const sums = new Float64Array(rows.length)
  for (const place of chosen) for (const [row, weight] of weights[place] as Problem['weights'][number]) sums[row] = (sums[row] as number) + weight
  return Array.from(sums, BigInt)
}

/** What a checker does of the same: the fixes that prices decide for any list of more than `total`. */
export function decided(problem: Problem, fixes: Fixes, prices: readonly bigint[], total: bigint, unit: bigint = UNIT): Fixes | null {
  const value = bound(problem.rows, problem.scores, fixes, prices, unit)
  if (value === null) return null
  const reduced = reducedScores(problem.rows, problem.scores, prices, unit)
  const short = (loss: bigint): boolean => roomUnder(value - loss, problem.grain, unit) <= total
  return fixes.map((fix, place) => {
    if (fix !== null) return fix
    const one = reduced[place] as bigint
    if (!short(one < 0n ? -one : one)) return null
    return one > 0n ? 1 : 0
  })
}
