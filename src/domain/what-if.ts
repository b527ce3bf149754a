/** A what-if: rules and terms of an edition changed for one simulation, which can be compared and never sealed. */
import { ok, type Result, refused } from './result.ts'

/** Limits of one value of an attribute, in place of all the edition says of it. */
export interface RuleChange {
  readonly attribute: string
  readonly value: string
  readonly min: number | null
  readonly max: number | null
}

/** What a simulation changes; what is absent stands as in the edition. */
export interface Changes {
  readonly places?: number
  /** Points of 100, at most two decimals. */
  readonly passMark?: string
  readonly scoreBasis?: 'raw' | 'calibrated'
  /** The most that the selected may cost together. */
  readonly budget?: string
  readonly rules?: readonly RuleChange[]
}

export const LONGEST_NOTE = 500

/** Whether changes say anything, and nothing impossible. Refuses `selection/nothing-changed`, `selection/limits-crossed { attribute, value }`. */
export function checkChanges(changes: Changes): Result<null> {
  const { rules = [], ...terms } = changes
  const crossed = rules.find(({ min, max }) => min !== null && max !== null && min > max)
  if (crossed !== undefined) return refused('selection/limits-crossed', { attribute: crossed.attribute, value: crossed.value })
  return rules.length === 0 && Object.values(terms).every((one) => one === undefined) ? refused('selection/nothing-changed') : ok(null)
}
