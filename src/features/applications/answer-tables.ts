/** Reading tables: people, budgets, and scales of agreement, cell by cell. Each fault names its cell. */
import { z } from 'zod'
import { ageOn } from '../../domain/date.ts'
import { type Answer, type AnswerRow, type Question, rowsOf } from '../../domain/form.ts'
import { isNameText } from '../../domain/person.ts'
import { choice, date, type Field, type InputErrorDetails, line, money, parse } from '../../platform/input/form.ts'
import type { EditionLists } from './views.ts'

/** What stands against a cell, or against the table as a whole. */
export interface TableFault {
  readonly code: string
  readonly details: InputErrorDetails
  /** Field of the cell on the page; the question itself for the whole. */
  readonly field?: string
}

export interface TableReading {
  readonly rows: readonly AnswerRow[]
  readonly faults: readonly TableFault[]
}

const MOST_IN_CELL = 200
/** Lines of a table whose question sets no limit. */
export const USUAL_ROWS = 30

/** Field of a cell: the question, the line from 0, the column. */
export function cellField(question: string, row: number, column: string): string {
  return `${question}.${row}.${column}`
}

/** Reads a table that is not empty. */
export function readTable(question: Question, answer: Answer, lists: EditionLists): TableReading {
  if (question.kind === 'likert') return readLikert(question, rowsOf(answer))
  const rows = rowsOf(answer)
  const schema = question.kind === 'people' ? personSchema(question) : budgetSchema(question, lists.currency)
  const read = rows.map((row, place) => readRow(question, schema, row, place, lists))
  return { rows: read.map(({ row }) => row), faults: [...countFaults(question, rows.length), ...read.flatMap(({ faults }) => faults)] }
}

type Schema = z.ZodObject<Record<string, Field<unknown>>>

function personSchema(question: Question): Schema {
  const columns = question.columns ?? []
  return z.object({
    name: line({ max: MOST_IN_CELL }),
    ...(columns.includes('birth_date') ? { birth_date: date() } : {}),
    ...(columns.includes('gender') ? { gender: choice(['woman', 'man'], { required: false }) } : {}),
    ...(columns.includes('role') ? { role: line({ max: MOST_IN_CELL }) } : {}),
  }) as Schema
}

function budgetSchema(question: Question, currency: string): Schema {
  const codes = (options: Question['options']) => (options ?? []).map((option) => option.code)
  return z.object({
    label: line({ max: MOST_IN_CELL }),
    ...(question.categories === undefined ? {} : { category: choice(codes(question.categories)) }),
    ...(question.sources === undefined ? {} : { source: choice(codes(question.sources)) }),
    amount: money({ currency }),
  }) as Schema
}

function readRow(
  question: Question,
  schema: Schema,
  row: AnswerRow,
  place: number,
  { ageOn: on }: EditionLists,
): { row: AnswerRow; faults: TableFault[] } {
  const parsed = parse(schema, row)
  if (!parsed.ok) {
    return { row, faults: parsed.errors.map(({ field, code, details }) => ({ field: cellField(question.code, place, field), code, details })) }
  }
  const read = Object.fromEntries(
    Object.entries(parsed.value).flatMap(([column, value]) => (value === null || value === '' ? [] : [[column, String(value)] as const])),
  )
  const odd = question.kind === 'people' && !isNameText(read.name ?? '')
  const name = odd ? [{ field: cellField(question.code, place, 'name'), code: 'odd-in-name', details: {} }] : []
  return { row: read, faults: [...name, ...ageFaults(question, read, place, on)] }
}

/** Ages are counted on the day the call says. */
function ageFaults(question: Question, row: AnswerRow, place: number, on: string): TableFault[] {
  if (question.ages === undefined || row.birth_date === undefined) return []
  const age = ageOn(row.birth_date, on)
  const { min, max } = question.ages
  if (age >= min && age <= max) return []
  return [{ field: cellField(question.code, place, 'birth_date'), code: 'age-outside', details: { age: Math.max(age, 0), min, max } }]
}

function countFaults({ minRows = 0, maxRows = USUAL_ROWS }: Question, count: number): TableFault[] {
  if (count < minRows) return [{ code: 'too-few-rows', details: { min: minRows, count } }]
  return count > maxRows ? [{ code: 'too-many-rows', details: { max: maxRows, count } }] : []
}

/** Every statement is answered, each with one of the steps. */
function readLikert(question: Question, rows: readonly AnswerRow[]): TableReading {
  const steps = (question.options ?? []).map((option) => option.code)
  const read = (question.statements ?? []).map(({ code }) => ({ statement: code, answer: rows.find((row) => row.statement === code)?.answer ?? '' }))
  const missing = question.required ? read.filter(({ answer }) => answer === '') : []
  const wrong = read.filter(({ answer }) => answer !== '' && !steps.includes(answer))
  return {
    rows: read.filter(({ answer }) => answer !== ''),
    faults: [
      ...missing.map(({ statement }) => ({ field: `${question.code}.${statement}`, code: 'required', details: {} })),
      ...wrong.map(({ statement }) => ({ field: `${question.code}.${statement}`, code: 'choice', details: {} })),
    ],
  }
}
