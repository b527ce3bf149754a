/**
 * Wall time in Morocco and its instants for the years of the demo world. A copy of seven clock changes (tz database
 * 2026f) instead of the runtime's zone data: the world must be the same on every machine, also on one with old data.
 */
const CHANGES: ReadonlyArray<readonly [utc: string, offsetMinutes: number]> = [
  ['2022-05-08T02:00:00Z', 60],
  ['2023-03-19T02:00:00Z', 0],
  ['2023-04-23T02:00:00Z', 60],
  ['2024-03-10T02:00:00Z', 0],
  ['2024-04-14T02:00:00Z', 60],
  ['2025-02-23T02:00:00Z', 0],
  ['2025-04-06T02:00:00Z', 60],
]
const CHANGE_INSTANTS = CHANGES.map(([utc, offset]) => [Date.parse(utc), offset] as const)

/** The instant ('2024-03-31T23:59:00Z') of a wall time in Morocco ('2024-03-31T23:59'). In a repeated hour: the first. */
export function instant(wall: string): string {
  const asUtc = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`)
  for (const offset of [60, 0]) {
    const candidate = asUtc - offset * 60_000
    if (offsetAt(candidate) === offset) return iso(candidate)
  }
  throw new Error(`demo world: ${wall} does not exist in Morocco`)
}

/** The wall time in Morocco ('2024-03-31T23:59') of an instant. */
export function wall(at: string): string {
  const time = Date.parse(at)
  return new Date(time + offsetAt(time) * 60_000).toISOString().slice(0, 16)
}

/** Minutes east of UTC at an instant given in milliseconds. */
export function offsetAt(time: number): number {
  let offset = 0
  for (const [from, minutes] of CHANGE_INSTANTS) if (time >= from) offset = minutes
  return offset
}

/** An instant in milliseconds as 'YYYY-MM-DDTHH:MM:SSZ'. */
export function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

/** A day ('2024-05-18') moved by a number of days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** 0 Sunday … 5 Friday, 6 Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** An instant moved by minutes. */
export function addMinutes(at: string, minutes: number): string {
  return iso(Date.parse(at) + minutes * 60_000)
}

/** Whole years between a birth date and a day, as the law counts them: the birthday itself counts. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) >= born.slice(5) ? years : years - 1
}

/**
 * Days on which nothing of the programme is held: public holidays of Morocco as observed (religious ones with the day
 * after), and the national mourning after the earthquake of 8 September 2023.
 */
export const CLOSED_DAYS: ReadonlySet<string> = new Set([
  ...['2023-05-01', '2023-06-29', '2023-06-30', '2023-07-01', '2023-07-20', '2023-07-30', '2023-07-31', '2023-08-14', '2023-08-20'],
  ...['2023-08-21', '2023-09-09', '2023-09-10', '2023-09-11', '2023-09-28', '2023-09-29', '2023-11-06', '2023-11-18', '2024-01-01'],
  ...['2024-01-11', '2024-01-14', '2024-04-10', '2024-04-11', '2024-05-01', '2024-06-17', '2024-06-18', '2024-07-08', '2024-07-30'],
  ...['2024-08-14', '2024-08-20', '2024-08-21', '2024-09-16', '2024-09-17', '2024-11-06', '2024-11-18', '2025-01-01', '2025-01-11'],
  ...['2025-01-14', '2025-03-31', '2025-04-01', '2025-05-01', '2025-06-07', '2025-06-08', '2025-06-27', '2025-07-30', '2025-08-14'],
  ...['2025-08-20', '2025-08-21', '2025-09-05', '2025-09-06', '2025-10-31', '2025-11-06', '2025-11-18'],
])

/** The first working day (Monday to Friday, not a closed day) on or after a day. */
export function workingDay(day: string): string {
  let candidate = day
  while (CLOSED_DAYS.has(candidate) || weekday(candidate) === 0 || weekday(candidate) === 6) candidate = addDays(candidate, 1)
  return candidate
}

/** Whether a wall-time span touches the Friday prayer, 12:00 to 14:30. */
export function touchesFridayPrayer(day: string, from: string, to: string): boolean {
  return weekday(day) === 5 && from < '14:30' && to > '12:00'
}
