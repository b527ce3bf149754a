/**
 * Dates and times as each language writes them: Moroccan month names in Arabic, `1er` in French, a 24-hour clock,
 * never a date in bare figures. A day is text 'YYYY-MM-DD'; an instant is a Date and needs the zone it is shown in.
 */
import type { Language } from '../../domain/language.ts'
import { inZone } from './clock.ts'
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from './names.ts'
import { clockLabel } from './promise.ts'

/**
 * full: الأحد 13 دجنبر 2026; weekday: الأحد 13 دجنبر; long: 13 دجنبر 2026; day-month: 13 دجنبر;
 * month: دجنبر 2026; month-name: دجنبر; month-short: déc.; weekday-name: الأحد; day: 13 (1er); year: 2026.
 */
export type DateStyle = 'full' | 'weekday' | 'long' | 'day-month' | 'month' | 'month-name' | 'month-short' | 'weekday-name' | 'day' | 'year'

const NO_BREAK_SPACE = '\u00a0'

/** A day in words. */
export function formatDate(day: string, language: Language, style?: DateStyle): string
/** The day of an instant in a zone, in words. */
export function formatDate(instant: Date, language: Language, style: DateStyle, zone: string): string
export function formatDate(when: string | Date, language: Language, style: DateStyle = 'long', zone = 'UTC'): string {
  return dateText(typeof when === 'string' ? Temporal.PlainDate.from(when) : inZone(when, zone), language, style)
}

type CalendarDay = Pick<Temporal.PlainDate, 'year' | 'month' | 'day' | 'dayOfWeek'>

function dateText(date: CalendarDay, language: Language, style: DateStyle): string {
  const month = MONTHS[language][date.month - 1] as string
  const weekday = (): string => WEEKDAYS[language][date.dayOfWeek - 1] as string
  const dayMonth = `${dayOfMonth(date, language)} ${month}`
  switch (style) {
    case 'full':
      return `${weekday()} ${dayMonth} ${date.year}`
    case 'weekday':
      return `${weekday()} ${dayMonth}`
    case 'long':
      return `${dayMonth} ${date.year}`
    case 'day-month':
      return dayMonth
    case 'month':
      return `${month} ${date.year}`
    case 'month-name':
      return month
    case 'month-short':
      return SHORT_MONTHS[language][date.month - 1] as string
    case 'weekday-name':
      return weekday()
    case 'day':
      return dayOfMonth(date, language)
    case 'year':
      return String(date.year)
  }
}

function dayOfMonth(date: CalendarDay, language: Language): string {
  return language === 'fr' && date.day === 1 ? '1er' : String(date.day)
}

/** 23:59, in French 23 h 59 and 15 h on the hour. Takes a wall time ('HH:MM', seconds allowed) or an instant with its zone. */
export function formatTime(wall: string, language: Language): string
export function formatTime(instant: Date, language: Language, zone: string, options?: { seconds?: boolean }): string
export function formatTime(when: string | Date, language: Language, zone = 'UTC', options: { seconds?: boolean } = {}): string {
  return timeText(typeof when === 'string' ? Temporal.PlainTime.from(when) : inZone(when, zone), language, options)
}

type WallTime = Pick<Temporal.PlainTime, 'hour' | 'minute' | 'second'>

function timeText(time: WallTime, language: Language, options: { seconds?: boolean }): string {
  const [minute, second] = [twoDigits(time.minute), twoDigits(time.second)]
  if (language !== 'fr') return `${twoDigits(time.hour)}:${minute}${options.seconds ? `:${second}` : ''}`
  const parts = [String(time.hour), 'h']
  if (options.seconds) parts.push(minute, 'min', second, 's')
  else if (time.minute !== 0) parts.push(minute)
  return parts.join(NO_BREAK_SPACE)
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

/** A day and a time: الأحد 31 مارس 2024، الساعة 23:59 · dimanche 31 mars 2024 à 23 h 59 · Sunday 31 March 2024, 23:59. */
export function formatDateTime(instant: Date, language: Language, zone: string, options: { style?: DateStyle; seconds?: boolean } = {}): string {
  const wall = inZone(instant, zone)
  const date = dateText(wall, language, options.style ?? 'full')
  const time = timeText(wall, language, options)
  if (language === 'ar') return `${date}، الساعة ${time}`
  return language === 'fr' ? `${date} à ${time}` : `${date}, ${time}`
}

/** A wall time, 'YYYY-MM-DDTHH:MM', in words, without its distance from UTC. */
export function formatWall(wall: string, language: Language, style: DateStyle = 'full'): string {
  const [day = '', time = ''] = wall.split('T')
  const [date, hour] = [formatDate(day, language, style), formatTime(time, language)]
  if (language === 'ar') return `${date}، الساعة ${hour}`
  return language === 'fr' ? `${date} à ${hour}` : `${date}, ${hour}`
}

/** A deadline, always with whose clock it is told by: Sunday 31 March 2024, 23:59 (Morocco time). */
export function formatDeadline(instant: Date, language: Language, zone: string, options: { style?: DateStyle } = {}): string {
  return `${formatDateTime(instant, language, zone, options)} (${clockLabel(instant, zone, language)})`
}
