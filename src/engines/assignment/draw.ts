/**
 * Randomised assignment: no pair is more probable than a limit, so that nobody can be sure of getting a file. The shares
 * are a flow of least cost (Jecmen and others, NeurIPS 2020); one assignment is drawn from them with exactly these
 * probabilities by passing shares around cycles until each is whole (dependent rounding: Gandhi and others, J. ACM 2006).
 */
import { uniform } from '../chance.ts'
import type { Demand } from './conflict.ts'
import { written } from './decimal.ts'
import { type Network, network } from './flow.ts'
import { binds, type Group } from './groups.ts'
import { makeWhole } from './make-whole.ts'
import { type AssignmentOutput, outcomeOf, type Share } from './outcome.ts'
import { groupsOfRules, type Standing } from './standing.ts'

const WHOLE = 1_000_000

/** Solves a standing problem under a limit in millionths. */
export function drawAssignment(stands: Standing, limit: number): AssignmentOutput {
  const flow = build(stands, limit)
  const wanted = stands.demand.reduce((sum, one) => sum + one, 0) * WHOLE
  const sent = flow.net.send(0, flow.sink, wanted)
  if (sent < wanted || flow.owed.some(({ arc, units }) => flow.net.flowOn(arc) < units)) return { status: 'infeasible', conflict: conflictOf(stands) }
  const { problem } = stands
  const { applications, reviewers, weights } = problem
  const shares = flow.pairs.map(({ application, reviewer, arc }) => ({ application, reviewer, arc, share: flow.net.flowOn(arc) }))
  const total = shares.reduce(
    (sum, one) => sum + BigInt(one.share) * BigInt(weights[one.application * reviewers.length + one.reviewer] as number),
    0n,
  )
  const forced = stands.pairs.reduce((sum, [application, reviewer]) => sum + BigInt(weights[application * reviewers.length + reviewer] as number), 0n)
  makeWhole(flow.net, WHOLE, uniform(problem.seed))
  const readers = applications.map((): number[] => [])
  for (const { application, reviewer, arc } of shares) if (flow.net.flowOn(arc) > 0) readers[application]?.push(reviewer)
  return {
    ...outcomeOf(stands, readers),
    total: expected(total + forced * BigInt(WHOLE)),
    probabilities: [
      ...stands.pairs.map(([application, reviewer]) => ({ application, reviewer, share: WHOLE })),
      ...shares.filter(({ share }) => share > 0),
    ]
      .sort((one, other) => one.application - other.application || one.reviewer - other.reviewer)
      .map(
        ({ application, reviewer, share }): Share => [
          applications[application] as string,
          (reviewers[reviewer] as { id: string }).id,
          written(BigInt(share)),
        ],
      ),
  }
}

/** Millionths of millionths, as the shortest decimal. */
function expected(units: bigint): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(13, '0')
  const part = digits.slice(-12).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -12)}${part === '' ? '' : `.${part}`}`
}

interface Flow {
  readonly net: Network
  readonly sink: number
  readonly pairs: readonly { readonly application: number; readonly reviewer: number; readonly arc: number }[]
  /** Arcs that must carry at least so much. */
  readonly owed: readonly { readonly arc: number; readonly units: number }[]
}

/** Source, applications with their groups below them, reviewers, sink: an arc only leads to a higher number. */
function build({ problem, pairs, demand, least, most }: Standing, limit: number): Flow {
  const { applications, reviewers, weights } = problem
  const groups = groupsOfRules(problem).sort((one, other) => other.members.size - one.members.size)
  const span = 1 + groups.length
  const atReviewer = (reviewer: number): number => 1 + applications.length * span + reviewer
  const sink = atReviewer(reviewers.length)
  const net = network(sink + 1)
  const forced = new Set(pairs.map((pair) => pair.join(' ')))
  const bonus = bonusOver(problem)
  const owed: { arc: number; units: number }[] = []
  const bounded = (from: number, to: number, low: number, high: number): void => {
    if (low > 0) owed.push({ arc: net.arc(from, to, low * WHOLE, -bonus), units: low * WHOLE })
    if (high > low) net.arc(from, to, (high - low) * WHOLE, 0)
  }
  const found: { application: number; reviewer: number; arc: number }[] = []
  for (const application of applications.keys()) {
    const top = 1 + application * span
    net.arc(0, top, (demand[application] as number) * WHOLE, 0)
    const held = (group: Group): number => pairs.filter(([one, reviewer]) => one === application && group.members.has(reviewer)).length
    const above = (place: number, member: number | undefined): number => {
      const around = groups.findLastIndex((other, at) => at < place && member !== undefined && other.members.has(member))
      return around === -1 ? top : top + 1 + around
    }
    for (const [place, group] of groups.entries()) {
      const [first] = group.members
      const wanted = demand[application] as number
      const [low, high] = binds(group, application)
        ? [Math.max(0, group.least - held(group)), Math.min(wanted, group.most - held(group))]
        : [0, wanted]
      bounded(above(place, first), top + 1 + place, low, Math.max(0, high))
    }
    for (const reviewer of reviewers.keys()) {
      const weight = weights[application * reviewers.length + reviewer] as number
      if (Number.isNaN(weight) || forced.has(`${application} ${reviewer}`)) continue
      found.push({ application, reviewer, arc: net.arc(above(groups.length, reviewer), atReviewer(reviewer), limit, -weight) })
    }
  }
  for (const reviewer of reviewers.keys()) bounded(atReviewer(reviewer), sink, least[reviewer] as number, most[reviewer] as number)
  return { net, sink, pairs: found, owed }
}

/** More than all weights together can outweigh: what must be carried is carried first. */
function bonusOver({ weights, applications, reviewers }: Standing['problem']): number {
  let largest = 0
  for (const weight of weights) if (!Number.isNaN(weight)) largest = Math.max(largest, Math.abs(weight))
  // A unit that is carried where it must be may push others along a chain through every application and reviewer.
  return 2 * largest * (applications.length + reviewers.length) + 1
}

/** Under a limit the demands that fail are many at once: they are named whole. */
function conflictOf({ problem }: Standing): Demand[] {
  return [
    ...problem.applications.map((application, place): Demand => ({ application, demand: problem.demand[place] as number })),
    ...problem.reviewers.map(({ id, min_load, max_load }): Demand => ({ reviewer: id, min_load, max_load })),
    ...problem.rules.map(({ rule }): Demand => ({ rule })),
  ]
}
