import { refusalIn } from '../../../design/refusal.ts'
import type { Language } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { words } from '../words/index.ts'

/** A refusal of an appeal, with the end of the term as people write it in the zone of the call. */
export function appealSentence(refusal: Refused, language: Language, zone: string): string {
  const { until } = refusal.details
  const details =
    typeof until === 'string' ? { ...refusal.details, until: formatDateTime(new Date(until), language, zone, { style: 'full' }) } : refusal.details
  return refusalIn(words(language), language)({ ...refusal, details })
}
