/**
 * The graph of files and those who read them. Where it falls into groups that no reader joins, scores of one group cannot
 * be compared with those of another (decision 0015): severity and quality are then one.
 */
import { pairWeight } from '../../domain/assignment.ts'
import type { PlanFacts } from './plan.ts'

type Pairs = readonly (readonly [application: string, reviewer: string])[]

/** For each application, the name of its group: the first application in it. */
function groupsOf({ applications }: Pick<PlanFacts, 'applications'>, pairs: Pairs): Map<string, string> {
  const above = new Map<string, string>()
  const top = (one: string): string => {
    let at = one
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next
    return at
  }
  for (const [application, reviewer] of pairs) {
    const [a, r] = [top(`a ${application}`), top(`r ${reviewer}`)]
    if (a !== r) above.set(r, a)
  }
  return new Map(applications.map(({ id }) => [id, top(`a ${id}`)]))
}

/** Groups of files that no reader joins; files that nobody reads are left out. */
export function partsOf(facts: Pick<PlanFacts, 'applications'>, pairs: Pairs): number {
  const read = new Set(pairs.map(([application]) => application))
  const groups = groupsOf(facts, pairs)
  return new Set([...groups].flatMap(([application, group]) => (read.has(application) ? [group] : []))).size
}

/** Pairs that would join the group of the first file with another, the best suited first. */
export function linksBetween(facts: PlanFacts, pairs: Pairs): (readonly [string, string])[] {
  const groups = groupsOf(facts, pairs)
  const [first] = pairs
  const home = first === undefined ? undefined : groups.get(first[0])
  const here = new Set(pairs.flatMap(([application, reviewer]) => (groups.get(application) === home ? [reviewer] : [])))
  const busy = new Set(pairs.map(([, reviewer]) => reviewer))
  const apart = new Set(facts.apart.map((pair) => pair.join(' ')))
  const links = facts.applications.flatMap((application) => {
    const inside = groups.get(application.id) === home
    return facts.reviewers.flatMap((reviewer) => {
      // One end on each side.
      if (!busy.has(reviewer.id) || here.has(reviewer.id) === inside || apart.has(`${application.id} ${reviewer.id}`)) return []
      const weight = pairWeight(application, reviewer)
      return weight === null ? [] : [{ pair: [application.id, reviewer.id] as const, weight }]
    })
  })
  return links.sort((a, b) => b.weight - a.weight).map(({ pair }) => pair)
}
