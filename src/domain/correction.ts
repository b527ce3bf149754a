/** Corrections asked of what was sent: when they may be asked for, until when they may come, and what closes them. */
import { addDays } from './date.ts'
import { ok, type Result, refused } from './result.ts'

/** A request and what became of it. */
export interface CorrectionFacts {
  /** The last instant of the last day that was set. */
  readonly dueAt: Date
  readonly correctedAt: Date | null
  readonly recalledAt: Date | null
}

/** open: waited for. sent: the corrections came. recalled: taken back. lapsed: the last day is over and nothing came. */
export type CorrectionState = 'open' | 'sent' | 'recalled' | 'lapsed'

/** The last instant of the last day still belongs to it. */
export function correctionState({ dueAt, correctedAt, recalledAt }: CorrectionFacts, now: Date): CorrectionState {
  if (correctedAt !== null) return 'sent'
  if (recalledAt !== null) return 'recalled'
  return now <= dueAt ? 'open' : 'lapsed'
}

/** What stands about the application itself. */
export interface CorrectedFacts {
  readonly withdrawn: boolean
  /** When the results of the edition were published. */
  readonly publishedAt: Date | null
  /** Reviewers who read it or are about to. */
  readonly assigned: number
}

/**
 * Answers change only while nobody reads them: not after a withdrawal, not once results are public, not while reviewers
 * hold the application (they would score a text that is no longer there).
 */
export function mayStillChange({ withdrawn, publishedAt, assigned }: CorrectedFacts, now: Date): Result<null> {
  if (withdrawn) return refused('correction/withdrawn')
  if (publishedAt !== null && publishedAt <= now) return refused('correction/published')
  return assigned > 0 ? refused('correction/under-review', { count: assigned }) : ok(null)
}

export interface AskingFacts extends CorrectedFacts {
  /** Codes of the questions this applicant was asked. */
  readonly asked: ReadonlySet<string>
  /** The request before this one; null when there was none. */
  readonly last: CorrectionFacts | null
  /** Whether a letter tells the applicant that the application is not eligible: the decision that stands. */
  readonly refusalTold: boolean
}

/** Who was told no by letter is asked for nothing more: a decision is looked at again by an appeal, or by another decision first. */
export function mayAskCorrections(facts: CorrectedFacts & { readonly refusalTold: boolean }, now: Date): Result<null> {
  const open = mayStillChange(facts, now)
  if (!open.ok) return open
  return facts.refusalTold ? refused('correction/refusal-told') : ok(null)
}

/** Days a team is given at most, counted from today. */
export const LONGEST_CORRECTION = 60

/** The last day comes after today, and not so late that the call is over before it. Refuses `correction/day-past`, `…/day-too-far { days }`. */
export function mayBeLastDay(day: string, today: string): Result<null> {
  if (day <= today) return refused('correction/day-past')
  return day > addDays(today, LONGEST_CORRECTION) ? refused('correction/day-too-far', { days: LONGEST_CORRECTION }) : ok(null)
}

export interface Asking {
  readonly questions: readonly string[]
  readonly reason: string
  readonly dueAt: Date
}

/** Corrections are asked for one request at a time, of questions the applicant was asked, with a reason, until a day that is not over. */
export function askCorrections(facts: AskingFacts, { questions, reason, dueAt }: Asking, now: Date): Result<null> {
  const open = mayAskCorrections(facts, now)
  if (!open.ok) return open
  if (facts.last !== null && correctionState(facts.last, now) === 'open') return refused('correction/already-open')
  if (questions.length === 0) return refused('correction/no-question')
  const unknown = questions.filter((code) => !facts.asked.has(code))
  if (unknown.length > 0) return refused('correction/unknown-question', { questions: unknown })
  if (reason.trim() === '') return refused('correction/reason-missing')
  return dueAt < now ? refused('correction/day-past') : ok(null)
}

/** The last day is put off while corrections are waited for, or after it has passed without any: never brought forward. */
export function putOffCorrections(facts: CorrectedFacts & { readonly last: CorrectionFacts }, dueAt: Date, now: Date): Result<null> {
  const open = mayStillChange(facts, now)
  if (!open.ok) return open
  const closed = notWaiting(facts.last, now)
  if (closed !== null && closed.code !== 'correction/late') return closed
  if (dueAt < now) return refused('correction/day-past')
  return dueAt <= facts.last.dueAt ? refused('correction/day-not-later') : ok(null)
}

/** A request is taken back while nothing has come; also after its last day, so that nothing is left waiting. */
export function recallCorrections(last: CorrectionFacts, now: Date): Result<null> {
  const closed = notWaiting(last, now)
  return closed === null || closed.code === 'correction/late' ? ok(null) : closed
}

function notWaiting(request: CorrectionFacts, now: Date) {
  const state = correctionState(request, now)
  if (state === 'sent') return refused('correction/already-sent')
  if (state === 'recalled') return refused('correction/recalled')
  return state === 'lapsed' ? refused('correction/late') : null
}

export interface CorrectingFacts extends CorrectedFacts {
  /** The last request of the application; null when none was ever made. */
  readonly last: CorrectionFacts | null
}

/** What is asked for is written and sent until the last instant of the last day. What arrived in time counts. */
export function mayCorrect(facts: CorrectingFacts, now: Date): Result<null> {
  if (facts.last === null) return refused('correction/unknown')
  const closed = notWaiting(facts.last, now)
  return closed ?? mayStillChange(facts, now)
}

export interface SendingFacts extends CorrectingFacts {
  /** Open questions whose answer is missing or cannot stand. */
  readonly faulty: readonly string[]
  /** Whether anything differs from what was sent. */
  readonly changed: boolean
  /** A word to the foundation: says why nothing had to change. */
  readonly note: string
  readonly declared: boolean
}

/** Corrections are sent once, whole, declared true; without any change only with a word why. */
export function sendCorrections(facts: SendingFacts, now: Date): Result<{ correctedAt: Date }> {
  const open = mayCorrect(facts, now)
  if (!open.ok) return open
  if (facts.faulty.length > 0) return refused('correction/incomplete', { questions: facts.faulty, count: facts.faulty.length })
  if (!facts.changed && facts.note.trim() === '') return refused('correction/unchanged')
  return facts.declared ? ok({ correctedAt: now }) : refused('correction/undeclared')
}
