/** What this stage does to its letters as a second person approves them. */
import type { Readying } from '../../messages/index.ts'
import { ELIGIBILITY_BATCH, readyEligibilityLetters } from '../commands/letters.ts'

/** `origin` is where the links of the letters lead. */
export function readyingLetters(origin: string): Readying {
  return { [ELIGIBILITY_BATCH]: readyEligibilityLetters(origin) }
}
