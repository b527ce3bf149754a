/** The plan of an assignment: what the engine is asked, what it answers, and the fingerprint of what was asked. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/application.ts'
import { type AssignableApplication, type AssignableReviewer, pairWeight } from '../../domain/assignment.ts'
import { type AssignmentInput, type AssignmentOutput, type Demand, solveAssignment } from '../../engines/assignment/index.ts'

export interface PlanFacts {
  readonly applications: readonly (AssignableApplication & { readonly demand: number })[]
  readonly reviewers: readonly AssignableReviewer[]
  /** Pairs [application, reviewer] that must not be: conflicts, and assignments that were ended. */
  readonly apart: readonly (readonly [string, string])[]
  /** Pairs that stand already. */
  readonly standing: readonly (readonly [string, string])[]
}

export interface Plan {
  /** SHA-256 of the facts; what is applied is what was shown. */
  readonly fingerprint: string
  /** Pairs to add. */
  readonly pairs: readonly (readonly [application: string, reviewer: string])[]
  /** Load of each reviewer with the plan applied. */
  readonly loads: Readonly<Record<string, number>>
  readonly total: string | null
  /** What cannot hold together; empty when the plan stands. */
  readonly conflict: readonly Demand[]
}

/**
 * The best assignment whose loads differ as little as the reviewers' own bounds allow: the lowest ceiling that can be
 * met is found first, then the highest floor under it, then the largest total weight between them.
 */
export function planAssignment(facts: PlanFacts): Plan {
  const fingerprint = createHash('sha256').update(canonicalJson(facts)).digest('hex')
  const solved = balanced(facts)
  if (solved.status === 'infeasible') return { fingerprint, pairs: [], loads: {}, total: null, conflict: solved.conflict ?? [] }
  const standing = new Set(facts.standing.map((pair) => pair.join(' ')))
  const pairs = (solved.assignment ?? []).filter((pair) => !standing.has(pair.join(' ')))
  return { fingerprint, pairs, loads: solved.loads ?? {}, total: solved.total ?? null, conflict: [] }
}

function balanced(facts: PlanFacts): AssignmentOutput {
  const widest = Math.max(0, ...facts.reviewers.map((one) => one.maxLoad))
  const open = solveAssignment(inputOf(facts, 0, widest))
  if (open.status === 'infeasible') return open
  const ceiling = lowest(
    Math.max(0, ...facts.reviewers.map((one) => one.minLoad)),
    widest,
    (most) => solveAssignment(inputOf(facts, 0, most)).status === 'optimal',
  )
  const floor = highest(0, ceiling, (least) => solveAssignment(inputOf(facts, least, ceiling)).status === 'optimal')
  return solveAssignment(inputOf(facts, floor, ceiling))
}

/** The smallest number from `from` to `to` that will do; `to` is known to. */
function lowest(from: number, to: number, does: (n: number) => boolean): number {
  let [low, high] = [from, Math.max(from, to)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (does(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The largest number from `from` to `to` that will do; `from` is known to. */
function highest(from: number, to: number, does: (n: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (does(middle)) low = middle
    else high = middle - 1
  }
  return low
}

function inputOf(facts: PlanFacts, floor: number, ceiling: number): AssignmentInput {
  const held = new Map<string, number>()
  for (const [, reviewer] of facts.standing) held.set(reviewer, (held.get(reviewer) ?? 0) + 1)
  const reviewers = facts.reviewers.map(({ id, minLoad, maxLoad }) => {
    // What stands is never taken away, even above the ceiling.
    const max = Math.max(Math.min(maxLoad, ceiling), Math.min(maxLoad, held.get(id) ?? 0))
    return { id, max_load: max, min_load: Math.min(max, Math.max(minLoad, floor)) }
  })
  const standing = new Set(facts.standing.map((pair) => pair.join(' ')))
  const weights = facts.applications.flatMap((application) =>
    facts.reviewers.flatMap((reviewer): [string, string, number][] => {
      const weight = pairWeight(application, reviewer) ?? (standing.has(`${application.id} ${reviewer.id}`) ? 0 : null)
      return weight === null ? [] : [[application.id, reviewer.id, weight]]
    }),
  )
  return {
    demand: Object.fromEntries(facts.applications.map(({ id, demand }) => [id, demand])),
    applications: facts.applications.map(({ id }) => id),
    reviewers,
    weights,
    conflicts: facts.apart,
    forced: facts.standing,
    objective: 'total',
  }
}
