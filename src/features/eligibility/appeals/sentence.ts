import { refusalIn } from '../../../design/refusal.ts'
import type { Language } from '../../../domain/language.ts'
import type { RefusalCode, RefusalDetails, Refused } from '../../../domain/result.ts'
import { isolated } from '../../../platform/isolate.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { cleanFileName } from '../../../platform/upload/file-name.ts'
import { fileRefusal } from '../../files/index.ts'
import { words } from '../words/index.ts'
import { words as appealWords } from './words/index.ts'

/** Of files that were not taken, each with its name and why; none for any other refusal. `names` as they were given. */
export function fileSentences({ code, details }: Refused, names: readonly string[], language: Language): string[] {
  if (code !== 'appeal/files-refused') return []
  const { places, codes, ...bounds } = details as RefusalDetails & { readonly places: readonly string[]; readonly codes: readonly RefusalCode[] }
  return places.map((place, index) => {
    const why = fileRefusal({ code: codes[index] ?? code, details: bounds }, language) ?? ''
    return appealWords(language)('write.file-refused', { name: isolated(cleanFileName(names[Number(place)] ?? ''), language), why })
  })
}

/** A refusal of an appeal, with the end of the term as people write it in the zone of the call. */
export function appealSentence(refusal: Refused, language: Language, zone: string): string {
  const { until } = refusal.details
  const details =
    typeof until === 'string' ? { ...refusal.details, until: formatDateTime(new Date(until), language, zone, { style: 'full' }) } : refusal.details
  return refusalIn(words(language), language)({ ...refusal, details })
}

/** Status of a page or an answer that refuses an appeal. */
export function refusalStatus({ code, details }: Refused): 413 | 422 | 507 {
  if (code === 'appeal/no-room' || code === 'appeal/store-away') return 507
  return Array.isArray(details.codes) && details.codes.includes('file/too-heavy') ? 413 : 422
}
