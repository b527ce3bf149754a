/**
 * Keeps a value in order inside text of another direction (Unicode isolates, UAX 9). Without them an Arabic sentence
 * shows "+212 6 12" as "12 6 212+" and moves the marks around an e-mail.
 */
import type { Language } from '../domain/language.ts'

const LEFT_TO_RIGHT = '\u2066'
const FIRST_LETTER = '\u2068'
const END = '\u2069'
const ARABIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const LETTER = /\p{L}/u

/** Whether text reads from right to left: its first letter says so. False without a letter: a phone, an amount, a time. */
export function readsFromRight(text: string): boolean {
  return ARABIC.test(text.match(LETTER)?.[0] ?? '')
}

/**
 * Text whose direction marks cannot act outside it: overrides and embeddings (U+202A to U+202E) go, isolates left open
 * are closed, closings without an opening go.
 */
export function contained(text: string): string {
  let open = 0
  const kept = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => {
    if (mark <= '\u202e') return ''
    if (mark !== END) open += 1
    else if (open > 0) open -= 1
    else return ''
    return mark
  })
  return kept + END.repeat(open)
}

/** A value ready to stand in a sentence of `language`: isolated if its direction is not the sentence's. */
export function isolated(value: string, language: Language): string {
  const plain = contained(value)
  if (plain === '' || readsFromRight(plain) === (language === 'ar')) return plain
  return `${readsFromRight(plain) ? FIRST_LETTER : LEFT_TO_RIGHT}${plain}${END}`
}

/** A value set apart whatever its direction: text after a name such as "plan.pdf" does not join its Latin end. */
export function setApart(value: string): string {
  return `${FIRST_LETTER}${contained(value)}${END}`
}
