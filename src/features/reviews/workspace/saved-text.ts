/** When a grid was kept, in words: the hour today, the day too on any other. */
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatTime } from '../../../platform/time/time.ts'
import { words } from './words/index.ts'

export function keptText(savedAt: Date, now: Date, language: Language, zone: string): string {
  const t = words(language)
  const time = formatTime(savedAt, language, zone)
  return dayIn(savedAt, zone) === dayIn(now, zone)
    ? t('saved.today', { time })
    : t('saved.on', { date: formatDate(savedAt, language, 'weekday', zone), time })
}
