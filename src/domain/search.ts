/** Search of applications: what is written down to be looked in, and what a query looks for. */
import { fold } from './fold.ts'
import { soundsOf, soundsOfName } from './sound.ts'

/** Words of a query beyond these are not looked for. */
const MOST_WORDS = 8
/** So many digits in a row are looked for as one number, however they are spaced. */
const PHONE_DIGITS = 6
/** What stands between the digits of a phone. */
const BETWEEN_DIGITS = /[\s().+/-]+/g

const digitsOf = (text: string): string => latin(text).replace(/\D/g, '')
const latin = (text: string): string => text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** What anyone at the desk may look in: texts folded, with the sounds of their words between tildes. */
export function searchText(texts: readonly string[]): string {
  const folded = texts.map(fold).filter(Boolean)
  const sounds = new Set(folded.flatMap((text) => soundsOfName(text.split(' '))))
  return [...folded, ...[...sounds].map((sound) => `~${sound}~`)].join(' ')
}

/** What only those may look in who read restricted answers: phones by their digits, mail addresses and identity cards as they are. */
export function contactText(found: { readonly phones: readonly string[]; readonly others: readonly string[] }): string {
  const phones = found.phones.map(digitsOf).flatMap((digits) => (digits.startsWith('212') ? [digits, `0${digits.slice(3)}`] : [digits]))
  const others = found.others.map((text) => latin(text).toLowerCase().replace(/\s+/g, ''))
  return [...new Set([...phones, ...others])].filter(Boolean).join(' ')
}

/** One thing looked for: it is found by any of the three. */
export interface SearchWord {
  /** All of these stand in the text; the parts of what was written in one (KW-2024-0187) together. */
  readonly texts: readonly string[]
  /** Or one of these sounds does. */
  readonly sounds: readonly string[]
  /** Or this stands among the contacts; '' for nothing that could. */
  readonly contact: string
}

/** What a query looks for: every one of the words. A phone is one word, with or without its country code. */
export function searchWords(query: string): readonly SearchWord[] {
  return chunksOf(query)
    .map(numberInFull)
    .flatMap((chunk) => {
      const texts = chunk.split(' ').map(fold).filter(Boolean)
      if (texts.length === 0) return []
      const digits = digitsOf(chunk)
      const contact = isNumber(chunk) ? national(digits) : latin(chunk).toLowerCase().replace(/\s+/g, '')
      return [{ texts, sounds: texts.flatMap(soundsOf), contact }]
    })
    .slice(0, MOST_WORDS)
}

/** A number of an application as it is written, when its zeros were left out: kw-2024-58 is KW-2024-0058. */
function numberInFull(chunk: string): string {
  return chunk.replace(/^([a-z]+-[\da-z]+-)(\d{1,3})$/iu, (_, before: string, rank: string) => before + rank.padStart(4, '0'))
}

/** Split at spaces, but for the spaces within a number: 06 12 34 56 78. */
function chunksOf(query: string): readonly string[] {
  const chunks: string[] = []
  for (const part of query.split(/\s+/).filter(Boolean)) {
    const last = chunks.at(-1)
    if (last !== undefined && isNumber(last, 1) && isNumber(part, 1)) chunks[chunks.length - 1] = `${last} ${part}`
    else chunks.push(part)
  }
  return chunks.flatMap((chunk) => (isNumber(chunk) || !isNumber(chunk, 1) ? [chunk] : chunk.split(' ')))
}

function isNumber(chunk: string, least = PHONE_DIGITS): boolean {
  const bare = latin(chunk).replace(BETWEEN_DIGITS, '')
  return /^\d+$/.test(bare) && bare.length >= least
}

/** Digits without what is dialled before them from abroad: they stand in either form that is kept. */
function national(digits: string): string {
  return digits.replace(/^(?:00)?2120?/, '')
}
