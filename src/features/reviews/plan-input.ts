/** What the engine of assignment is asked: weights, loads, and the rules that the options stand for. */
import { NO_OPTIONS, pairWeight } from '../../domain/assignment.ts'
import type { AssignmentInput, AssignmentRule } from '../../engines/assignment/index.ts'
import type { PlanFacts } from './plan.ts'

const keyOf = (pair: readonly [string, string, ...unknown[]]): string => `${pair[0]} ${pair[1]}`

/** `links` are pairs that join groups of files: they are put together whatever they weigh. */
export function inputOf(facts: PlanFacts, floor: number, ceiling: number, links: readonly (readonly [string, string])[]): AssignmentInput {
  const { worstFirst, limit } = facts.options ?? NO_OPTIONS
  return {
    demand: Object.fromEntries(facts.applications.map(({ id, demand }) => [id, demand])),
    applications: facts.applications.map(({ id }) => id),
    reviewers: loadsOf(facts, floor, ceiling),
    weights: weightsOf(facts),
    conflicts: facts.apart,
    forced: [...facts.standing, ...links],
    ...(facts.options?.outside === true ? { rules: outsideRules(facts) } : {}),
    objective: worstFirst ? 'worst-off-first' : 'total',
    ...(limit === null ? {} : { probability_limit: Number(limit), seed: facts.seed ?? '' }),
  }
}

function loadsOf({ reviewers, standing }: PlanFacts, floor: number, ceiling: number): AssignmentInput['reviewers'] {
  const held = new Map<string, number>()
  for (const [, reviewer] of standing) held.set(reviewer, (held.get(reviewer) ?? 0) + 1)
  return reviewers.map(({ id, minLoad, maxLoad, region }) => {
    // What stands is never taken away, even above the ceiling.
    const max = Math.max(Math.min(maxLoad, ceiling), Math.min(maxLoad, held.get(id) ?? 0))
    return { id, max_load: max, min_load: Math.min(max, Math.max(minLoad, floor)), attributes: { region } }
  })
}

function weightsOf({ applications, reviewers, standing, wishes = [], doubtful = [] }: PlanFacts): [string, string, number][] {
  const stands = new Set(standing.map(keyOf))
  const doubts = new Set(doubtful.map(keyOf))
  const wish = new Map(wishes.map((one) => [keyOf(one), one[2]]))
  return applications.flatMap((application) =>
    reviewers.flatMap((reviewer): [string, string, number][] => {
      const key = `${application.id} ${reviewer.id}`
      const weight = pairWeight(application, reviewer, { wish: wish.get(key), doubtful: doubts.has(key) }) ?? (stands.has(key) ? 0 : null)
      return weight === null ? [] : [[application.id, reviewer.id, weight]]
    }),
  )
}

/** Of the readers of an application one at least comes from elsewhere: all but one may come from its own region. Where those who stand all do, it is too late to ask. */
function outsideRules({ applications, reviewers, standing }: PlanFacts): AssignmentRule[] {
  const home = new Map(reviewers.map(({ id, region }) => [id, region]))
  const alike = new Map<string, { value: string; at_most: number; applications: string[] }>()
  for (const { id, region, demand } of applications) {
    const near = standing.filter(([application, reviewer]) => application === id && home.get(reviewer) === region).length
    if (demand === 0 || near >= demand) continue
    const rule = alike.get(`${region} ${demand}`) ?? { value: region, at_most: demand - 1, applications: [] }
    rule.applications.push(id)
    alike.set(`${region} ${demand}`, rule)
  }
  return [...alike.values()].map((rule) => ({ attribute: 'region', ...rule }))
}
