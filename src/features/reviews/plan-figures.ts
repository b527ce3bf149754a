/** What a plan comes to, in figures. */
import type { Plan, PlanFacts } from './plan.ts'
import type { PlanFigures } from './views.ts'

export function figuresOf(facts: PlanFacts, plan: Plan): PlanFigures {
  const pairs = [...facts.standing, ...plan.pairs]
  const home = new Map(facts.reviewers.map((one) => [one.id, one.region]))
  const region = new Map(facts.applications.map((one) => [one.id, one.region]))
  const doubts = new Set((facts.doubtful ?? []).map((pair) => pair.join(' ')))
  const loads = Object.values(plan.loads)
  const isOutside = ([application, reviewer]: readonly [string, string]): boolean => home.get(reviewer) !== region.get(application)
  return {
    total: plan.total,
    worst: plan.worst,
    readings: pairs.length,
    outside: new Set(pairs.filter(isOutside).map(([application]) => application)).size,
    loads: { least: loads.length === 0 ? 0 : Math.min(...loads), most: Math.max(0, ...loads) },
    parts: plan.parts,
    doubtful: plan.pairs.filter((pair) => doubts.has(pair.join(' '))).length,
  }
}
