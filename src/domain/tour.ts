/** Tours: journeys of a few days that hold activities. Their activities are planned, changed and held one by one. */
import { daysBetween } from './date.ts'
import { ok, type Result, refused } from './result.ts'

/** Days a tour lasts at most, the first and the last counted: a week-end, or a week. */
export const LONGEST_TOUR = 10

export interface TourDays {
  /** Days 'YYYY-MM-DD'. */
  readonly startsOn: string
  readonly endsOn: string
}

export function planTour({ startsOn, endsOn }: TourDays): Result<null> {
  if (endsOn < startsOn) return refused('tour/ends-before-it-begins')
  if (daysBetween(startsOn, endsOn) >= LONGEST_TOUR) return refused('tour/too-long', { most: LONGEST_TOUR })
  return ok(null)
}

export interface TourFacts {
  readonly cancelledAt: Date | null
  readonly version: number
  /** Activities that stand: the days each begins and ends on, and whether it was held. */
  readonly activities: readonly { readonly firstDay: string; readonly lastDay: string; readonly held: boolean }[]
}

/** A tour may be renamed and moved as long as its activities stay within its days. */
export function changeTour(facts: TourFacts, days: TourDays, version: number): Result<null> {
  if (facts.cancelledAt !== null) return refused('tour/cancelled')
  if (facts.version !== version) return refused('tour/changed-since')
  const allowed = planTour(days)
  if (!allowed.ok) return allowed
  const outside = facts.activities.filter((one) => one.firstDay < days.startsOn || one.lastDay > days.endsOn).length
  return outside === 0 ? ok(null) : refused('tour/activities-outside', { outside })
}

/** A tour is cancelled whole, with what it holds, for a reason; not once a part of it took place. */
export function cancelTour(facts: TourFacts, reason: string): Result<null> {
  if (facts.cancelledAt !== null) return refused('tour/cancelled')
  if (facts.activities.some((one) => one.held)) return refused('tour/already-begun')
  if (reason.trim() === '') return refused('tour/without-reason')
  return ok(null)
}

/** The towns of a road written in one line, in their order. */
export function townsOf(stops: string): string[] {
  return stops
    .split(/[,،;؛]/)
    .map((town) => town.trim())
    .filter((town) => town !== '')
}
