/** Where a fault of a file that came in stands, in words: the file may be damaged anywhere. */
import type { EditionDocument } from '../../../../domain/edition-document.ts'
import type { Language } from '../../../../domain/language.ts'
import { partAt, partOf, PART_CODES } from '../../editor/parts.ts'
import { words } from '../../editor/words/index.ts'
import { placeText } from './place-text.ts'

/** The place; the part and the rank alone where the file has not the shape to say more. Never throws. */
export function filePlace(steps: readonly PropertyKey[], source: string, language: Language): string {
  const t = words(language)
  if (steps.length === 0) return t('begin.whole-file')
  if (!isOfAPart(String(steps[0]))) return t('begin.beside-parts')
  try {
    return placeText(steps, JSON.parse(source.replace(/^\ufeff/, '')) as EditionDocument, language)
  } catch {
    // A list that is none, a text in the place of a group: only the part can be named.
    const rank = steps.find((step) => typeof step === 'number')
    const part = t(`part.${partAt(steps)}`)
    return typeof rank === 'number' ? `${part} › ${rank + 1}` : part
  }
}

function isOfAPart(key: string): boolean {
  return key === 'form' || PART_CODES.some((code) => code !== 'form' && partOf(code).blocks.some(({ at }) => at[0] === key))
}
