/** Why there is no assignment: demands that cannot hold together, none of which can be left out. */
import { exchange, type Exchanged } from './exchange.ts'
import { GroupCounts } from './groups.ts'
import type { AssignmentRule, Problem } from './input.ts'
import { smallestConflict } from './smallest-conflict.ts'
import { costsOf, type Standing } from './standing.ts'

/** Something that cannot be met together with the others named. */
export type Demand =
  | { readonly application: string; readonly demand: number }
  | { readonly reviewer: string; readonly min_load?: number; readonly max_load?: number }
  | { readonly rule: AssignmentRule }

/** The same, with places. */
type Part =
  | { readonly kind: 'application'; readonly place: number }
  | { readonly kind: 'least' | 'most'; readonly place: number }
  | { readonly kind: 'rule'; readonly place: number }

/** Forced pairs that alone break a demand, a load or a conflict. */
export function brokenForced({ problem, pairs, demand, most }: Standing): Demand[] {
  const { applications, reviewers, weights } = problem
  const apart = pairs.filter(([application, reviewer]) => Number.isNaN(weights[application * reviewers.length + reviewer]))
  return [
    ...apart.flatMap(([application, reviewer]): Demand[] => [
      { application: applications[application] as string, demand: problem.demand[application] as number },
      { reviewer: (reviewers[reviewer] as { id: string }).id },
    ]),
    ...applications.flatMap((application, place): Demand[] =>
      (demand[place] as number) < 0 ? [{ application, demand: problem.demand[place] as number }] : [],
    ),
    ...reviewers.flatMap(({ id, max_load }, place): Demand[] => ((most[place] as number) < 0 ? [{ reviewer: id, max_load }] : [])),
  ]
}

/** The smallest conflict behind an exchange that did not come to its end. */
export function conflictBehind(standing: Standing, found: Exclude<Exchanged, { readonly prices: unknown }>): Demand[] {
  const parts = suspects(standing, found)
  return smallestConflict(parts, (some) => !holds(standing, some)).map((part) => named(standing.problem, part))
}

/**
 * Reviewers whom nothing can be taken from stand against the applications that read nothing else; or reviewers nothing
 * can be given to, against the applications that give them all they can (Hall's condition, and its mirror).
 */
function suspects({ problem }: Standing, found: Exclude<Exchanged, { readonly prices: unknown }>): Part[] {
  const rules = problem.rules.map((_, place): Part => ({ kind: 'rule', place }))
  const all = problem.applications.map((_, place): Part => ({ kind: 'application', place }))
  if ('short' in found) return [{ kind: 'application', place: found.short[0] as number }, ...rules]
  const sides = problem.reviewers.flatMap((_, place): Part[] => {
    if (found.stock) return found.reached.has(place) ? [] : [{ kind: 'least', place }]
    return found.reached.has(place) ? [{ kind: 'most', place }] : []
  })
  return [...all, ...sides, ...rules]
}

/** Whether some demands can hold together, all others set aside: an application that is set aside has no readers, or, where a least load is looked at, as many as it may. */
function holds(standing: Standing, some: readonly Part[]): boolean {
  const { problem } = standing
  const taken = (kind: Part['kind']): Set<number> => new Set(some.flatMap((part) => (part.kind === kind ? [part.place] : [])))
  const [applications, least, most, rules] = [taken('application'), taken('least'), taken('most'), taken('rule')]
  const costs = costsOf(standing)
  for (let at = 0; at < costs.of.length; at++) if (costs.of[at] !== Number.POSITIVE_INFINITY) costs.of[at] = 0
  const open = (application: number): number =>
    costs.of.subarray(application * costs.reviewers, (application + 1) * costs.reviewers).filter((cost) => cost === 0).length
  const groups = problem.rules.flatMap((one, place) => (rules.has(place) ? one.groups : []))
  const outcome = exchange(costs, {
    demand: standing.demand.map((demand, place) => (applications.has(place) ? demand : least.size > 0 ? open(place) : 0)),
    least: standing.least.map((load, place) => (least.has(place) ? load : 0)),
    most: standing.most.map((load, place) => (most.has(place) ? load : problem.applications.length)),
    groups: new GroupCounts(groups, costs.applications, costs.reviewers, standing.pairs, (place) => applications.has(place)),
  })
  return 'prices' in outcome
}

function named(problem: Problem, part: Part): Demand {
  if (part.kind === 'application') return { application: problem.applications[part.place] as string, demand: problem.demand[part.place] as number }
  if (part.kind === 'rule') return { rule: problem.rules[part.place]?.rule as AssignmentRule }
  const { id, min_load, max_load } = problem.reviewers[part.place] as Problem['reviewers'][number]
  return part.kind === 'least' ? { reviewer: id, min_load } : { reviewer: id, max_load }
}
