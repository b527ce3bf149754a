/** Who stands ready when a place is freed. */
import { byScore, exchangesAround } from './exchange.ts'
import type { Problem, Row } from './problem.ts'

/**
 * The reserve in one sentence: one at a time, the best by score (then by the tie-break) of those who could take alone,
 * with every rule kept, the place of a selected candidate for whom the fewest substitutes are listed so far; while a
 * group held to an exact number of places (min = max) gets no more of the reserve than its share of the places, rounded
 * up. When nobody left can take any place, the best of the others within those shares. Listed by score, then tie-break.
 *
 * With 24 places, 6 in each of four regions, a reserve of 8 holds 2 of each region.
 */
export function reserveOf(problem: Problem, chosen: ReadonlySet<number>, size: number): number[] {
  const order = byScore(problem)
  const waiting = [...problem.ids.keys()].filter((place) => !chosen.has(place) && problem.fixes[place] !== 0).sort(order)
  const listed: number[] = []
  const substitutes = new Map([...chosen].map((out) => [out, 0]))
  const keeps = exchangesAround(problem, chosen)
  const takes = new Map<number, readonly number[]>()
  /** Whose places a candidate could take. */
  const takenBy = (place: number): readonly number[] => {
    const known = takes.get(place) ?? [...chosen].filter((out) => keeps(out, place))
    takes.set(place, known)
    return known
  }
  /** The fewest substitutes that anyone has whose place this candidate could take; infinite when there is nobody. */
  const need = (place: number): number =>
    takenBy(place).reduce((least, out) => Math.min(least, substitutes.get(out) as number), Number.POSITIVE_INFINITY)
  const shares = sharesOf(problem, size)
  const within = (place: number): boolean =>
    shares.every(({ members, most }) => !members.has(place) || listed.filter((one) => members.has(one)).length < most)
  while (listed.length < size) {
    const free = waiting.filter((place) => !listed.includes(place) && within(place))
    const needs = free.map(need)
    const least = needs.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
    const next = free[needs.indexOf(least)]
    if (next === undefined) break
    listed.push(next)
    for (const out of takenBy(next)) substitutes.set(out, (substitutes.get(out) as number) + 1)
  }
  return listed.sort(order)
}

/** Groups held to an exact number, and the most of the reserve each may fill. */
function sharesOf({ rows, places }: Problem, size: number): { readonly members: ReadonlySet<number>; readonly most: number }[] {
  const exact = rows.slice(1).filter((row: Row) => row.lower !== null && row.lower === row.upper && row.coefficients.every((one) => one === 1n))
  return exact.map((row) => ({ members: new Set(row.at), most: Math.ceil((size * Number(row.upper)) / places) }))
}

/** For each selected candidate whom somebody can replace alone, every rule kept: the first of the reserve who can, else the best of the others. */
export function substitutesOf(problem: Problem, chosen: ReadonlySet<number>, reserve: readonly number[]): Map<number, number> {
  const others = [...problem.ids.keys()].filter((place) => !chosen.has(place) && problem.fixes[place] !== 0).sort(byScore(problem))
  const keeps = exchangesAround(problem, chosen)
  const reserved = new Set(reserve)
  const ready = [...reserve, ...others.filter((place) => !reserved.has(place))]
  const found = [...chosen].flatMap((out) => {
    const into = ready.find((place) => keeps(out, place))
    return into === undefined ? [] : [[out, into] as const]
  })
  return new Map(found)
}
