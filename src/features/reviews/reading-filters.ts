/** Which readings the desk looks at: all, those that wait for a score, those that diverge; a page at a time. */
import type { ReadingLine } from './views.ts'

export const READING_STATES = ['all', 'waiting', 'diverging'] as const
export type ReadingState = (typeof READING_STATES)[number]

export interface ReadingFilters {
  readonly state: ReadingState
  /** From 1. */
  readonly page: number
}

export const READINGS_A_PAGE = 50

/** What is not understood counts as not asked. */
export function readReadingFilters(query: (name: string) => string | undefined): ReadingFilters {
  const state = READING_STATES.find((one) => one === query('state')) ?? 'all'
  const page = /^[1-9]\d{0,5}$/.test(query('page') ?? '') ? Number(query('page')) : 1
  return { state, page }
}

/** Whether a line is in this state. One may wait and diverge at once: a third reader is on the way. */
export function isIn(state: ReadingState, line: ReadingLine): boolean {
  if (state === 'waiting') return line.readings.some((one) => !one.given)
  return state === 'all' || line.diverges
}
