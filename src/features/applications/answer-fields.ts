/** Reading an answer by the kind of its question, with the blocks every form of Kawaliss is made of. */
import { z } from 'zod'
import { type Answer, codesIn, type Question } from '../../domain/form.ts'
import { REGIONS, type Territory } from '../../domain/territory.ts'
import {
  choice,
  choices,
  date,
  decimal,
  email,
  type Field,
  integer,
  line,
  longText,
  money,
  parse,
  phone,
  problem,
  type Reading,
  read,
  text,
  url,
} from '../../platform/input/form.ts'
import type { EditionLists } from './views.ts'

/** Characters of a line or a text whose question sets no limit. */
const MOST_IN_LINE = 200
const MOST_IN_TEXT = 5000

/** The answer as it is kept once sent, or its problem. `answer` is not empty. */
export function readField(question: Question, answer: Answer, lists: EditionLists): Reading<Answer> {
  const parsed = parse(schemaOf(question, lists), { answer: typeof answer === 'string' ? answer : [...codesIn(answer)] })
  if (parsed.ok) return read(canonical(parsed.value.answer))
  const [error] = parsed.errors
  return error === undefined ? problem('choice') : problem(error.code, error.details)
}

interface Schema {
  /** What it was made from besides the question: codes of a list, the currency. */
  readonly from: string
  readonly schema: z.ZodObject<{ answer: Field<unknown> }>
}

/** Making a schema costs many times what reading by it does; forms are kept in memory, and the schemas of their questions with them. */
const schemas = new WeakMap<Question, Schema>()

function schemaOf(question: Question, lists: EditionLists): Schema['schema'] {
  const from = question.kind === 'money' ? lists.currency : codesOf(question, lists).join(' ')
  const known = schemas.get(question)
  if (known?.from === from) return known.schema
  const schema = z.object({ answer: fieldOf(question, lists) })
  schemas.set(question, { from, schema })
  return schema
}

function canonical(value: unknown): Answer {
  if (Array.isArray(value)) return value.map(String)
  return value === null ? '' : String(value)
}

function fieldOf(question: Question, lists: EditionLists): Field<unknown> {
  switch (question.kind) {
    case 'line':
      return line({ max: question.maxLength ?? MOST_IN_LINE })
    case 'text':
      return textField(question)
    case 'integer':
      return integer(bounds(question))
    case 'number':
      return decimal({ decimals: question.decimals ?? 2, ...textBounds(question) })
    case 'money':
      return moneyField(question, lists.currency)
    case 'date':
      return date()
    case 'phone':
      return phone()
    case 'email':
      return email()
    case 'url':
      return url()
    case 'choices':
      return choices(codesOf(question, lists), {
        ...(question.min === undefined ? {} : { min: question.min }),
        ...(question.max === undefined ? {} : { max: question.max }),
      })
    default:
      return choice(codesOf(question, lists))
  }
}

function textField(question: Question): Field<unknown> {
  if (question.maxWords === undefined) return text({ max: question.maxLength ?? MOST_IN_TEXT })
  return longText({
    maxWords: question.maxWords,
    ...(question.minWords === undefined ? {} : { minWords: question.minWords }),
    ...(question.maxLength === undefined ? {} : { max: question.maxLength }),
  })
}

function bounds(question: Question): { min?: number; max?: number } {
  return { ...(question.min === undefined ? {} : { min: question.min }), ...(question.max === undefined ? {} : { max: question.max }) }
}

function moneyField(question: Question, currency: string): Field<unknown> {
  return money({ currency, ...textBounds(question) })
}

function textBounds({ min, max }: Question): { min?: string; max?: string } {
  return { ...(min === undefined ? {} : { min: String(min) }), ...(max === undefined ? {} : { max: String(max) }) }
}

/** The codes one may choose from. */
export function codesOf(question: Question, lists: EditionLists): string[] {
  switch (question.kind) {
    case 'yes-no':
      return ['yes', 'no']
    case 'sector':
      return lists.sectors.map((sector) => sector.code)
    case 'applicant-kind':
      return lists.kinds.map((kind) => kind.code)
    case 'strand':
      return lists.strands.map((strand) => strand.code)
    case 'region':
      return [...lists.regions.map((region) => region.code), ...outsideRegions(lists).map((region) => region.iso)]
    default:
      return (question.options ?? []).map((option) => option.code)
  }
}

/** Regions of the country that the edition does not serve: one may live there and be told so. */
export function outsideRegions(lists: EditionLists): readonly Territory[] {
  const served = new Set(lists.regions.map((region) => region.iso))
  return REGIONS.filter((region) => !served.has(region.iso))
}
