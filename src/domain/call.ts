/** The call: when it takes applications, and what is shown of that. Instants here; the promised wall times are kept beside them. */
import { ok, type Result, refused } from './result.ts'

export interface CallTimes {
  /** Null while the call is prepared: nobody outside the desk sees it. */
  readonly publishedAt: Date | null
  readonly opensAt: Date
  readonly deadlineAt: Date
  readonly graceSeconds: number
}

/**
 * prepared: not public. announced: public, not open yet. open: takes applications. grace: the announced deadline has
 * passed, what is already written may still be sent. closed.
 */
export type CallState = 'prepared' | 'announced' | 'open' | 'grace' | 'closed'

/** The last moment at which what arrives still counts: the announced deadline and the grace kept for slow networks. */
export function lastMoment(call: CallTimes): Date {
  return new Date(call.deadlineAt.getTime() + call.graceSeconds * 1000)
}

/** The deadline itself still belongs to the call, and so does the last moment. */
export function callState(call: CallTimes, now: Date): CallState {
  if (call.publishedAt === null || call.publishedAt > now) return 'prepared'
  if (now < call.opensAt) return 'announced'
  if (now <= call.deadlineAt) return 'open'
  return now <= lastMoment(call) ? 'grace' : 'closed'
}

/** The first moment after `now` at which `callState` changes; null when it never will. A page kept in memory is dropped then. */
export function nextChange(call: CallTimes, now: Date): Date | null {
  // The state changes just after the deadline and the last moment, which are whole milliseconds.
  const moments = [call.publishedAt, call.opensAt, after(call.deadlineAt), after(lastMoment(call))]
  const ahead = moments.filter((moment): moment is Date => moment !== null && moment > now)
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map(Number)))
}

function after(moment: Date): Date {
  return new Date(moment.getTime() + 1)
}

/** The call to show first: one that is open (the soonest to close), else the next to open, else the last that closed. Prepared calls are left out. */
export function chooseCall<Call extends CallTimes>(calls: readonly Call[], now: Date): Call | null {
  const shown = calls.filter((call) => callState(call, now) !== 'prepared')
  const by = (state: (state: CallState) => boolean, order: (a: Call, b: Call) => number): Call | undefined =>
    shown.filter((call) => state(callState(call, now))).sort(order)[0]
  return (
    by(
      (state) => state === 'open',
      (a, b) => Number(a.deadlineAt) - Number(b.deadlineAt),
    ) ??
    by(
      (state) => state === 'announced',
      (a, b) => Number(a.opensAt) - Number(b.opensAt),
    ) ??
    by(
      (state) => state === 'grace' || state === 'closed',
      (a, b) => Number(b.deadlineAt) - Number(a.deadlineAt),
    ) ??
    null
  )
}

/** A call is made public once, while it can still be answered. */
export function publishCall(call: CallTimes, now: Date): Result<{ publishedAt: Date }> {
  if (call.publishedAt !== null) return refused('call/already-public')
  if (now > call.deadlineAt) return refused('call/deadline-passed')
  return ok({ publishedAt: now })
}

/** How often a deadline may be put off: a call that is extended for ever promises nothing. */
export const EXTENSIONS_AT_MOST = 2

export interface ExtensionFacts {
  readonly call: CallTimes
  /** How often it was put off already. */
  readonly before: number
}

/** A deadline is put off while the call still takes what is written, to a later moment, at most so often, with a reason everybody can read. */
export function extendCall(
  { call, before }: ExtensionFacts,
  { deadlineAt, reason }: { readonly deadlineAt: Date; readonly reason: Readonly<Record<string, string>> },
  now: Date,
): Result<{ seq: number }> {
  if (call.publishedAt === null || call.publishedAt > now) return refused('call/not-public')
  if (now > lastMoment(call)) return refused('call/closed')
  if (deadlineAt <= call.deadlineAt || deadlineAt <= now) return refused('call/not-later')
  if (before >= EXTENSIONS_AT_MOST) return refused('call/extended-enough', { most: EXTENSIONS_AT_MOST })
  if (Object.values(reason).some((text) => text.trim() === '')) return refused('call/reason-missing')
  return ok({ seq: before + 1 })
}
