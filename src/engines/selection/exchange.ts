/** One out, one in: which rules an exchange would break. */
import { activity, type Problem } from './problem.ts'

export interface Exchanges {
  /** Places of the rows broken when `out` leaves the list and `into` takes the place. Empty: every rule is kept. */
  readonly breaks: (out: number, into: number) => readonly number[]
}

/** Exchanges around a list that keeps every row. */
export function exchangesAround({ rows }: Pick<Problem, 'rows'>, chosen: ReadonlySet<number>): Exchanges {
  const stands = rows.map((row) => ({ row, sum: activity(row, chosen), weight: new Map(row.at.map((place, k) => [place, row.coefficients[k] as bigint])) }))
  return {
    breaks: (out, into) =>
      stands.flatMap(({ row, sum, weight }, index) => {
        const after = sum - (weight.get(out) ?? 0n) + (weight.get(into) ?? 0n)
        return (row.lower !== null && after < row.lower) || (row.upper !== null && after > row.upper) ? [index] : []
      }),
  }
}

/** By score, the highest first, then by the order of the tie-break. */
export function byScore({ scores }: Pick<Problem, 'scores'>): (a: number, b: number) => number {
  return (a, b) => {
    const [one, other] = [scores[a] as bigint, scores[b] as bigint]
    return one === other ? a - b : one > other ? -1 : 1
  }
}
