/** Spans of time in words, never with a dash: in Arabic text a dash between numbers is read in the wrong order. */
import type { Language } from '../../domain/language.ts'
import { type DateStyle, formatDate, formatTime } from './format.ts'

/** long: with the year; day-month: without it; month: whole months. */
export type RangeStyle = 'long' | 'day-month' | 'month'

/**
 * Two days (text, the first not after the second) as one span; what both share is said once:
 * من 18 إلى 20 نونبر 2024 · du 18 au 20 novembre 2024 · 18 to 20 November 2024.
 */
export function formatRange(from: string, to: string, language: Language, style: RangeStyle = 'long'): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (from === to || (style === 'month' && sameMonth)) return formatDate(from, language, style)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const first = formatDate(from, language, firstStyle(style, sameMonth, sameYear))
  const last = formatDate(to, language, style)
  if (language === 'ar') return `من ${first} إلى ${last}`
  if (language === 'en') return `${first} to ${last}`
  if (style !== 'month') return `du ${first} au ${last}`
  return `${/^[ao]/.test(first) ? 'd’' : 'de '}${first} à ${last}`
}

function firstStyle(style: RangeStyle, sameMonth: boolean, sameYear: boolean): DateStyle {
  if (style === 'month') return sameYear ? 'month-name' : 'month'
  if (sameMonth) return 'day'
  return sameYear ? 'day-month' : style
}

/** Two wall times ('HH:MM') of one day: من 09:30 إلى 12:00 · de 9 h 30 à 12 h · 09:30 to 12:00. */
export function formatTimeRange(from: string, to: string, language: Language): string {
  const [first, last] = [formatTime(from, language), formatTime(to, language)]
  if (language === 'ar') return `من ${first} إلى ${last}`
  return language === 'fr' ? `de ${first} à ${last}` : `${first} to ${last}`
}
