/** Names of months and days, taken once from the locale data of the runtime: `ar-MA` has the Moroccan months. */
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { locale } from '../words/locale.ts'

function names(options: Intl.DateTimeFormatOptions, days: readonly number[]): Readonly<Record<Language, readonly string[]>> {
  const named = LANGUAGES.map((language) => {
    const format = new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' })
    return [language, days.map((day) => format.format(day))]
  })
  return Object.fromEntries(named) as Record<Language, string[]>
}

const twelve = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1))
/** 1 January 2024 was a Monday. */
const week = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day))

/** January first. */
export const MONTHS = names({ month: 'long' }, twelve)
/** As a calendar has room for: 'sept.', 'Sept'; in Arabic a month is short already. */
export const SHORT_MONTHS = names({ month: 'short' }, twelve)
/** Monday first, as the week begins here. */
export const WEEKDAYS = names({ weekday: 'long' }, week)
/** One or two letters for the head of a month's grid; Monday first. */
export const SHORT_WEEKDAYS = names({ weekday: 'short' }, week)
