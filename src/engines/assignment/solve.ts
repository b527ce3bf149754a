/**
 * Who reads what: the assignment of largest total weight in which every application has its readers and every reviewer
 * a load within bounds. A minimum-cost flow: source → application (its demand) → reviewer (once) → sink (the load).
 */
import { type Network, network } from './flow.ts'
import { type AssignmentInput, type InputFault, type Problem, readInput } from './input.ts'

/** Something that cannot be met together with the others named. */
export type Demand =
  | { readonly application: string; readonly demand: number }
  | { readonly reviewer: string; readonly min_load?: number; readonly max_load?: number }

export interface AssignmentOutput {
  readonly status: 'optimal' | 'infeasible'
  /** Sum of the weights of the pairs, an exact decimal. */
  readonly total?: string
  /** Pairs [application, reviewer], in the order of the applications, then of the reviewers. */
  readonly assignment?: readonly (readonly [string, string])[]
  readonly loads?: Readonly<Record<string, number>>
  /**
   * Prices that prove the optimum (linear programming duality): weight − application − reviewer is not above 0 for a pair
   * that is not in the assignment, not below 0 for one that is (forced pairs apart). A reviewer's price is not above 0
   * under their largest load and not below 0 over their least.
   */
  readonly certificate?: { readonly applications: Readonly<Record<string, string>>; readonly reviewers: Readonly<Record<string, string>> }
  /** Demands that cannot hold together. */
  readonly conflict?: readonly Demand[]
}

/** Thrown for an input that is wrong: one fault a line, each with its JSON path. */
export class AssignmentInputError extends Error {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.faults = faults
  }
}

/** Solves an input in the shape of `AssignmentInput`; the same input gives the same output. Throws `AssignmentInputError`. */
export function solveAssignment(input: AssignmentInput | unknown): AssignmentOutput {
  const reading = readInput(input)
  if (!reading.ok) throw new AssignmentInputError(reading.faults)
  const { problem } = reading
  const held = takeForced(problem)
  const broken = brokenForced(problem, held)
  if (broken.length > 0) return { status: 'infeasible', conflict: broken }
  const flow = build(problem, held)
  const wanted = held.demand.reduce((sum, one) => sum + one, 0)
  const sent = flow.net.send(0, flow.sink, wanted)
  if (sent < wanted) return { status: 'infeasible', conflict: lackingReaders(problem, flow) }
  const idle = idleReviewers(problem, held, flow)
  if (idle.length > 0) return { status: 'infeasible', conflict: idle }
  return outcome(problem, held, flow)
}

interface Held {
  readonly pairs: ReadonlySet<string>
  /** What is left to find once forced pairs are in place. */
  readonly demand: readonly number[]
  readonly min: readonly number[]
  readonly max: readonly number[]
  readonly load: readonly number[]
}

const key = (application: number, reviewer: number): string => `${application} ${reviewer}`

function takeForced({ forced, demand, reviewers }: Problem): Held {
  const pairs = new Set(forced.map(([application, reviewer]) => key(application, reviewer)))
  const [left, load] = [[...demand], reviewers.map(() => 0)]
  for (const pair of pairs) {
    const [application, reviewer] = pair.split(' ').map(Number) as [number, number]
    left[application] = (left[application] as number) - 1
    load[reviewer] = (load[reviewer] as number) + 1
  }
  const min = reviewers.map((one, place) => Math.max(0, one.min_load - (load[place] as number)))
  const max = reviewers.map((one, place) => one.max_load - (load[place] as number))
  return { pairs, demand: left, min, max, load }
}

/** Forced pairs that alone break a demand, a load or a conflict. */
function brokenForced({ applications, reviewers, demand, weights, forced }: Problem, held: Held): Demand[] {
  const apart = forced.filter(([application, reviewer]) => weights[application]?.[reviewer] === null)
  const pairs = apart.flatMap(([application, reviewer]): Demand[] => [
    { application: applications[application] as string, demand: demand[application] as number },
    { reviewer: (reviewers[reviewer] as { id: string }).id },
  ])
  const over = applications.flatMap((application, place): Demand[] =>
    (held.demand[place] as number) < 0 ? [{ application, demand: demand[place] as number }] : [],
  )
  const heavy = reviewers.flatMap((reviewer, place): Demand[] =>
    (held.max[place] as number) < 0 ? [{ reviewer: reviewer.id, max_load: reviewer.max_load }] : [],
  )
  return [...pairs, ...over, ...heavy]
}

interface Flow {
  readonly net: Network
  readonly sink: number
  readonly pairs: readonly { readonly application: number; readonly reviewer: number; readonly arc: number }[]
  /** Arcs that carry each reviewer's least load. */
  readonly least: readonly number[]
}

/** Node 0 is the source, then applications, then reviewers, then the sink. */
function build({ applications, reviewers, weights }: Problem, held: Held): Flow {
  const sink = applications.length + reviewers.length + 1
  const net = network(sink + 1)
  const atReviewer = (reviewer: number): number => 1 + applications.length + reviewer
  for (const [application, demand] of held.demand.entries()) net.arc(0, 1 + application, demand, 0)
  const pairs = applications.flatMap((_, application) =>
    reviewers.flatMap((_one, reviewer) => {
      const weight = weights[application]?.[reviewer] ?? null
      if (weight === null || held.pairs.has(key(application, reviewer))) return []
      return [{ application, reviewer, arc: net.arc(1 + application, atReviewer(reviewer), 1, -weight) }]
    }),
  )
  const bonus = leastLoadBonus(weights, held)
  const least = reviewers.map((_, reviewer) => {
    const min = held.min[reviewer] as number
    const arc = net.arc(atReviewer(reviewer), sink, min, -bonus)
    net.arc(atReviewer(reviewer), sink, (held.max[reviewer] as number) - min, 0)
    return arc
  })
  return { net, sink, pairs, least }
}

/** More than all weights together can outweigh: least loads are filled first, and if that cannot be, no assignment fills them. */
function leastLoadBonus(weights: Problem['weights'], held: Held): number {
  if (held.min.every((min) => min === 0)) return 0
  const units = held.demand.reduce((sum, one) => sum + one, 0)
  const largest = weights.reduce((most, row) => row.reduce<number>((high, one) => Math.max(high, Math.abs(one ?? 0)), most), 0)
  const bonus = 2 * largest * units + 1
  if (!Number.isSafeInteger(bonus * (units + 1))) throw new RangeError('weights and demands together are too large to be added exactly')
  return bonus
}

/** After the largest flow: applications that can still be reached from the source, and the reviewers they fill to the brim (Hall's condition). */
function lackingReaders({ applications, reviewers, demand }: Problem, { net }: Flow): Demand[] {
  const reached = net.reachable(0)
  const short = applications.flatMap((application, place): Demand[] =>
    reached.has(1 + place) ? [{ application, demand: demand[place] as number }] : [],
  )
  const full = reviewers.flatMap((reviewer, place): Demand[] =>
    reached.has(1 + applications.length + place) ? [{ reviewer: reviewer.id, max_load: reviewer.max_load }] : [],
  )
  return [...short, ...full]
}

function idleReviewers({ reviewers }: Problem, held: Held, { net, least }: Flow): Demand[] {
  return reviewers.flatMap((reviewer, place): Demand[] =>
    net.flowOn(least[place] as number) < (held.min[place] as number) ? [{ reviewer: reviewer.id, min_load: reviewer.min_load }] : [],
  )
}

function outcome(problem: Problem, held: Held, flow: Flow): AssignmentOutput {
  const { applications, reviewers, weights } = problem
  const chosen = new Set(held.pairs)
  for (const pair of flow.pairs) if (flow.net.flowOn(pair.arc) > 0) chosen.add(key(pair.application, pair.reviewer))
  const loads: Record<string, number> = Object.fromEntries(reviewers.map(({ id }) => [id, 0]))
  let total = 0n
  const assignment = applications.flatMap((application, row) =>
    reviewers.flatMap(({ id }, column): [string, string][] => {
      if (!chosen.has(key(row, column))) return []
      total += BigInt(weights[row]?.[column] ?? 0)
      loads[id] = (loads[id] as number) + 1
      return [[application, id]]
    }),
  )
  return { status: 'optimal', total: millionths(total), assignment, loads, certificate: certificate(problem, held, flow, loads) }
}

function certificate(
  { applications, reviewers }: Problem,
  held: Held,
  { net, sink }: Flow,
  loads: Readonly<Record<string, number>>,
): NonNullable<AssignmentOutput['certificate']> {
  const prices = net.prices()
  const end = prices[sink] as number
  const written = (price: number): string => millionths(BigInt(price))
  const ofReviewer = ({ id, min_load }: { id: string; min_load: number }, place: number): number => {
    const price = end - (prices[1 + applications.length + place] as number)
    // A load made of forced pairs alone stands above the least by order, not by price.
    const byOrder = loads[id] === held.load[place] && (held.load[place] as number) > min_load
    return byOrder ? Math.max(0, price) : price
  }
  return {
    applications: Object.fromEntries(applications.map((id, place) => [id, written((prices[1 + place] as number) - end)])),
    reviewers: Object.fromEntries(reviewers.map((reviewer, place) => [reviewer.id, written(ofReviewer(reviewer, place))])),
  }
}

/** Millionths as the shortest decimal. */
function millionths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0')
  const part = digits.slice(-6).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${part === '' ? '' : `.${part}`}`
}
