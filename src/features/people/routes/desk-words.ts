/** What the pages of people say of a refusal, and where. */
import { errorSentences, type FieldFault } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import type { Refused } from '../../../domain/result.ts'
import type { AppContext } from '../../../platform/web/context.ts'
import { words } from '../words/index.ts'

const FIELDS: Readonly<Record<string, string>> = {
  'person/nameless': 'name_ar',
  'person/not-in-arabic': 'name_ar',
  'person/not-in-latin': 'name_latin',
  'person/odd-in-arabic': 'name_ar',
  'person/odd-in-latin': 'name_latin',
  'person/unknown-language': 'language',
  'role/everywhere-only': 'place',
  'role/unknown-place': 'place',
  'role/no-regions': 'regions',
  'role/regions-of-an-edition': 'regions',
  'role/unknown-region': 'regions',
  'role/held-already': 'role',
  'role/held-wider': 'role',
}

/** The field a refusal is about; null when it is about the whole act. */
export function fieldOfRefusal({ code }: Refused): string | null {
  return FIELDS[code] ?? null
}

export function refusalOf(c: AppContext, refusal: Refused): string {
  const { language } = c.var
  return refusalIn(words(language), language)(refusal)
}

const UNCHOSEN = { role: 'people.no-role-chosen', place: 'people.no-place-chosen', language: 'people.no-language-chosen' } as const

/** Faults of a form in sentences; what was not chosen is named, for the summary stands far from its field. */
export function faultSentences(c: AppContext, faults: readonly FieldFault[]): FormErrors {
  const t = words(c.var.language)
  return errorSentences(faults, c.var.language).map(({ field, message }) =>
    field in UNCHOSEN ? { field, message: t(UNCHOSEN[field as keyof typeof UNCHOSEN]) } : { field, message },
  )
}

/** The sentence that `?said=` asks for, if there is one. */
export function saidOf(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}
