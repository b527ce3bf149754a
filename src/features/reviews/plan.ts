/** The plan of an assignment: what the engine is asked, what it answers, and the fingerprint of what was asked. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/application.ts'
import { type AssignableApplication, type AssignableReviewer, NO_OPTIONS, type PlanOptions, type Wish } from '../../domain/assignment.ts'
import { type AssignmentInput, type AssignmentOutput, assign, type Demand, isAssignable } from '../../engines/assignment/index.ts'
import { partsOf, linksBetween } from './plan-graph.ts'
import { inputOf } from './plan-input.ts'

export interface PlanFacts {
  readonly applications: readonly (AssignableApplication & { readonly demand: number })[]
  readonly reviewers: readonly AssignableReviewer[]
  /** Pairs [application, reviewer] that must not be: conflicts, and assignments that were ended. */
  readonly apart: readonly (readonly [string, string])[]
  /** Pairs about which a question is open: put together only where nobody else can read. */
  readonly doubtful?: readonly (readonly [string, string])[]
  /** What reviewers said of files. */
  readonly wishes?: readonly (readonly [application: string, reviewer: string, wish: Wish])[]
  /** Pairs that stand already. */
  readonly standing: readonly (readonly [string, string])[]
  readonly options?: PlanOptions
  /** What lots are drawn from; null where none was committed. */
  readonly seed?: string | null
}

export interface Plan {
  /** SHA-256 of the facts; what is applied is what was shown. */
  readonly fingerprint: string
  /** Pairs to add. */
  readonly pairs: readonly (readonly [application: string, reviewer: string])[]
  /** Load of each reviewer with the plan applied. */
  readonly loads: Readonly<Record<string, number>>
  /** Sum of the weights, what stands included; with lots, what is to be expected of them. Decimals. */
  readonly total: string | null
  /** Sum of the weights of the application served worst. */
  readonly worst: string | null
  /** Groups of files that no reader joins; 1 where the graph is whole. */
  readonly parts: number
  /** Pairs put together to join groups. */
  readonly links: readonly (readonly [string, string])[]
  readonly certificate: NonNullable<AssignmentOutput['certificate']> | null
  /** What cannot hold together; empty when the plan stands. */
  readonly conflict: readonly Demand[]
  /** What the engine was asked, for whoever wants to ask again. */
  readonly input: AssignmentInput
}

interface Solved {
  readonly input: AssignmentInput
  readonly output: AssignmentOutput
  readonly links: readonly (readonly [string, string])[]
}

/**
 * The best assignment whose loads differ as little as the reviewers' own bounds allow: the lowest ceiling that can be
 * met is found first, then the highest floor under it, then the largest total weight between them (or the largest for the
 * application served worst, or lots). What stands already is never moved.
 */
export async function planAssignment(facts: PlanFacts): Promise<Plan> {
  const fingerprint = createHash('sha256').update(canonicalJson(facts)).digest('hex')
  if (isWhole(facts)) return asItStands(facts, fingerprint)
  const { input, output, links } = await solved(facts)
  if (output.status === 'infeasible')
    return {
      fingerprint,
      pairs: [],
      loads: {},
      total: null,
      worst: null,
      parts: partsOf(facts, facts.standing),
      links: [],
      certificate: null,
      conflict: output.conflict ?? [],
      input,
    }
  const standing = new Set(facts.standing.map((pair) => pair.join(' ')))
  const pairs = output.assignment ?? []
  return {
    fingerprint,
    pairs: pairs.filter((pair) => !standing.has(pair.join(' '))),
    loads: output.loads ?? {},
    total: output.total ?? null,
    worst: output.worst_off ?? null,
    parts: partsOf(facts, pairs),
    links,
    certificate: output.certificate ?? null,
    conflict: [],
    input,
  }
}

/** Whether every application has its readers: then there is nothing to solve. */
function isWhole({ applications, standing }: PlanFacts): boolean {
  const held = new Map<string, number>()
  for (const [application] of standing) held.set(application, (held.get(application) ?? 0) + 1)
  return applications.every(({ id, demand }) => (held.get(id) ?? 0) === demand)
}

function asItStands(facts: PlanFacts, fingerprint: string): Plan {
  const loads: Record<string, number> = Object.fromEntries(facts.reviewers.map(({ id }) => [id, 0]))
  for (const [, reviewer] of facts.standing) loads[reviewer] = (loads[reviewer] ?? 0) + 1
  const nothing = { pairs: [], total: null, worst: null, links: [], certificate: null, conflict: [] }
  return { fingerprint, ...nothing, loads, parts: partsOf(facts, facts.standing), input: inputOf(facts, 0, widest(facts), []) }
}

async function solved(facts: PlanFacts): Promise<Solved> {
  const { connected } = facts.options ?? NO_OPTIONS
  const { floor, ceiling } = boundsOf(facts)
  const first = await within(facts, floor, ceiling, [])
  return connected && first.output.status === 'optimal' ? joined(facts, floor, ceiling, first) : first
}

/** Loads between two bounds; where lots cannot keep to them, as wide as the reviewers' own. */
async function within(facts: PlanFacts, floor: number, ceiling: number, links: Solved['links']): Promise<Solved> {
  const input = inputOf(facts, floor, ceiling, links)
  const output = await assign(input)
  if (output.status === 'optimal' || (facts.options?.limit ?? null) === null) return { input, output, links }
  const wide = inputOf(facts, 0, widest(facts), links)
  return { input: wide, output: await assign(wide), links }
}

/** Tries for one link before the groups are left as they are. */
const MOST_TRIES = 8

/** Joins groups one by one, by the pair that suits best; a link that nothing holds together with is passed over. */
async function joined(facts: PlanFacts, floor: number, ceiling: number, first: Solved): Promise<Solved> {
  let best = first
  for (let parts = partsOf(facts, first.output.assignment ?? []); parts > 1; ) {
    let better: Solved | null = null
    for (const link of linksBetween(facts, best.output.assignment ?? []).slice(0, MOST_TRIES)) {
      const tried = await within(facts, floor, ceiling, [...best.links, link])
      if (tried.output.status === 'optimal' && partsOf(facts, tried.output.assignment ?? []) < parts) {
        better = tried
        break
      }
    }
    if (better === null) break
    best = better
    parts = partsOf(facts, best.output.assignment ?? [])
  }
  return best
}

function widest({ reviewers }: PlanFacts): number {
  return Math.max(0, ...reviewers.map((one) => one.maxLoad))
}

/** The lowest ceiling and the highest floor that can be met: as even as it gets. */
function boundsOf(facts: PlanFacts): { floor: number; ceiling: number } {
  const plain: PlanFacts = { ...facts, options: { ...(facts.options ?? NO_OPTIONS), worstFirst: false, limit: null } }
  const most = widest(facts)
  const holds = (floor: number, ceiling: number): boolean => isAssignable(inputOf(plain, floor, ceiling, []))
  if (!holds(0, most)) return { floor: 0, ceiling: most }
  // Readings shared out evenly: no ceiling stands below that, no floor above.
  const even = facts.applications.reduce((sum, { demand }) => sum + demand, 0) / Math.max(1, facts.reviewers.length)
  const ceiling = lowest(Math.max(Math.ceil(even), ...facts.reviewers.map((one) => one.minLoad)), most, (one) => holds(0, one))
  return { ceiling, floor: highest(0, Math.floor(even), (one) => holds(one, ceiling)) }
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
