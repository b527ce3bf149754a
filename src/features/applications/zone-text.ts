/** The line under a time of arrival: whose clock it is, and how long before the deadline. */
import type { Language } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import { dayIn, daysLeft, offsetLabel } from '../../platform/time/time.ts'
import type { ReceiptView } from './views.ts'
import { words } from './words/index.ts'

/** The zone the time is told in, with its distance from UTC on that day, and how long before the deadline it was. */
export function zoneText(view: Pick<ReceiptView, 'call' | 'submittedAt'>, language: Language): string {
  const t = words(language)
  const { zone, deadlineAt } = view.call
  const key = `zone.${zone}`
  const place = t.has(key) ? t.any(key) : zone
  const arrived = t('receipt.zone', { place, offset: isolated(offsetLabel(view.submittedAt, zone), language) })
  if (deadlineAt === null) return arrived
  const minutes = Math.floor((deadlineAt.getTime() - view.submittedAt.getTime()) / 60_000)
  return `${arrived} ${before(minutes, daysLeft(dayIn(view.submittedAt, zone), dayIn(deadlineAt, zone)), language)}`
}

function before(minutes: number, days: number, language: Language): string {
  const t = words(language)
  if (minutes < 0) return t('receipt.in-grace')
  if (minutes < 60) return t('receipt.minutes-before', { minutes })
  if (days < 2) return t('receipt.hours-before', { hours: Math.floor(minutes / 60) })
  return t('receipt.days-before', { days })
}
