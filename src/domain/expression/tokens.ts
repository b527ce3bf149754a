/** The words of an expression. Arabic-Indic digits, typographic quotes and signs are read as their plain forms, capitals as small letters: people paste. */
import { isDate } from '../date.ts'
import type { ExpressionFault, Span } from './expression.ts'

export type Token = Span &
  (
    | { readonly token: 'number' | 'day' | 'text' | 'name'; readonly text: string }
    | { readonly token: 'word'; readonly text: (typeof WORDS)[number] }
    | { readonly token: 'sign'; readonly text: string }
  )

/** Words with a meaning of their own; no question may have one for its code. */
export const WORDS = ['and', 'or', 'not', 'in', 'yes', 'no'] as const

/** Characters at most. */
export const LONGEST = 2000

const PLAIN: Readonly<Record<string, string>> = {
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '×': '*',
  '÷': '/',
  '−': '-',
  '،': ',',
}
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '‘': '’', '’': '’', '“': '”', '«': '»' }

const SPACE = /[\s\u00a0\u202f\u200e\u200f\u2066-\u2069]+/y
const NUMBER = /[\d٠-٩۰-۹]+(?:[.٫][\d٠-٩۰-۹]+)?/y
const DAY = /[\d٠-٩۰-۹]{4}-[\d٠-٩۰-۹]{2}-[\d٠-٩۰-۹]{2}/y
const NAME = /[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?/iy
const SIGN = /!=|<=|>=|[=<>+\-*/(),]/y

function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) as number) & 0xf)).replace('٫', '.')
}

/** The tokens of a text, or the first thing in it that is none. */
export function tokensOf(source: string): { readonly tokens: readonly Token[]; readonly fault: ExpressionFault | null } {
  if (source.length > LONGEST) return { tokens: [], fault: { code: 'too-long', from: LONGEST, to: source.length, details: { most: LONGEST } } }
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0] ?? null
  }
  while (at < source.length) {
    const space = match(SPACE)
    if (space !== null) {
      at += space.length
      continue
    }
    const read = readToken(source, at, match)
    if ('code' in read) return { tokens, fault: read }
    tokens.push(read)
    at = read.to
  }
  return { tokens, fault: null }
}

function readToken(source: string, from: number, match: (pattern: RegExp) => string | null): Token | ExpressionFault {
  const character = source[from] as string
  const closing = QUOTES[character]
  if (closing !== undefined) return readText(source, from, closing)
  const day = match(DAY)
  if (day !== null) {
    const text = latinDigits(day)
    const span = { from, to: from + day.length }
    return isDate(text) ? { token: 'day', text, ...span } : { code: 'not-a-day', ...span, details: { text } }
  }
  const number = match(NUMBER)
  if (number !== null) return readNumber(source, from, number)
  const name = match(NAME)
  if (name !== null) return readName(name, from)
  const plain = PLAIN[character]
  const sign = plain ?? match(SIGN)
  if (sign !== null && sign !== undefined) return { token: 'sign', text: sign, from, to: from + (plain === undefined ? sign.length : 1) }
  const whole = String.fromCodePoint(source.codePointAt(from) as number)
  return { code: 'strange-character', from, to: from + whole.length, details: { character: whole } }
}

function readText(source: string, from: number, closing: string): Token | ExpressionFault {
  const end = source.indexOf(closing, from + 1)
  if (end < 0) return { code: 'open-text', from, to: source.length, details: { closing } }
  return { token: 'text', text: source.slice(from + 1, end), from, to: end + 1 }
}

/** Digits at most: of any amount of money, with room. */
const DIGITS = 15

function readNumber(source: string, from: number, number: string): Token | ExpressionFault {
  const glued = /[\p{L}_]/u.exec(source.slice(from + number.length, from + number.length + 2))
  const span = { from, to: from + number.length }
  const text = latinDigits(number)
  const [whole = '', decimals = ''] = text.split('.')
  if (glued?.index === 0 || whole.length > DIGITS || decimals.length > 6)
    return { code: 'not-a-number', ...span, details: { text: text.slice(0, 40) } }
  return { token: 'number', text, ...span }
}

function readName(written: string, from: number): Token {
  const span = { from, to: from + written.length }
  const name = written.toLowerCase()
  const word = WORDS.find((one) => one === name)
  return word === undefined ? { token: 'name', text: name, ...span } : { token: 'word', text: word, ...span }
}
