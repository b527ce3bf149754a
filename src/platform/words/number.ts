/**
 * Numbers as people read them here: Latin digits in every language, groups of three split by U+00A0 (a plain space
 * would swap the groups inside Arabic text), decimal comma in Arabic and French, decimal point in English.
 */
import type { Language } from '../../domain/language.ts'

export const NO_BREAK_SPACE = '\u00a0'
/** A minus before a number would jump to its other end in Arabic text; a left-to-right mark before it keeps it in place. */
const MINUS: Readonly<Record<Language, string>> = { ar: '\u200e\u2212', fr: '\u2212', en: '\u2212' }
const DECIMAL: Readonly<Record<Language, string>> = { ar: ',', fr: ',', en: '.' }

/** Decimals printed of a binary number when nobody says how many: enough for a weight or a score, no 0.30000000000000004. */
const MOST_DECIMALS = 3
const CANONICAL = /^-?\d+(?:\.\d+)?$/

const exact = new Map<string, Intl.NumberFormat>()

function exactFormat(least: number, most: number): Intl.NumberFormat {
  const key = `${least}-${most}`
  let format = exact.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
    exact.set(key, format)
  }
  return format
}

/** The number of digits after the point of a canonical decimal. */
function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

/**
 * `n` in the reader's language. A string is a canonical decimal ("-1234.50") and is printed exactly, never through a
 * binary number; anything else in a string is a programmer's mistake and throws. `decimals` rounds half away from zero
 * and pads; without it a string keeps its own decimals and a number shows at most three.
 */
export function formatNumber(n: number | bigint | string, language: Language, options: { decimals?: number } = {}): string {
  if (typeof n === 'string' && !CANONICAL.test(n)) throw new Error('formatNumber takes canonical decimals only')
  const own = typeof n === 'string' ? decimalsOf(n) : 0
  const least = options.decimals ?? own
  const most = options.decimals ?? (typeof n === 'string' ? own : MOST_DECIMALS)
  return localised(exactFormat(least, most).format(n as Intl.StringNumericLiteral), language)
}

/** Digits as the machine printed them ("-1,234.5") with the signs and separators of the language. */
function localised(printed: string, language: Language): string {
  const [whole, fraction] = printed.replace('-', '').split('.')
  const digits = (whole as string).replaceAll(',', NO_BREAK_SPACE) + (fraction === undefined ? '' : DECIMAL[language] + fraction)
  const negative = printed.startsWith('-') && /[1-9]/.test(digits)
  return negative ? MINUS[language] + digits : digits
}
