/** One out, one in: whether the rules allow an exchange, and which rules forbid those that score alone would make. */
import { activity, type Problem, type Weights } from './problem.ts'

type Around = Pick<Problem, 'rows' | 'weights' | 'scores'>

/** How much each row may still fall and rise. Whole numbers, or infinite where a side has no limit. */
interface Room {
  readonly fall: Float64Array
  readonly rise: Float64Array
}

function roomOf({ rows }: Around, chosen: ReadonlySet<number>): Room {
  const sums = rows.map((row) => activity(row, chosen))
  return {
    fall: Float64Array.from(rows, ({ lower }, index) => (lower === null ? Number.POSITIVE_INFINITY : Number((sums[index] as bigint) - lower))),
    rise: Float64Array.from(rows, ({ upper }, index) => (upper === null ? Number.POSITIVE_INFINITY : Number(upper - (sums[index] as bigint)))),
  }
}

/** Whether every rule is kept when `out` leaves a list that keeps every rule and `into` takes the place. */
export function exchangesAround(problem: Around, chosen: ReadonlySet<number>): (out: number, into: number) => boolean {
  const { fall, rise } = roomOf(problem, chosen)
  const holds = (row: number, change: number): boolean => change >= -(fall[row] as number) && change <= (rise[row] as number)
  return (out, into) => {
    const [less, more] = [problem.weights[out] as Weights, problem.weights[into] as Weights]
    let [a, b] = [0, 0]
    while (a < less.length || b < more.length) {
      const [lessRow = Number.POSITIVE_INFINITY, lost = 0] = less[a] ?? []
      const [moreRow = Number.POSITIVE_INFINITY, won = 0] = more[b] ?? []
      const row = Math.min(lessRow, moreRow)
      if (!holds(row, (moreRow === row ? won : 0) - (lessRow === row ? lost : 0))) return false
      if (lessRow === row) a++
      if (moreRow === row) b++
    }
    return true
  }
}

/** The least and the most that those seen so far count in each row; who is not in a row counts 0. */
class Seen {
  private count = 0
  private readonly members: Int32Array
  private readonly least: Float64Array
  private readonly most: Float64Array

  constructor(rows: number) {
    this.members = new Int32Array(rows)
    this.least = new Float64Array(rows).fill(Number.POSITIVE_INFINITY)
    this.most = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY)
  }

  add(weights: Weights): void {
    this.count++
    for (const [row, weight] of weights) {
      this.members[row] = (this.members[row] as number) + 1
      this.least[row] = Math.min(this.least[row] as number, weight)
      this.most[row] = Math.max(this.most[row] as number, weight)
    }
  }

  /** Of a row: infinite, the wrong way round, when nobody was seen. */
  range(row: number): readonly [least: number, most: number] {
    const [least, most] = [this.least[row] as number, this.most[row] as number]
    return (this.members[row] as number) < this.count ? [Math.min(least, 0), Math.max(most, 0)] : [least, most]
  }
}

/**
 * By candidate, the rows that forbid an exchange score alone would make: of who is out for somebody in of a lower score,
 * of who is in for somebody out of a higher one.
 */
export function blockingRows(problem: Around, chosen: ReadonlySet<number>): readonly (readonly number[])[] {
  const { scores, weights } = problem
  const room = roomOf(problem, chosen)
  const blocking: number[][] = scores.map(() => [])
  const upwards = [...scores.keys()].sort(byScore(problem)).reverse()
  const sweep = (order: readonly number[], seenIf: (place: number) => boolean, sign: 1 | -1): void => {
    const seen = new Seen(problem.rows.length)
    let waiting: number[] = []
    for (const [index, place] of order.entries()) {
      if (index > 0 && scores[place] !== scores[order[index - 1] as number]) {
        for (const one of waiting) seen.add(weights[one] as Weights)
        waiting = []
      }
      if (seenIf(place)) waiting.push(place)
      else blocking[place] = blockedBy(weights[place] as Weights, seen, room, sign)
    }
  }
  // Who is out looks down at those in; who is in looks up at those out.
  sweep(upwards, (place) => chosen.has(place), 1)
  sweep(upwards.toReversed(), (place) => !chosen.has(place), -1)
  return blocking
}

/** Rows broken by an exchange with some of those seen: `sign` 1 when they leave and the candidate enters, -1 the other way round. */
function blockedBy(own: Weights, seen: Seen, { fall, rise }: Room, sign: 1 | -1): number[] {
  const blocked: number[] = []
  let next = 0
  for (let row = 0; row < fall.length; row++) {
    const [at, weight] = own[next] ?? []
    const mine = at === row ? (weight as number) : 0
    if (at === row) next++
    const [least, most] = seen.range(row)
    const [down, up] = sign === 1 ? [mine - most, mine - least] : [least - mine, most - mine]
    if (down < -(fall[row] as number) || up > (rise[row] as number)) blocked.push(row)
  }
  return blocked
}

/** By score, the highest first, then by the order of the tie-break. */
export function byScore({ scores }: Pick<Problem, 'scores'>): (a: number, b: number) => number {
  return (a, b) => {
    const [one, other] = [scores[a] as bigint, scores[b] as bigint]
    return one === other ? a - b : one > other ? -1 : 1
  }
}
