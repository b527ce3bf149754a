/**
 * How long a text is, the same in the form, in the browser and in the check. Words are counted as word processors do:
 * whatever stands between spaces is one word if it holds a letter or a digit. So "l’atelier", "porte-parole", "et/ou"
 * and "وبالمدينة" are one word each, a dash or a colon standing alone is none, and a number written in groups
 * ("60 000" with no-break spaces) is one.
 */

/** A no-break space inside a number joins it. */
const GROUPING = /(?<=\p{Nd})[\u00a0\u202f](?=\p{Nd})/gu
/** Spaces, and the dash that stands between words without spaces. */
const BETWEEN = /[\s\u2014]+/u
const WORDLIKE = /[\p{L}\p{N}]/u

/** The number of words, in any of the three languages. */
export function countWords(text: string): number {
  let count = 0
  for (const piece of text.replace(GROUPING, '').split(BETWEEN)) if (WORDLIKE.test(piece)) count += 1
  return count
}

let segmenter: Intl.Segmenter | undefined

/** The number of characters as people see them: a letter with its vowel signs is one, an emoji of a family is one. */
export function countCharacters(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}
