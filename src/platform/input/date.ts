/** A day as people type it, in three boxes or in one. */
import { isDate } from '../../domain/date.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { MONTHS } from '../time/names.ts'
import { cleanLine, latinDigits } from './clean.ts'
import { problem, type Reading, read } from './problem.ts'

export interface DateBoxes {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** Years that can be meant; anything else is a slip. */
const YEARS = { from: 1900, to: 2100 }

/** A month's name without case, accents and hamza. */
function plain(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** Names that differ in the Arab East, for who learnt them there. */
const EASTERN_MONTHS: readonly (readonly [string, number])[] = [
  ['مايو', 5],
  ['يوليو', 7],
  ['أغسطس', 8],
  ['سبتمبر', 9],
  ['نوفمبر', 11],
  ['ديسمبر', 12],
]

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...LANGUAGES.flatMap((language) => MONTHS[language].map((name, index): [string, number] => [plain(name), index + 1])),
  ...EASTERN_MONTHS.map(([name, month]): [string, number] => [plain(name), month]),
])

/**
 * A day as 'YYYY-MM-DD'. From boxes, or from one text: 2000-06-14, 14/6/2000, 14 juin 2000 (the day comes first
 * here, never the month). Digits may be Arabic. Two-digit years are refused rather than guessed.
 */
export function readDate(raw: DateBoxes | string): Reading<string> {
  const boxes = typeof raw === 'string' ? boxesOf(raw) : raw
  if (boxes === null) return problem('date', { part: 'whole' })
  const [day, month, year] = [boxes.day, boxes.month, boxes.year].map((box) => latinDigits(cleanLine(box))) as [string, string, string]
  if (`${day}${month}${year}` === '') return problem('required')
  const monthNumber = MONTH_NUMBERS.get(plain(month)) ?? numberOf(month)
  const dayNumber = numberOf(day === '1er' ? '1' : day)
  if (!within(dayNumber, 1, 31)) return problem('date', { part: 'day' })
  if (!within(monthNumber, 1, 12)) return problem('date', { part: 'month' })
  if (!/^\d{4}$/.test(year) || !within(Number(year), YEARS.from, YEARS.to)) return problem('date', { part: 'year' })
  const date = `${year}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`
  return isDate(date) ? read(date) : problem('date', { part: 'whole' })
}

function boxesOf(raw: string): DateBoxes | null {
  const parts = latinDigits(cleanLine(raw)).split(/[\s/.-]+/)
  if (parts.length === 1 && parts[0] === '') return { day: '', month: '', year: '' }
  const [first, second, third] = parts
  if (first === undefined || second === undefined || third === undefined || parts.length !== 3) return null
  return /^\d{4}$/.test(first) ? { year: first, month: second, day: third } : { day: first, month: second, year: third }
}

const numberOf = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN)
const within = (n: number, from: number, to: number): boolean => n >= from && n <= to
const twoDigits = (n: number): string => String(n).padStart(2, '0')
