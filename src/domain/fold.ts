/**
 * Text as search sees it: what people write in several ways becomes one. Used on both sides, on what is looked for and on
 * what is looked in; never shown.
 */

/** Letters that are written for one another in Moroccan Arabic names and texts. */
const ARABIC: Readonly<Record<string, string>> = {
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  // The letters for the sound of "gaf" (ڭلميم, ݣلميم, گلميم, كلميم), and the Persian kaf.
  ڭ: 'ك',
  ݣ: 'ك',
  گ: 'ك',
  ک: 'ك',
  ڤ: 'ف',
  پ: 'ب',
}
/** Vowel signs, tatweel, a hamza standing alone, and hidden direction or joining marks say nothing to a search. */
const ARABIC_NOISE = /[\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2066-\u2069]/g
const ARABIC_VARIANT = new RegExp(`[${Object.keys(ARABIC).join('')}]`, 'g')

/** Latin letters that do not come apart into a letter and an accent. */
const LATIN: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ß: 'ss', đ: 'd', ł: 'l', ı: 'i' }
const LATIN_VARIANT = /[œæøßđłı]/g

/** Folds the Arabic letters of a text and leaves the rest: alef, ya, ta marbuta, hamza and kaf in one form, no vowel signs, no tatweel. */
export function foldArabic(text: string): string {
  return text
    .normalize('NFKC')
    .replace(ARABIC_VARIANT, (letter) => ARABIC[letter] as string)
    .replace(ARABIC_NOISE, '')
}

/**
 * Folds a whole text: `foldArabic`, then lower case, no accents, 0–9 for all digits; apostrophes join ("l'oriental" finds
 * "loriental"), all other marks and dashes part words, which are split by one space.
 */
export function fold(text: string): string {
  return foldArabic(text)
    .toLowerCase()
    .replace(LATIN_VARIANT, (letter) => LATIN[letter] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
