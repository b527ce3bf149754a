/** The three languages of Kawaliss. Arabic comes first: it is drawn first and read first. */
export const LANGUAGES = ['ar', 'fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name: whoever looks for theirs reads it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', fr: 'Français', en: 'English' }

export function isLanguage(value: unknown): value is Language {
  return value === 'ar' || value === 'fr' || value === 'en'
}

export function direction(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** A text of the programme in its three languages; an empty one falls back in the order of `inLanguage`. */
export type Trilingual = Readonly<Record<Language, string>>

/** The text in the reader's language; if that one is empty, the first that is not, and which language it is (for `lang`). */
export function inLanguage(text: Trilingual, language: Language): { text: string; language: Language } {
  if (text[language].trim() !== '') return { text: text[language], language }
  for (const other of ['fr', 'ar', 'en'] as const) if (text[other].trim() !== '') return { text: text[other], language: other }
  return { text: '', language }
}

const ARABIC = /\p{Script=Arabic}/u

/**
 * A place written in both scripts ('Tiznit / تزنيت') as the reader reads it: the half in the script of their language. A
 * place written once, or in one script only, is given as it is.
 */
export function inScript(place: string, language: Language): string {
  const [one = '', other = '', ...more] = place.split(' / ')
  if (one.trim() === '' || other.trim() === '' || more.length > 0 || ARABIC.test(one) === ARABIC.test(other)) return place
  return ARABIC.test(one) === (language === 'ar') ? one : other
}
