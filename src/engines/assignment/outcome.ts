/** What the engine answers. */
import type { Demand } from './conflict.ts'
import { written } from './decimal.ts'
import type { Standing } from './standing.ts'

/** A pair and its probability, a decimal of six places at most. */
export type Share = readonly [application: string, reviewer: string, probability: string]

export interface AssignmentOutput {
  readonly status: 'optimal' | 'infeasible'
  /** Sum of the weights of the pairs, an exact decimal; with a probability limit, of the expected total. */
  readonly total?: string
  /** Least sum of weights an application has; null when there is none. */
  readonly worst_off?: string | null
  /** Pairs [application, reviewer], in the order of the applications, then of the reviewers. */
  readonly assignment?: readonly (readonly [string, string])[]
  readonly loads?: Readonly<Record<string, number>>
  /** With a probability limit: how probable each pair is that may be drawn. */
  readonly probabilities?: readonly Share[]
  readonly certificate?: Certificate
  /** Demands that cannot hold together, none of which can be left out. */
  readonly conflict?: readonly Demand[]
}

export type Certificate =
  /**
   * Prices that prove the optimum (linear programming duality). Each application has the readers of largest weight less
   * price that its rules allow; a reviewer's price is not above 0 under their largest load and not below 0 over their
   * least. Without rules, `applications` says where the line runs: weight − application − reviewer is not above 0 for a
   * pair that is not in the assignment, and not below 0 for one that is (forced pairs apart).
   */
  | { readonly reviewers: Readonly<Record<string, string>>; readonly applications?: Readonly<Record<string, string>> }
  /** What no assignment can exceed, as the integer program proved it. */
  | { readonly bound: string; readonly worst_off_bound?: string }

/** An assignment in words of the input: forced pairs and those found. */
export function outcomeOf({ problem, pairs }: Standing, found: readonly (readonly number[])[]): AssignmentOutput {
  const { applications, reviewers, weights } = problem
  const readers = found.map((all) => [...all])
  for (const [application, reviewer] of pairs) readers[application]?.push(reviewer)
  const loads: Record<string, number> = Object.fromEntries(reviewers.map(({ id }) => [id, 0]))
  let total = 0n
  let worst: bigint | null = null
  const assignment: [string, string][] = []
  for (const [row, all] of readers.entries()) {
    let sum = 0n
    for (const column of all.sort((a, b) => a - b)) {
      const { id } = reviewers[column] as { id: string }
      sum += BigInt(weights[row * reviewers.length + column] as number)
      loads[id] = (loads[id] as number) + 1
      assignment.push([applications[row] as string, id])
    }
    total += sum
    if (worst === null || sum < worst) worst = sum
  }
  return { status: 'optimal', total: written(total), worst_off: worst === null ? null : written(worst), assignment, loads }
}
