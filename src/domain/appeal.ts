/** Telling decisions on eligibility, and appeals against them: until when, by whom, and who answers. */
import type { Membership } from './application.ts'
import { mayAnswerFor } from './application.ts'
import { addDays } from './date.ts'
import type { FileLimits } from './file.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Viewer } from './viewer.ts'

/** Letters go out for the whole edition: officers of the whole edition write them, and another of them lets them leave. */
export function mayWriteEligibilityLetters(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, { ...place, region: null })
}

/** The last day of the term, counted from the day the letter left: that day is not counted, the last one is, to its end. */
export function lastDayOfAppeal(leftOn: string, days: number): string {
  return addDays(leftOn, days)
}

/** Days an edition gives when it says nothing else: what its row begins with. */
export const USUAL_APPEAL_DAYS = 10

/** Days of a term, as the database takes them. */
const [SHORTEST_TERM, LONGEST_TERM] = [1, 365]

/** The term of an edition is set before its first letter is written: it is the same for everybody. It may be longer than the edition promised, never shorter. Refuses `appeal/term-in-use`, `…/term-out-of-range`, `…/term-below-promise { days }`. */
export function setAppealTerm(facts: { readonly written: boolean; readonly promised: number | null }, days: number): Result<null> {
  if (facts.written) return refused('appeal/term-in-use')
  const known = Number.isInteger(days) && days >= SHORTEST_TERM && days <= LONGEST_TERM
  if (!known) return refused('appeal/term-out-of-range', { min: SHORTEST_TERM, max: LONGEST_TERM })
  return facts.promised !== null && days < facts.promised ? refused('appeal/term-below-promise', { days: facts.promised }) : ok(null)
}

export interface AppealFacts {
  readonly membership: Membership
  /** Whether the decision that was told is that the application is not eligible. */
  readonly ineligible: boolean
  readonly withdrawn: boolean
  /** The end of the term; null where there is none. */
  readonly until: Date | null
  readonly lodgedAt: Date | null
}

/** What may be given with an appeal: papers, or photographs of them. */
export const APPEAL_FILES: FileLimits = { accept: ['pdf', 'image'], maxFiles: 3, maxBytes: 5_000_000 }

export interface AppealWritten {
  readonly text: string
  /** Files given with it. */
  readonly files?: number
}

/** The holder appeals once against a decision, within its term. Refuses `appeal/not-holder`, `…/nothing-to-appeal`, `…/withdrawn`, `…/already-lodged`, `…/too-late { until }`, `…/text-missing`, `…/too-many-files { max }`. */
export function lodgeAppeal(facts: AppealFacts, { text, files = 0 }: AppealWritten, now: Date): Result<null> {
  if (!mayAnswerFor(facts.membership)) return refused('appeal/not-holder')
  if (!facts.ineligible || facts.until === null) return refused('appeal/nothing-to-appeal')
  if (facts.withdrawn) return refused('appeal/withdrawn')
  if (facts.lodgedAt !== null) return refused('appeal/already-lodged')
  if (now > facts.until) return refused('appeal/too-late', { until: facts.until.toISOString() })
  if (text.trim() === '') return refused('appeal/text-missing')
  return files > APPEAL_FILES.maxFiles ? refused('appeal/too-many-files', { max: APPEAL_FILES.maxFiles }) : ok(null)
}

export interface AnswerFacts {
  /** Everybody who ever declared the application not eligible: the decision appealed against may repeat one of theirs. */
  readonly declaredBy: readonly string[]
  readonly answeredAt: Date | null
  readonly withdrawn: boolean
  /** Whether another decision was taken since. */
  readonly replaced: boolean
}

/**
 * Nobody answers an appeal who declared the application not eligible, be it in an earlier decision, and every answer has its reason. Refuses
 * `appeal/already-answered`, `…/same-person`, `…/withdrawn`, `…/decided-since`, `…/answer-missing`.
 */
export function answerAppeal(facts: AnswerFacts, input: { readonly by: string; readonly answer: string }): Result<null> {
  if (facts.answeredAt !== null) return refused('appeal/already-answered')
  if (facts.declaredBy.includes(input.by)) return refused('appeal/same-person')
  if (facts.withdrawn) return refused('appeal/withdrawn')
  if (facts.replaced) return refused('appeal/decided-since')
  return input.answer.trim() === '' ? refused('appeal/answer-missing') : ok(null)
}
