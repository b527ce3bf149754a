/** What islands/reorder.ts says: sentences with places for the name of what is moved, where it is and among how many. */
import type { Language } from '../../../../domain/language.ts'
import { words } from '../../editor/words/index.ts'

export function reorderWords(language: Language): Readonly<Record<`data-${string}`, string>> {
  const t = words(language)
  const places = { name: '{name}', place: '{place}', count: '{count}' }
  return {
    'data-grip': t('reorder.grip', places),
    'data-hint': t('reorder.hint'),
    'data-lifted': t('reorder.lifted', places),
    'data-moved': t('reorder.moved', places),
    'data-dropped': t('reorder.dropped', places),
    'data-back': t('reorder.back', places),
  }
}
