/** Deciding on eligibility: the verdict that counts for each rule, who may give it, and when a decision may be taken. */
import { type DocumentFacts, documentsAwaited } from './document-verdict.ts'
import { VERDICTS, type Verdict } from './eligibility.ts'
import { reasonFits } from './reason.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, FILE_READERS, type Viewer } from './viewer.ts'

/** Officers of the place write verdicts and decide; one who holds a role in a region does so for the applications of that region. */
export function mayDecideEligibility(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/** The desk reads what was submitted. */
export function mayReadEligibility(viewer: Viewer, place: Place): boolean {
  return holds(viewer, FILE_READERS, place)
}

export function isVerdict(text: string): text is Verdict {
  return (VERDICTS as readonly string[]).includes(text)
}

/** Where an application stands at the desk. `waiting` is "to check": submitted and not decided. */
export const DESK_STATES = ['waiting', 'eligible', 'ineligible', 'withdrawn'] as const
export type DeskState = (typeof DESK_STATES)[number]

/** A withdrawal says more than any decision before it. */
export function deskState(facts: { readonly withdrawn: boolean; readonly eligible: boolean | null }): DeskState {
  if (facts.withdrawn) return 'withdrawn'
  if (facts.eligible === null) return 'waiting'
  return facts.eligible ? 'eligible' : 'ineligible'
}

/** The verdict that counts on a rule: the last written. */
export interface RuleVerdict {
  readonly rule: string
  readonly verdict: Verdict
  readonly automatic: boolean
  readonly reason: string
}

/** What reviewers have of an application. */
export interface StandingReadings {
  /** Readers who have not handed in. */
  readonly readers: number
  /** Members of the interview panel who have not handed in, unless the applicant missed the interview. */
  readonly panel: number
  /** Readings and interviews handed in, that count. */
  readonly handedIn: number
}

export const NO_READINGS: StandingReadings = { readers: 0, panel: 0, handedIn: 0 }

export interface DecisionFacts {
  /** Codes of the rules of the edition. */
  readonly rules: readonly string[]
  /** The last verdict on each rule that has one. */
  readonly verdicts: readonly RuleVerdict[]
  readonly withdrawn: boolean
  readonly publishedAt: Date | null
  readonly readings: StandingReadings
  /** Whether the selection is sealed: what it weighed no longer changes. */
  readonly sealed: boolean
  /** Until when corrections are waited for; null when none are. */
  readonly correctedBy: Date | null
}

/** While results are not public and the application not withdrawn, verdicts and decisions change. */
export function mayStillDecide(facts: Pick<DecisionFacts, 'withdrawn' | 'publishedAt'>, now: Date): Result<null> {
  if (facts.withdrawn) return refused('eligibility/withdrawn')
  if (facts.publishedAt !== null && facts.publishedAt <= now) return refused('eligibility/published')
  return ok(null)
}

/** A rule read otherwise than the machine or a colleague did needs a reason: somebody will ask. The first to read it contradicts nobody. */
export function recordVerdict(
  facts: Pick<DecisionFacts, 'rules' | 'verdicts' | 'withdrawn' | 'publishedAt'>,
  input: { readonly rule: string; readonly verdict: Verdict; readonly reason: string },
  now: Date,
): Result<null> {
  const open = mayStillDecide(facts, now)
  if (!open.ok) return open
  if (!facts.rules.includes(input.rule)) return refused('eligibility/unknown-rule')
  const fits = reasonFits(input.reason)
  if (!fits.ok) return fits
  const before = facts.verdicts.find((one) => one.rule === input.rule)
  if (before !== undefined && before.verdict !== input.verdict && input.reason.trim() === '') return refused('eligibility/verdict-unreasoned')
  return ok(null)
}

/**
 * A rule read as not met on an application already found eligible is said twice: the application stays eligible, and only
 * another decision changes that. Refuses `eligibility/already-eligible`.
 */
export function mayContradict(
  verdicts: readonly { readonly rule: string; readonly verdict: Verdict }[],
  { eligible, confirmed }: { readonly eligible: boolean; readonly confirmed: boolean },
): Result<null> {
  const unmet = verdicts.filter(({ verdict }) => verdict === 'not-met').map(({ rule }) => rule)
  return eligible && !confirmed && unmet.length > 0 ? refused('eligibility/already-eligible', { rules: unmet, count: unmet.length }) : ok(null)
}

export interface DecisionInput {
  readonly eligible: boolean
  /** Code of the rule not met; null for an eligible application. */
  readonly ground: string | null
  /** What the applicant reads. */
  readonly reason: string
}

/** A decision as an officer asks for it. */
export interface DecisionAsked extends DecisionInput {
  /** Whether it was confirmed that what was handed in on the application counts no more. */
  readonly confirmed?: boolean | undefined
}

/** Rules still without a clear verdict, in their order. */
export function unclearRules(facts: Pick<DecisionFacts, 'rules' | 'verdicts'>): string[] {
  return facts.rules.filter((rule) => (facts.verdicts.find((one) => one.rule === rule)?.verdict ?? 'unclear') === 'unclear')
}

/** What a decision rests on besides the rules. */
export interface DecisionGrounds extends DecisionFacts {
  /** Whether the decision that stands is a refusal whose letter has left. */
  readonly refusalLeft: boolean
  /** The documents asked of the applicant. */
  readonly documents: readonly DocumentFacts[]
}

/**
 * A decision needs a clear verdict on every rule and agrees with them: eligible when all are met and every required
 * document is accepted; not eligible on the ground of a rule that is not met, with a reason. It waits while a team was
 * given time to correct what it sent. While reviewers still have an application to read or to hear, it cannot
 * become ineligible: their assignments are ended first. What they handed in does not stand in the way: it counts no more,
 * once that is confirmed, unless a sealed selection weighed it. A refusal whose letter has left is not said a second time: the applicant has the first, and may appeal.
 */
export function decideEligibility(facts: DecisionGrounds, input: DecisionAsked, now: Date): Result<DecisionInput> {
  const open = mayStillDecide(facts, now)
  if (!open.ok) return open
  const fits = reasonFits(input.reason)
  if (!fits.ok) return fits
  if (!input.eligible && facts.refusalLeft) return refused('eligibility/refusal-left')
  if (facts.correctedBy !== null && now <= facts.correctedBy) return refused('eligibility/corrections-expected')
  const unclear = unclearRules(facts)
  if (unclear.length > 0) return refused('eligibility/verdicts-missing', { count: unclear.length, rules: unclear })
  const unmet = facts.rules.filter((rule) => facts.verdicts.find((one) => one.rule === rule)?.verdict === 'not-met')
  if (input.eligible) {
    if (unmet.length > 0) return refused('eligibility/rule-not-met', { count: unmet.length, rules: unmet })
    const awaited = documentsAwaited(facts.documents).map((document) => document.question)
    if (awaited.length > 0) return refused('eligibility/documents-awaited', { count: awaited.length, documents: awaited })
    return ok({ eligible: true, ground: null, reason: input.reason.trim() })
  }
  if (input.ground === null || !unmet.includes(input.ground)) return refused('eligibility/ground-missing')
  if (input.reason.trim() === '') return refused('eligibility/reason-missing')
  const read = mayEndReadings(facts, input.confirmed === true)
  return read.ok ? ok({ eligible: false, ground: input.ground, reason: input.reason.trim() }) : read
}

/** Whether the readings of an application may end with the decision that it is not eligible. */
function mayEndReadings({ readings: { readers, panel, handedIn }, sealed }: DecisionFacts, confirmed: boolean): Result<null> {
  if (sealed && readers + panel + handedIn > 0) return refused('eligibility/selection-sealed')
  if (readers + panel > 0) return refused('eligibility/under-review', { readers, panel })
  return handedIn > 0 && !confirmed ? refused('eligibility/readings-handed-in', { count: handedIn }) : ok(null)
}
