/** Faults of a form, in sentences of the reader's language. */
import type { Language } from '../../domain/language.ts'
import { words } from '../words/index.ts'
import type { FormErrors } from './field.tsx'

/** A fault as the reader of forms finds it: which field, what is wrong, and the bounds it broke. */
export interface FieldFault {
  readonly field: string
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** One sentence a fault: what to do so that the field is right. */
export function errorSentences(faults: readonly FieldFault[], language: Language): FormErrors {
  const t = words(language)
  return faults.map(({ field, code, details }) => {
    // A fault of one part of a field may have a sentence of its own: the year of a date.
    const part = `error.${code}-${details.part}`
    return { field, message: t.any(t.has(part) ? part : `error.${code}`, details) }
  })
}

/** The same sentences, each after what its field is called: "answer this question" alone would not say which. `names` by field. */
export function namedErrors(errors: FormErrors, names: Readonly<Record<string, string>>, language: Language): FormErrors {
  const t = words(language)
  return errors.map(({ field, message }) => {
    const label = names[field] ?? ''
    return { field, message: label === '' ? message : t(/[?؟.]$/.test(label) ? 'form.error-asked' : 'form.error-of', { label, message }) }
  })
}
