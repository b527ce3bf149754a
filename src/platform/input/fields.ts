/**
 * What a form field may hold, as zod types: each reads the text of its field, cleans it, and names its problem by a code
 * of problem.ts. An answer that is not required and left empty is `''` for texts, `null` for everything else. A field
 * sent several times counts once, with its last value (a hidden default before a box).
 */
import { z } from 'zod'
import { countCharacters, countWords } from '../../domain/length.ts'
import { cleanLine, cleanText } from './clean.ts'
import { readEmail, readPhone, readUrl } from './contact.ts'
import { readDate } from './date.ts'
import { readInteger, readMoney, readNumber } from './number.ts'
import { type Problem, problem, type Reading, read } from './problem.ts'

/** Required unless `required: false`. */
interface Requirement<Required extends boolean> {
  readonly required?: Required
}
type OrNull<Value, Required extends boolean> = Required extends false ? Value | null : Value

/** A zod type of ours: takes whatever a field sent, a missing field included. */
export type Field<Value> = z.ZodType<Value, unknown>

/** A field read by a function; the way to make a block of one's own. */
export function field<Value>(reader: (raw: unknown) => Reading<Value>): Field<Value> {
  return z
    .unknown()
    .optional()
    .transform((raw, context) => {
      const reading = reader(raw)
      if (reading.ok) return reading.value
      context.issues.push({ code: 'custom', input: raw, params: { code: reading.code, details: reading.details } })
      return z.NEVER
    }) as unknown as Field<Value>
}

/** The problem of a field that depends on another, for `schema.superRefine`: `context.addIssue(issue('to', problem('date', …)))`. */
export function issue(name: string, { code, details }: Problem): { code: 'custom'; path: string[]; params: object } {
  return { code: 'custom', path: [name], params: { code, details } }
}

/** The text of a field that was sent once, several times or not at all. */
function textOf(raw: unknown): string {
  if (Array.isArray(raw)) return textOf(raw.at(-1))
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : ''
}

/** A field that is one line of text, read by `reader` unless it is empty. */
function lineField<Value, Required extends boolean>(
  required: Required | undefined,
  reader: (line: string) => Reading<Value>,
): Field<OrNull<Value, Required>> {
  return field((raw) => {
    const line = cleanLine(textOf(raw))
    if (line !== '') return reader(line) as Reading<OrNull<Value, Required>>
    return required === false ? read(null as OrNull<Value, Required>) : problem('required')
  })
}

interface TextOptions extends Requirement<boolean> {
  /** Characters at most, as people count them. */
  readonly max: number
  readonly min?: number
}

/** Text of several lines. */
export function text(options: TextOptions): Field<string> {
  return field((raw) => measured(cleanText(textOf(raw)), options))
}

/** Text of one line. */
export function line(options: TextOptions): Field<string> {
  return field((raw) => measured(cleanLine(textOf(raw)), options))
}

function measured(clean: string, { max, min = 0, required = true }: TextOptions): Reading<string> {
  if (clean === '') return required ? problem('required') : read('')
  // A character is one code unit or more, so a text of few units needs no count; one of far too many is not worth an exact one.
  const count = clean.length <= max && min === 0 ? clean.length : clean.length > 16 * max ? clean.length : countCharacters(clean)
  if (count > max) return problem('too-long', { max, count })
  return count < min ? problem('too-short', { min, count }) : read(clean)
}

/** Characters allowed for each word of a limit in words: a text of that many words never has more. */
const CHARACTERS_A_WORD = 40

/** Text with a limit in words; `max` characters besides. */
export function longText(options: { maxWords: number; minWords?: number; max?: number } & Requirement<boolean>): Field<string> {
  const { maxWords, minWords = 0, max = maxWords * CHARACTERS_A_WORD, required = true } = options
  return field((raw) => {
    const clean = cleanText(textOf(raw))
    if (clean === '') return required ? problem('required') : read('')
    const count = countWords(clean)
    if (count > maxWords) return problem('words', { max: maxWords, count })
    return count < minWords ? problem('too-few-words', { min: minWords, count }) : measured(clean, { max })
  })
}

/** A whole number. */
export function integer<Required extends boolean = true>(
  options: { min?: number; max?: number } & Requirement<Required> = {},
): Field<OrNull<number, Required>> {
  const bounds = { ...(options.min === undefined ? {} : { min: options.min }), ...(options.max === undefined ? {} : { max: options.max }) }
  return lineField(options.required, (typed) => readInteger(typed, bounds))
}

/** A number with decimals, as a canonical decimal. */
export function decimal<Required extends boolean = true>(
  options: { decimals?: number } & Requirement<Required> = {},
): Field<OrNull<string, Required>> {
  return lineField(options.required, (typed) => readNumber(typed, options.decimals === undefined ? {} : { decimals: options.decimals }))
}

/** An amount, as a canonical decimal with two decimals; bounds are canonical decimals, the lower is 0 unless told. */
export function money<Required extends boolean = true>(
  options: { min?: string; max?: string; currency?: string } & Requirement<Required> = {},
): Field<OrNull<string, Required>> {
  const { required, ...bounds } = options
  return lineField(required, (typed) => readMoney(typed, bounds))
}

/** A day, as 'YYYY-MM-DD', from one text or from the boxes `name.day`, `name.month`, `name.year`. */
export function date<Required extends boolean = true>(options: Requirement<Required> = {}): Field<OrNull<string, Required>> {
  return field((raw) => {
    const boxes = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : null
    const typed = boxes === null ? textOf(raw) : { day: textOf(boxes.day), month: textOf(boxes.month), year: textOf(boxes.year) }
    const reading = readDate(typed)
    if (!reading.ok && reading.code === 'required' && options.required === false) return read(null as OrNull<string, Required>)
    return reading as Reading<OrNull<string, Required>>
  })
}

/** A phone number, as E.164; national numbers are of `country` (Morocco unless told). */
export function phone<Required extends boolean = true>(
  options: { country?: Parameters<typeof readPhone>[1] } & Requirement<Required> = {},
): Field<OrNull<string, Required>> {
  return lineField(options.required, (typed) => readPhone(typed, options.country))
}

/** A mail address. */
export function email<Required extends boolean = true>(options: Requirement<Required> = {}): Field<OrNull<string, Required>> {
  return lineField(options.required, readEmail)
}

/** A web address. */
export function url<Required extends boolean = true>(options: Requirement<Required> = {}): Field<OrNull<string, Required>> {
  return lineField(options.required, readUrl)
}
