/** What a field is called. */
import type { Language } from '../../../domain/language.ts'
import type { FieldSpec } from './field.ts'
import type { Around } from './parts.ts'
import { words } from './words/index.ts'

/** `step`: of the scale, for the sentence that says what it means. */
export function labelOf(spec: FieldSpec, language: Language, step?: number): string {
  const t = words(language)
  if (spec.of !== undefined) return t.any(`field.${spec.label}`, { of: spec.of })
  return spec.label === 'criterion.anchor' ? t('field.criterion.anchor', { step: String(step ?? '') }) : t.any(`field.${spec.label}`)
}

/** The same, where the edition says on which step its scale begins. */
export function labelIn(spec: FieldSpec, { document, language }: Around): string {
  return labelOf(spec, language, spec.at[0] === 'anchors' ? (document.edition.scale.min ?? 1) + Number(spec.at[1]) : undefined)
}
