/** What each quota asks, in one sentence: a value that was not chosen means each of them, which no empty field says. */
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { Language } from '../../../domain/language.ts'
import { SELECTION_ATTRIBUTES, valuesOf } from './parts-rules.ts'
import { words } from './words/index.ts'

/** By the place of the quota; null while it says too little. */
export function quotaNotes(document: EditionDocument, language: Language): readonly (string | null)[] {
  const t = words(language)
  return document.selectionRules.map(({ attribute: written, value, minimum, maximum }) => {
    const attribute = SELECTION_ATTRIBUTES.find((one) => one === written)
    const bounds = [...(minimum == null ? [] : [t('quota.least', { minimum })]), ...(maximum == null ? [] : [t('quota.most', { maximum })])]
    if (attribute === undefined || bounds.length === 0) return null
    const chosen = valuesOf(attribute, { document, language }).find((option) => option.value === value)?.name ?? value
    return t('quota.reads', {
      attribute: t(`attribute.${attribute}`),
      value: chosen == null || chosen === '' ? t('quota.each') : t('say.quoted', { text: chosen }),
      bounds: bounds.join(language === 'ar' ? '، ' : ', '),
    })
  })
}
