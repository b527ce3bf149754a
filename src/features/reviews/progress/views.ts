/** What the page of progress shows: how far each reviewer is, and whom a reminder would reach. */
import type { ReminderOutcome } from '../../../domain/reading-reminder.ts'

export interface ProgressLine {
  readonly reviewer: string
  readonly name: string
  readonly submitted: number
  /** Saved and not handed in. */
  readonly begun: number
  readonly untouched: number
  /** Of the files not handed in, whether the last day has passed. */
  readonly late: boolean
  readonly remindedAt: Date | null
  readonly outcome: ReminderOutcome
}

export interface ProgressView {
  /** The slowest first. */
  readonly lines: readonly ProgressLine[]
  /** Last day of reading, 'YYYY-MM-DD'; null when the calendar does not say. */
  readonly lastDay: string | null
  readonly fingerprint: string
  /** How many a reminder would reach. */
  readonly reached: number
}
