/** One out, one in: which rules an exchange would break. */
import { activity, type Problem } from './problem.ts'

export interface Exchanges {
  /** Places of the rows broken when `out` leaves the list and `into` takes the place. Empty: every rule is kept. */
  readonly breaks: (out: number, into: number) => readonly number[]
  /** Candidates of one profile count alike in every row: they can be exchanged for the same people. */
  readonly profileOf: (place: number) => number
}

/** Exchanges around a list that keeps every row; each pair of profiles is looked at once. */
export function exchangesAround({ rows, ids }: Pick<Problem, 'rows' | 'ids'>, chosen: ReadonlySet<number>): Exchanges {
  const stands = rows.map((row) => ({ row, sum: activity(row, chosen) }))
  const weights: [row: number, weight: bigint][][] = ids.map(() => [])
  rows.forEach((row, index) => {
    row.at.forEach((place, k) => weights[place]?.push([index, row.coefficients[k] as bigint]))
  })
  const profiles = new Map<string, number>()
  const profile = weights.map((all) => {
    const key = all.join(';')
    profiles.set(key, profiles.get(key) ?? profiles.size)
    return profiles.get(key) as number
  })
  const known = new Map<number, readonly number[]>()
  const look = (out: number, into: number): readonly number[] => {
    const moved = new Map(weights[into])
    for (const [index, weight] of weights[out] ?? []) moved.set(index, (moved.get(index) ?? 0n) - weight)
    return [...moved.keys()]
      .sort((a, b) => a - b)
      .filter((index) => {
        const { row, sum } = stands[index] as (typeof stands)[number]
        const after = sum + (moved.get(index) as bigint)
        return (row.lower !== null && after < row.lower) || (row.upper !== null && after > row.upper)
      })
  }
  return {
    profileOf: (place) => profile[place] as number,
    breaks: (out, into) => {
      const key = (profile[out] as number) * profiles.size + (profile[into] as number)
      const found = known.get(key) ?? look(out, into)
      known.set(key, found)
      return found
    },
  }
}

/** By score, the highest first, then by the order of the tie-break. */
export function byScore({ scores }: Pick<Problem, 'scores'>): (a: number, b: number) => number {
  return (a, b) => {
    const [one, other] = [scores[a] as bigint, scores[b] as bigint]
    return one === other ? a - b : one > other ? -1 : 1
  }
}
