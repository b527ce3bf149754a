/** Each language by its own name. */
import type { Language } from '../../../../domain/language.ts'

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', fr: 'Français', en: 'English' }
