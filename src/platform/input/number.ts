/**
 * Numbers and amounts as people write them: any digits, groups split by spaces, points or commas, a comma or a point
 * before the decimals. The answer is a canonical decimal ("1250.50"), exact, never a binary number on the way.
 */
import { cleanLine, latinDigits } from './clean.ts'
import { type Problem, problem, type Reading, read } from './problem.ts'

/** More digits than any amount or count here has; a limit so that a column never overflows. */
const MOST_DIGITS = 13
/** ٬ and every kind of space or apostrophe split groups; ٫ always begins the decimals. */
const GROUP_SPACES = /[\s\u066c'’]/u
/** On Arabic keyboards the comma is this one. */
const ARABIC_COMMA = '\u060c'
const SIGNS = /^[+\u2212-]/

/**
 * A decimal number. A lone comma or point followed by exactly three digits ("60.000", "60,000") splits thousands, since
 * nobody is asked for three decimals; anything else after it is decimals. Groups must be of three digits: "60 00" is a
 * slip of the finger, and no one should have to guess which.
 */
export function readNumber(raw: string, options: { decimals?: number } = {}): Reading<string> {
  const text = latinDigits(cleanLine(raw)).replaceAll(ARABIC_COMMA, ',')
  const sign = SIGNS.exec(text)?.[0] ?? ''
  const parts = split(text.slice(sign.length).trim())
  if (parts === null) return problem('number')
  const whole = ungroup(parts.whole)
  if (whole === null || !/^\d*$/.test(parts.decimals)) return problem('number')
  const decimals = parts.decimals.replace(/0+$/, '')
  if (whole.length > MOST_DIGITS || decimals.length > (options.decimals ?? 2)) return problem('number')
  const digits = decimals === '' ? whole : `${whole}.${decimals}`
  return read(sign !== '' && sign !== '+' && /[1-9]/.test(digits) ? `-${digits}` : digits)
}

/** Where the decimals begin: at ٫, else at the last comma or point unless that one splits thousands. */
function split(text: string): { whole: string; decimals: string } | null {
  if (!/\d/.test(text)) return null
  const marks = [...text.matchAll(/[.,\u066b]/g)]
  const last = marks.at(-1)
  if (last === undefined) return { whole: text, decimals: '' }
  const [mark, after] = [last[0], text.slice(last.index + 1)]
  const kinds = new Set(marks.map((found) => found[0]))
  const splitsThousands = mark !== '\u066b' && kinds.size === 1 && /^\d{3}$/.test(after) && !/^0*$/.test(text.slice(0, text.indexOf(mark)))
  if (splitsThousands) return { whole: text, decimals: '' }
  return { whole: text.slice(0, last.index), decimals: after }
}

/** The digits of a whole number written in groups of three with one kind of separator, without leading zeros; null if it is not so written. */
function ungroup(text: string): string | null {
  const separator = [...text].find((character) => !/\d/.test(character))
  if (separator === undefined) return text.replace(/^0+(?=\d)/, '') || '0'
  const groups = GROUP_SPACES.test(separator) ? text.split(GROUP_SPACES) : /[.,]/.test(separator) ? text.split(separator) : []
  const [first = '', ...others] = groups
  if (!/^\d{1,3}$/.test(first) || others.some((group) => !/^\d{3}$/.test(group))) return null
  return groups.join('').replace(/^0+(?=\d)/, '')
}

/** A whole number. `number` when it is none at all, `integer` when it has decimals. */
export function readInteger(raw: string, bounds: { min?: number; max?: number } = {}): Reading<number> {
  const number = readNumber(raw, { decimals: 12 })
  if (!number.ok) return number
  if (number.value.includes('.')) return problem('integer')
  const value = Number(number.value)
  return outside(number.value, bounds) ?? read(value)
}

/** Names people add after an amount, by currency; the field says which one is meant. */
const CURRENCY_NAMES: Readonly<Record<string, RegExp>> = {
  MAD: /^(?:mad|dhs?|درهما?|دراهم|د\.م)\.?|(?:mad|dhs?|درهما?|دراهم|د\.م)\.?$/iu,
  EUR: /^(?:€|eur|euros?)|(?:€|eur|euros?|[يأ]ورو)$/iu,
}

/**
 * An amount: a canonical decimal with two decimals ("60000.00"), never negative. Points, commas and spaces are read as
 * in `readNumber`; the name of the field's own currency may stand beside the figure, another's may not.
 */
export function readMoney(raw: string, options: { min?: string; max?: string; currency?: string } = {}): Reading<string> {
  const names = CURRENCY_NAMES[options.currency ?? '']
  const figure = names === undefined ? raw : cleanLine(raw).replace(names, '')
  const number = readNumber(figure)
  if (!number.ok) return problem('money')
  const bounds: { min?: string; max?: string } = { min: options.min ?? '0', ...(options.max === undefined ? {} : { max: options.max }) }
  const [whole, decimals = ''] = number.value.split('.')
  return outside(number.value, bounds) ?? read(`${whole}.${decimals.padEnd(2, '0')}`)
}

/** The problem of a canonical decimal out of its bounds, compared exactly; null when it is within. */
function outside(value: string, bounds: { min?: string | number; max?: string | number }): Problem | null {
  if (bounds.min !== undefined && compare(value, String(bounds.min)) < 0) return problem('min', { min: Number(bounds.min) })
  if (bounds.max !== undefined && compare(value, String(bounds.max)) > 0) return problem('max', { max: Number(bounds.max) })
  return null
}

/** Which of two canonical decimals is the greater: below 0, 0, above 0. */
function compare(one: string, other: string): number {
  const scale = Math.max(decimalsOf(one), decimalsOf(other))
  const difference = scaled(one, scale) - scaled(other, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0
const scaled = (decimal: string, scale: number): bigint => BigInt(decimal.replace('.', '') + '0'.repeat(scale - decimalsOf(decimal)))
