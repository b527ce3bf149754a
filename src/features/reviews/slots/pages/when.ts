/** How an hour is told: "mercredi 24 avril, 09:30 à 09:55". */
import type { Language } from '../../../../domain/language.ts'
import { dayIn, formatDate, formatTimeRange, wallIn } from '../../../../platform/time/time.ts'
import { words } from '../words/index.ts'

interface Hour {
  readonly from: Date
  readonly to: Date
}

/** A line of a narrow list breaks before the hours, never within them. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

export function hoursOf({ from, to }: Hour, language: Language, zone: string): string {
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  return unbroken(formatTimeRange(time(from), time(to), language))
}

export function whenOf(hour: Hour, language: Language, zone: string): string {
  const day = formatDate(dayIn(hour.from, zone), language, 'weekday').replace(/(\d) /, '$1\u00a0')
  return words(language)('day-hours', { day, hours: hoursOf(hour, language, zone) })
}

/** Rows that share a value, in the order they come. */
export function grouped<Row>(rows: readonly Row[], of: (row: Row) => string): { readonly key: string; readonly rows: readonly Row[] }[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row])
  return [...groups].map(([key, held]) => ({ key, rows: held }))
}
