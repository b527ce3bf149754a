/** Languages to choose from, by their own names. */
import { LANGUAGE_NAMES, LANGUAGES } from '../../../domain/language.ts'

export const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))
