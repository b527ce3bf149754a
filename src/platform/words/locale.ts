/** Which locale stands behind each language. `ar-MA` and not `ar`: only the former knows Moroccan months and Latin digits by default. */
import type { Language } from '../../domain/language.ts'

const LOCALES: Readonly<Record<Language, string>> = { ar: 'ar-MA-u-nu-latn', fr: 'fr', en: 'en-GB' }

export function locale(language: Language): string {
  return LOCALES[language]
}
