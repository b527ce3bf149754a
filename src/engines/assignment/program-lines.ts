/** The lines of the integer program: what each demand, load and rule says of the pairs. */
import type { Demand } from './conflict.ts'
import { binds } from './groups.ts'
import type { Problem } from './input.ts'
import type { Standing } from './standing.ts'

/** A pair that may be taken. */
export interface Column {
  readonly application: number
  readonly reviewer: number
  /** Millionths. */
  readonly weight: number
}

export interface Line {
  readonly terms: readonly (readonly [column: number, value: number])[]
  readonly least: number | null
  readonly most: number | null
  /** Whether it says what an application has above the floor of all. */
  readonly overFloor?: boolean
  /** The demand it stands for. */
  readonly names?: (problem: Problem) => Demand
}

/** Pairs that are allowed and not forced, by application, then reviewer. */
export function columnsOf({ problem, pairs }: Standing): Column[] {
  const { applications, reviewers, weights } = problem
  const forced = new Set(pairs.map((pair) => pair.join(' ')))
  return applications.flatMap((_, application) =>
    reviewers.flatMap((_one, reviewer): Column[] => {
      const weight = weights[application * reviewers.length + reviewer] as number
      return Number.isNaN(weight) || forced.has(`${application} ${reviewer}`) ? [] : [{ application, reviewer, weight }]
    }),
  )
}

/** Demands, loads and rules. */
export function linesOf(stands: Standing, columns: readonly Column[]): Line[] {
  const { problem, demand, least, most } = stands
  const byApplication = placesBy(columns, problem.applications.length, (column) => column.application)
  const byReviewer = placesBy(columns, problem.reviewers.length, (column) => column.reviewer)
  const once = (places: readonly number[]): Line['terms'] => places.map((place) => [place, 1])
  return [
    ...problem.applications.map((application, place): Line => {
      const terms = once(byApplication[place] as readonly number[])
      return {
        terms,
        least: demand[place] as number,
        most: demand[place] as number,
        names: () => ({ application, demand: problem.demand[place] as number }),
      }
    }),
    ...problem.reviewers.flatMap(({ id, min_load, max_load }, place): Line[] => {
      const terms = once(byReviewer[place] as readonly number[])
      const upper: Line = { terms, least: null, most: most[place] as number, names: () => ({ reviewer: id, max_load }) }
      const low = least[place] as number
      return low === 0 ? [upper] : [upper, { terms, least: low, most: null, names: () => ({ reviewer: id, min_load }) }]
    }),
    ...problem.rules.flatMap(({ rule, groups }) =>
      groups.flatMap((group) =>
        problem.applications.flatMap((_, application): Line[] => {
          const held = stands.pairs.filter(([row, column]) => row === application && group.members.has(column)).length
          const terms = once(
            (byApplication[application] as readonly number[]).filter((place) => group.members.has((columns[place] as Column).reviewer)),
          )
          const room = group.most - held
          if (!binds(group, application)) return []
          const isIdle = group.least <= held && room >= Math.min(terms.length, demand[application] as number)
          if (isIdle || (problem.demand[application] as number) === 0) return []
          return [{ terms, least: Math.max(0, group.least - held), most: Math.min(room, terms.length), names: () => ({ rule }) }]
        }),
      ),
    ),
  ]
}

function placesBy(columns: readonly Column[], count: number, of: (column: Column) => number): number[][] {
  const places: number[][] = Array.from({ length: count }, () => [])
  for (const [place, column] of columns.entries()) places[of(column)]?.push(place)
  return places
}
