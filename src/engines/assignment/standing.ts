/** A problem once its forced pairs are in place: what is left to find, and the groups they count in. */
import type { Bounds, Costs } from './exchange.ts'
import { type Group, GroupCounts } from './groups.ts'
import type { Problem } from './input.ts'

export interface Standing {
  readonly problem: Problem
  /** Forced pairs, each once. */
  readonly pairs: readonly (readonly [application: number, reviewer: number])[]
  readonly demand: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
  /** Readings each reviewer has by force. */
  readonly load: readonly number[]
}

/** Takes the forced pairs out of demands and loads; what falls below 0 says that they alone are too many. */
export function standing(problem: Problem): Standing {
  const { forced, demand, reviewers } = problem
  const pairs = [...new Map(forced.map((pair) => [pair.join(' '), pair])).values()]
  const [left, load] = [[...demand], reviewers.map(() => 0)]
  for (const [application, reviewer] of pairs) {
    left[application] = (left[application] as number) - 1
    load[reviewer] = (load[reviewer] as number) + 1
  }
  const least = reviewers.map((one, place) => Math.max(0, one.min_load - (load[place] as number)))
  const most = reviewers.map((one, place) => one.max_load - (load[place] as number))
  return { problem, pairs, demand: left, least, most, load }
}

/** What remains to be found, as costs: the negative of the weights. */
export function costsOf({ problem, pairs }: Standing): Costs {
  const { weights, applications, reviewers } = problem
  const of = new Float64Array(weights.length)
  for (let at = 0; at < of.length; at++) {
    const weight = weights[at] as number
    of[at] = Number.isNaN(weight) ? Number.POSITIVE_INFINITY : 0 - weight
  }
  for (const [application, reviewer] of pairs) of[application * reviewers.length + reviewer] = Number.POSITIVE_INFINITY
  return { applications: applications.length, reviewers: reviewers.length, of }
}

/** All groups of all rules. */
export function groupsOfRules({ rules }: Problem): Group[] {
  return rules.flatMap(({ groups }) => groups)
}

/** The bounds of the exchange; its groups are used up by it, so they are made anew each time. */
export function boundsOf({ problem, pairs, demand, least, most }: Standing): Bounds {
  const groups = new GroupCounts(groupsOfRules(problem), problem.applications.length, problem.reviewers.length, pairs)
  return { demand, least, most, groups }
}
