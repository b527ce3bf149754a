/** Languages by their own names: whoever looks for theirs reads it. */
import type { Language } from '../../../domain/language.ts'

export const LANGUAGE_NAMES: readonly { readonly value: Language; readonly name: string }[] = [
  { value: 'ar', name: 'العربية' },
  { value: 'fr', name: 'Français' },
  { value: 'en', name: 'English' },
]
