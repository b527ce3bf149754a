/** The reason somebody writes beside what they decided at the desk. */
import { ok, type Result, refused } from './result.ts'

/** Characters of a reason. */
export const LONGEST_REASON = 2000

/** A reason too long is never cut: whoever wrote it learns how long it is. Refuses `eligibility/reason-too-long`. */
export function reasonFits(reason: string): Result<null> {
  const { length } = reason.trim()
  return length > LONGEST_REASON ? refused('eligibility/reason-too-long', { length, most: LONGEST_REASON }) : ok(null)
}
