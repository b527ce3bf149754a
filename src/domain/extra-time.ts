/** More time for one person in a call: who gives it, when, and what it changes. */
import { type CallTimes, lastMoment } from './call.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Viewer } from './viewer.ts'

export const EXTRA_TIME_GROUNDS = ['accident', 'disability', 'fault', 'other'] as const
export type ExtraTimeGround = (typeof EXTRA_TIME_GROUNDS)[number]

/** Officers of the whole edition: a draft has no region yet. */
export function mayGiveExtraTime(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/** Days after everybody's deadline, or after today once that has passed, within which extra time ends: whoever reads and decides cannot wait for one file without end. */
export const EXTRA_TIME_DAYS = 30

const DAY = 86_400_000

/** The call as somebody with extra time knows it: their last moment stands in place of the deadline, if it is later. It is exact: no grace follows. */
export function withExtraTime<Call extends CallTimes>(call: Call, until: Date | null): Call {
  const last = lastMoment(call)
  return until === null || last === null || until <= last ? call : { ...call, deadlineAt: until, graceSeconds: 0 }
}

export interface ExtraTimeFacts {
  /** As the person knows it, with extra time given before. */
  readonly call: CallTimes
  readonly submitted: boolean
  /** When the results of the edition were published. */
  readonly resultsAt: Date | null
  /** Everybody's last moment, whatever this person was given before: what is given again is counted from there too. */
  readonly everybodys: Date
  /** The beginning of the day on which the calendar promises the results; null where it promises none. */
  readonly resultsDue: Date | null
  /** In which its moments are told. */
  readonly zone: string
}

/** The latest moment extra time may be given to: so many days after everybody's last moment or today, and before the day the results are promised for, unless that has come. */
export function latestExtraTime({ everybodys, resultsDue }: Pick<ExtraTimeFacts, 'everybodys' | 'resultsDue'>, now: Date): Date {
  const most = Math.max(everybodys.getTime(), now.getTime()) + EXTRA_TIME_DAYS * DAY
  const due = resultsDue === null || resultsDue <= now ? most : resultsDue.getTime() - 1
  return new Date(Math.min(most, due))
}

/** Whether anybody can be given extra time in the call now. */
export function isExtraTimeOpen({ call, resultsAt }: Pick<ExtraTimeFacts, 'call' | 'resultsAt'>, now: Date): Result<{ last: Date }> {
  if (call.publishedAt === null || call.publishedAt > now) return refused('extra-time/not-public')
  if (resultsAt !== null && resultsAt <= now) return refused('extra-time/results-public')
  const last = lastMoment(call)
  return last === null ? refused('extra-time/no-deadline') : ok({ last })
}

/** Extra time is given from the day the call is public, also after its deadline, until results are; to a moment that is to come, later than the one they have, and not too far; with a reason. */
export function giveExtraTime(facts: ExtraTimeFacts, { until, reason }: { readonly until: Date; readonly reason: string }, now: Date): Result<null> {
  const open = isExtraTimeOpen(facts, now)
  if (!open.ok) return open
  if (facts.submitted) return refused('extra-time/already-sent')
  if (reason.trim() === '') return refused('extra-time/reason-missing')
  if (until <= now || until <= open.value.last) return refused('extra-time/not-later')
  const latest = latestExtraTime(facts, now)
  return until > latest ? refused('extra-time/too-far', { latest: latest.toISOString(), zone: facts.zone, days: EXTRA_TIME_DAYS }) : ok(null)
}
