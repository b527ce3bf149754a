/** The shape of a rehearsal: rules tried on pools of candidates, again and again. */
import type { Candidate, Conflicting, Rule } from '../selection/index.ts'

/** Candidates as they were, whose scores move within their margins. */
export interface KnownPool {
  readonly candidates: readonly Candidate[]
  readonly standard_errors: Readonly<Record<string, number>>
}

/** Candidates made up: how many have each value of each attribute. The first attribute says how many there are; shares of the others are kept. */
export interface MadeUpPool {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Points of 100: what scores are drawn around, and how far. */
  readonly mean: number
  readonly deviation: number
}

export interface RehearsalInput {
  readonly places: number
  readonly pass_mark: number
  readonly rules: readonly Rule[]
  readonly pool: KnownPool | MadeUpPool
  readonly draws: number
  readonly seed: string
}

export interface RehearsalOutput {
  readonly draws: number
  /** Draws in which a list fills the places and keeps every rule. */
  readonly possible: number
  /** Candidates at the pass mark, in the mean. */
  readonly candidates: number
  /** By place of the rule: in how many of the possible draws the list stands at its limit, and costs; points its total would gain in the mean. */
  readonly rules: readonly { readonly binding: number; readonly costs: number; readonly price: number }[]
  /** What cannot hold together, the most frequent first. */
  readonly conflicts: readonly { readonly conflict: readonly Conflicting[]; readonly times: number }[]
}
