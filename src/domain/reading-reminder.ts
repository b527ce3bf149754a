/** Reminding reviewers of files they have not handed in: whom, and how often. */
import { ok, type Result, refused } from './result.ts'

/** Hours between two letters to one person: they are volunteers. */
export const HOURS_BETWEEN_REMINDERS = 72
/** Days before the last day of reading when letters leave by themselves. */
export const DAYS_BEFORE_LAST = 3

export interface ReminderFacts {
  /** Files they hold and have not handed in. */
  readonly open: number
  readonly address: string | null
  readonly remindedAt: Date | null
  readonly stopped: boolean
}

export const REMINDER_OUTCOMES = ['written-to', 'nothing-open', 'stopped', 'without-address', 'lately'] as const
export type ReminderOutcome = (typeof REMINDER_OUTCOMES)[number]

/** What becomes of somebody when letters are written now. */
export function reminderOutcome({ open, address, remindedAt, stopped }: ReminderFacts, now: Date): ReminderOutcome {
  if (open === 0) return 'nothing-open'
  if (stopped) return 'stopped'
  if (address === null) return 'without-address'
  const lately = remindedAt !== null && now.getTime() - remindedAt.getTime() < HOURS_BETWEEN_REMINDERS * 3_600_000
  return lately ? 'lately' : 'written-to'
}

/** Letters leave as they were shown: to those people, for as many files. Refuses `reminder/sealed`, `…/plan-changed`, `…/nobody`. */
export function mayRemind(plan: { readonly sealed: boolean; readonly fingerprint: string; readonly count: number }, shown: string): Result<null> {
  if (plan.sealed) return refused('reminder/sealed')
  if (plan.fingerprint !== shown) return refused('reminder/plan-changed')
  return plan.count === 0 ? refused('reminder/nobody') : ok(null)
}

/** Whether letters leave by themselves on a day: the last day of reading is near and has not passed. `left`: days until it. */
export function remindsToday(left: number): boolean {
  return left >= 0 && left <= DAYS_BEFORE_LAST
}
