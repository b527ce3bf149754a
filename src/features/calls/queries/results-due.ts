/** The day the calendar of an edition promises the results for. */
import { sql } from 'kysely'
import { promisedInstant } from '../../../platform/time/time.ts'

/** The day, for a statement in which `c` is the call. */
export const RESULTS_DUE = sql<
  string | null
>`(select d.starts_on::text from edition_date d where d.organisation = c.organisation and d.edition = c.edition and d.code = 'results')`

/** The instant at which that day begins in a zone; null without a day. */
export function dueOf(day: string | null, zone: string): Date | null {
  if (day === null) return null
  const begins = promisedInstant({ wall: `${day}T00:00`, zone }, 'earlier')
  return begins.ok ? begins.instant : null
}
