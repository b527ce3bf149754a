/** The call: when it takes applications, and what is shown of that. Instants here; the promised wall times are kept beside them. */
import { ok, type Result, refused } from './result.ts'

export interface CallTimes {
  /** Null while the call is prepared: nobody outside the desk sees it. */
  readonly publishedAt: Date | null
  readonly opensAt: Date
  /** Null: no deadline, applications are read as they arrive until a closing is announced. */
  readonly deadlineAt: Date | null
  readonly graceSeconds: number
  /** When the results of the edition were published; from then on the call takes nothing more, whatever its deadline. */
  readonly resultsAt?: Date | null
}

/**
 * prepared: not public. announced: public, not open yet. open: takes applications. grace: the announced deadline has
 * passed, what is already written may still be sent. closed: its last moment has passed, or its results are public.
 */
export type CallState = 'prepared' | 'announced' | 'open' | 'grace' | 'closed'

/** The last moment at which what arrives still counts: the announced deadline and the grace kept for slow networks. Null while there is no deadline. */
export function lastMoment(call: CallTimes): Date | null {
  return call.deadlineAt === null ? null : new Date(call.deadlineAt.getTime() + call.graceSeconds * 1000)
}

/** Whether this moment, of which there may be none, has passed. */
function isPast(moment: Date | null, now: Date): boolean {
  return moment !== null && now > moment
}

/** Whether the results are public: nobody begins or sends any more where places were given. */
export function isDecided({ resultsAt = null }: CallTimes, now: Date): boolean {
  return resultsAt !== null && resultsAt <= now
}

/** Whether it is the results that ended the call, and no deadline before them. */
export function endedByResults(call: CallTimes, now: Date): boolean {
  return isDecided(call, now) && !isPast(lastMoment(call), now)
}

/** The deadline itself still belongs to the call, and so does the last moment. */
export function callState(call: CallTimes, now: Date): CallState {
  if (call.publishedAt === null || call.publishedAt > now) return 'prepared'
  if (now < call.opensAt) return 'announced'
  if (isDecided(call, now)) return 'closed'
  if (!isPast(call.deadlineAt, now)) return 'open'
  return isPast(lastMoment(call), now) ? 'closed' : 'grace'
}

/** The first moment after `now` at which `callState` changes; null when it never will. A page kept in memory is dropped then. */
export function nextChange(call: CallTimes, now: Date): Date | null {
  // The state changes just after the deadline and the last moment, which are whole milliseconds.
  const moments = [call.publishedAt, call.opensAt, after(call.deadlineAt), after(lastMoment(call))]
  const ahead = moments.filter((moment): moment is Date => moment !== null && moment > now)
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map(Number)))
}

function after(moment: Date | null): Date | null {
  return moment === null ? null : new Date(moment.getTime() + 1)
}

/** The call to show first: one that is open (the soonest to close, one without a deadline last), else the next to open, else the last that closed. Prepared calls are left out. */
export function chooseCall<Call extends CallTimes>(calls: readonly Call[], now: Date): Call | null {
  const shown = calls.filter((call) => callState(call, now) !== 'prepared')
  const by = (state: (state: CallState) => boolean, order: (a: Call, b: Call) => number): Call | undefined =>
    shown.filter((call) => state(callState(call, now))).sort(order)[0]
  return (
    by(
      (state) => state === 'open',
      (a, b) => closing(a) - closing(b),
    ) ??
    by(
      (state) => state === 'announced',
      (a, b) => Number(a.opensAt) - Number(b.opensAt),
    ) ??
    by(
      (state) => state === 'grace' || state === 'closed',
      (a, b) => closing(b) - closing(a),
    ) ??
    null
  )
}

/** For ordering alone. Two without a deadline are equal: a difference of infinities would be no number. */
function closing(call: CallTimes): number {
  return call.deadlineAt === null ? Number.MAX_VALUE : call.deadlineAt.getTime()
}

/** A call is made public once, while it can still be answered. */
export function publishCall(call: CallTimes, now: Date): Result<{ publishedAt: Date }> {
  if (call.publishedAt !== null) return refused('call/already-public')
  if (isPast(call.deadlineAt, now)) return refused('call/deadline-passed')
  return ok({ publishedAt: now })
}

/** How often a deadline may be put off: a call that is extended for ever promises nothing. */
export const EXTENSIONS_AT_MOST = 2

export interface ExtensionFacts {
  readonly call: CallTimes
  /** How often it was put off already. */
  readonly before: number
}

/** Whether the deadline can be put off now, to whatever moment: while the call still takes what is written, at most so often. */
export function isExtensible({ call, before }: ExtensionFacts, now: Date): Result<{ from: Date }> {
  if (call.publishedAt === null || call.publishedAt > now) return refused('call/not-public')
  if (call.deadlineAt === null) return refused('call/no-deadline')
  if (isPast(lastMoment(call), now)) return refused('call/closed')
  return before >= EXTENSIONS_AT_MOST ? refused('call/extended-enough', { most: EXTENSIONS_AT_MOST }) : ok({ from: call.deadlineAt })
}

/** A deadline is put off while it can be, to a later moment, with a reason everybody can read. */
export function extendCall(
  facts: ExtensionFacts,
  { deadlineAt, reason }: { readonly deadlineAt: Date; readonly reason: Readonly<Record<string, string>> },
  now: Date,
): Result<{ seq: number }> {
  const open = isExtensible(facts, now)
  if (!open.ok) return open
  if (deadlineAt <= open.value.from || deadlineAt <= now) return refused('call/not-later')
  if (isUnsaid(reason)) return refused('call/reason-missing')
  return ok({ seq: facts.before + 1 })
}

function isUnsaid(reason: Readonly<Record<string, string>>): boolean {
  return Object.values(reason).some((text) => text.trim() === '')
}

/** Days from the day a closing is announced to the closing, at least: whoever has begun an application can end it. */
export const CLOSING_NOTICE_DAYS = 14

const DAY = 86_400_000

/** Whether a call can be given its end now, whatever the day: it is public and open, and has none. */
export function isClosable(call: CallTimes, now: Date): Result<null> {
  if (call.publishedAt === null || call.publishedAt > now) return refused('call/not-public')
  if (call.deadlineAt !== null) return refused('call/has-deadline')
  return now < call.opensAt ? refused('call/not-open-yet') : ok(null)
}

/** A call without a deadline is closed by being given one, announced so many days ahead, with a reason everybody can read. */
export function closeCall(
  call: CallTimes,
  { closesAt, reason }: { readonly closesAt: Date; readonly reason: Readonly<Record<string, string>> },
  now: Date,
): Result<null> {
  const open = isClosable(call, now)
  if (!open.ok) return open
  if (closesAt.getTime() < now.getTime() + CLOSING_NOTICE_DAYS * DAY) return refused('call/notice-too-short', { days: CLOSING_NOTICE_DAYS })
  return isUnsaid(reason) ? refused('call/reason-missing') : ok(null)
}

/** The day on which the age of an applicant is counted: the fixed day of the call, else the day the application is sent. */
export function ageDay(call: { readonly ageOn: string | null }, sentOn: string): string {
  return call.ageOn ?? sentOn
}
