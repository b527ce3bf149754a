/** Calendar dates as text, 'YYYY-MM-DD': a day in nobody's zone. Text order is calendar order. */

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

/** Milliseconds of the day's start in UTC, or null if the text names no day of the calendar. */
function startOf(date: string): number | null {
  const [, year, month, day] = SHAPE.exec(date) ?? []
  if (year === undefined) return null
  // A Date takes the years 0 to 99 for 1900 to 1999: set the year apart.
  const start = new Date(0)
  start.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return start.toISOString().startsWith(date) ? start.getTime() : null
}

/** Whether the text is a day that exists ('2024-02-29', never '2023-02-29'). */
export function isDate(text: string): boolean {
  return startOf(text) !== null
}

function mustStart(date: string): number {
  const start = startOf(date)
  if (start === null) throw new Error('not a date of the form YYYY-MM-DD')
  return start
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (mustStart(to) - mustStart(from)) / DAY
}

/**
 * Days left until a last day, told the same to everybody: those of the calendar where it was promised, so that neither the
 * hour one asks at nor a clock put forward or back changes it. 0 on the last day, and after it.
 */
export function daysLeft(today: string, lastDay: string): number {
  return Math.max(0, daysBetween(today, lastDay))
}

/** The date some days later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(mustStart(date) + days * DAY).toISOString().slice(0, 10)
}

/** Whole years of age on a day. The birthday counts; who was born on 29 February grows older on 1 March of a common year. Negative before birth. */
export function ageOn(birth: string, on: string): number {
  mustStart(birth)
  mustStart(on)
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) >= birth.slice(5) ? years : years - 1
}
