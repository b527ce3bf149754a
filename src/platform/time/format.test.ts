import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../domain/language.ts'
import { type DateStyle, formatDate, formatDateTime, formatDeadline, formatTime } from './format.ts'
import { MONTHS } from './names.ts'
import { formatRange, formatTimeRange } from './range.ts'

const MOROCCO = 'Africa/Casablanca'
const everywhere = (write: (language: (typeof LANGUAGES)[number]) => string) => LANGUAGES.map(write)
const deadline = new Date('2024-03-31T23:59:00Z')

describe('a date', () => {
  test('names the weekday, the Moroccan month and the year', () => {
    expect(everywhere((language) => formatDate('2026-12-13', language, 'full'))).toEqual([
      ...['الأحد 13 دجنبر 2026', 'dimanche 13 décembre 2026', 'Sunday 13 December 2026'],
    ])
    expect(MONTHS.ar.join(' ')).toBe('يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر')
  })

  test('comes long or short', () => {
    const styles: DateStyle[] = ['long', 'weekday', 'day-month', 'month', 'month-name', 'weekday-name', 'day', 'year']
    expect(styles.map((style) => formatDate('2026-03-01', 'fr', style))).toEqual([
      ...['1er mars 2026', 'dimanche 1er mars', '1er mars', 'mars 2026', 'mars', 'dimanche', '1er', '2026'],
    ])
    expect(styles.map((style) => formatDate('2026-08-01', 'ar', style))).toEqual([
      ...['1 غشت 2026', 'السبت 1 غشت', '1 غشت', 'غشت 2026', 'غشت', 'السبت', '1', '2026'],
    ])
    expect(formatDate('2026-03-01', 'en')).toBe('1 March 2026')
    expect(everywhere((language) => formatDate('2026-09-01', language, 'month-short'))).toEqual(['شتنبر', 'sept.', 'Sept'])
  })

  test('of an instant is the day of the zone it is shown in', () => {
    const lateEvening = new Date('2025-04-06T23:30:00Z')
    expect(formatDate(lateEvening, 'en', 'long', MOROCCO)).toBe('7 April 2025')
    expect(formatDate(lateEvening, 'en', 'long', 'UTC')).toBe('6 April 2025')
  })
})

describe('a time', () => {
  test('is on a 24-hour clock', () => {
    expect(everywhere((language) => formatTime('23:59', language))).toEqual(['23:59', '23\u00a0h\u00a059', '23:59'])
    expect(everywhere((language) => formatTime('09:05', language))).toEqual(['09:05', '9\u00a0h\u00a005', '09:05'])
    expect(everywhere((language) => formatTime('15:00', language))).toEqual(['15:00', '15\u00a0h', '15:00'])
    expect(everywhere((language) => formatTime(new Date('2024-03-31T21:47:08Z'), language, MOROCCO, { seconds: true }))).toEqual([
      ...['21:47:08', '21\u00a0h\u00a047\u00a0min\u00a008\u00a0s', '21:47:08'],
    ])
  })

  test('follows its date, and a deadline whose clock it is told by', () => {
    expect(everywhere((language) => formatDateTime(deadline, language, MOROCCO))).toEqual([
      ...['الأحد 31 مارس 2024، الساعة 23:59', 'dimanche 31 mars 2024 à 23\u00a0h\u00a059', 'Sunday 31 March 2024, 23:59'],
    ])
    expect(formatDateTime(deadline, 'en', MOROCCO, { style: 'day-month', seconds: true })).toBe('31 March, 23:59:00')
    expect(everywhere((language) => formatDeadline(deadline, language, MOROCCO))).toEqual([
      'الأحد 31 مارس 2024، الساعة 23:59 (بتوقيت المغرب)',
      'dimanche 31 mars 2024 à 23\u00a0h\u00a059 (heure du Maroc)',
      'Sunday 31 March 2024, 23:59 (Morocco time)',
    ])
    expect(formatDeadline(new Date('2025-04-06T22:59:00Z'), 'en', MOROCCO)).toBe('Sunday 6 April 2025, 23:59 (Morocco time)')
  })
})

describe('a span', () => {
  test('of days says once what both ends share', () => {
    expect(everywhere((language) => formatRange('2024-11-18', '2024-11-20', language))).toEqual([
      ...['من 18 إلى 20 نونبر 2024', 'du 18 au 20 novembre 2024', '18 to 20 November 2024'],
    ])
    expect(everywhere((language) => formatRange('2026-11-02', '2026-12-13', language))).toEqual([
      ...['من 2 نونبر إلى 13 دجنبر 2026', 'du 2 novembre au 13 décembre 2026', '2 November to 13 December 2026'],
    ])
    expect(everywhere((language) => formatRange('2026-12-30', '2027-01-01', language))).toEqual([
      ...['من 30 دجنبر 2026 إلى 1 يناير 2027', 'du 30 décembre 2026 au 1er janvier 2027', '30 December 2026 to 1 January 2027'],
    ])
    expect(formatRange('2024-05-01', '2024-05-03', 'fr', 'day-month')).toBe('du 1er au 3 mai')
    expect(formatRange('2024-05-01', '2024-05-01', 'fr')).toBe('1er mai 2024')
  })

  test('of months elides in French', () => {
    expect(everywhere((language) => formatRange('2027-05-18', '2027-11-18', language, 'month'))).toEqual([
      ...['من ماي إلى نونبر 2027', 'de mai à novembre 2027', 'May to November 2027'],
    ])
    expect(formatRange('2026-08-01', '2027-01-31', 'fr', 'month')).toBe('d’août 2026 à janvier 2027')
    expect(formatRange('2026-10-01', '2026-10-31', 'fr', 'month')).toBe('octobre 2026')
  })

  test('of hours', () => {
    expect(everywhere((language) => formatTimeRange('09:30', '12:00', language))).toEqual([
      ...['من 09:30 إلى 12:00', 'de 9\u00a0h\u00a030 à 12\u00a0h', '09:30 to 12:00'],
    ])
  })
})
