/** A form as expressions see it: which names there are, and what they hold for given answers. */
import { ageOn, isDate } from './date.ts'
import { decimalOf, decimalText, wholeDecimal } from './expression/decimal.ts'
import type { Kind, Names, SingleKind } from './expression/expression.ts'
import type { SingleValue, Value, Values } from './expression/value.ts'
import { type Answer, type Answers, codesIn, type FormDefinition, isAnswered, type Question, rowsOf } from './form.ts'

/** Codes that questions of some kinds draw from the edition. */
export interface FormCodes {
  readonly regions: readonly string[]
  readonly provinces: readonly string[]
  readonly sectors: readonly string[]
  readonly applicantKinds: readonly string[]
  readonly strands: readonly string[]
}

/** What is known besides the answers. */
export interface FormFacts {
  /** Day on which ages are counted. */
  readonly ageOn: string
}

/** Names of what is known besides the answers. */
const FACTS: Names = { 'call.age_on': { is: 'day' } }
export const FACT_NAMES: readonly string[] = Object.keys(FACTS)

/** Option codes may hold hyphens and capitals, names may not. */
export function nameOfCode(code: string): string {
  return code.toLowerCase().replaceAll('-', '_')
}

/** The question a name belongs to: what stands before the point. */
export function questionOfName(name: string): string {
  return name.split('.')[0] as string
}

const codes = (options: Question['options']): string[] => (options ?? []).map((option) => option.code)

/** Every name an expression may read over this form. */
export function formNames(form: FormDefinition, known: FormCodes): Names {
  const names: Record<string, Kind> = { ...FACTS }
  for (const section of form.sections) for (const question of section.questions) Object.assign(names, namesOf(question, known))
  return names
}

function namesOf(question: Question, known: FormCodes): Names {
  switch (question.kind) {
    case 'people':
      return { [question.code]: { is: 'rows', columns: peopleColumns(question) } }
    case 'budget':
      return { [question.code]: { is: 'rows', columns: budgetColumns(question) }, ...totalNames(question) }
    case 'likert':
      return Object.fromEntries(
        codes(question.statements).map((code) => [`${question.code}.${nameOfCode(code)}`, { is: 'code', of: codes(question.options) }]),
      )
    default:
      return { [question.code]: kindOf(question, known) }
  }
}

function kindOf(question: Question, known: FormCodes): Kind {
  switch (question.kind) {
    case 'integer':
    case 'number':
    case 'money':
      return { is: 'number' }
    case 'date':
      return { is: 'day' }
    case 'yes-no':
    case 'consent':
      return { is: 'truth' }
    case 'choice':
      return { is: 'code', of: codes(question.options) }
    case 'choices':
      return { is: 'codes', of: codes(question.options) }
    case 'file':
      return { is: 'codes', of: [] }
    case 'region':
      return { is: 'code', of: known.regions }
    case 'province':
      return { is: 'code', of: known.provinces }
    case 'sector':
      return { is: 'code', of: known.sectors }
    case 'applicant-kind':
      return { is: 'code', of: known.applicantKinds }
    case 'strand':
      return { is: 'code', of: known.strands }
    default:
      return { is: 'text' }
  }
}

function peopleColumns(question: Question): Record<string, SingleKind> {
  const asked = question.columns ?? []
  return {
    name: { is: 'text' },
    ...(asked.includes('birth_date') ? { birth_date: { is: 'day' as const }, age: { is: 'number' as const } } : {}),
    ...(asked.includes('gender') ? { gender: { is: 'code' as const, of: ['woman', 'man'] } } : {}),
    ...(asked.includes('role') ? { role: { is: 'text' as const } } : {}),
  }
}

function budgetColumns(question: Question): Record<string, SingleKind> {
  return {
    label: { is: 'text' },
    amount: { is: 'number' },
    category: { is: 'code', of: codes(question.categories) },
    source: { is: 'code', of: codes(question.sources) },
  }
}

/** `budget.total`, `budget.in_equipment`, `budget.from_own`. */
function totalNames(question: Question): Names {
  const number: Kind = { is: 'number' }
  return Object.fromEntries([
    [`${question.code}.total`, number],
    ...codes(question.categories).map((code) => [`${question.code}.in_${nameOfCode(code)}`, number]),
    ...codes(question.sources).map((code) => [`${question.code}.from_${nameOfCode(code)}`, number]),
  ])
}

/** What the names hold. An answer that is not in its canonical form is unknown, as one that is not there. */
export function formValues(form: FormDefinition, answers: Answers, facts: FormFacts): Values {
  const values: Record<string, Value> = { 'call.age_on': facts.ageOn }
  for (const section of form.sections)
    for (const question of section.questions) Object.assign(values, valuesOf(question, answers[question.code], facts))
  return values
}

/** What the names of one question hold. */
export function valuesOf(question: Question, answer: Answer | undefined, facts: FormFacts): Values {
  if (!isAnswered(answer)) return {}
  switch (question.kind) {
    case 'people':
      return { [question.code]: rowsOf(answer).map((row) => personValues(row, facts)) }
    case 'budget':
      return budgetValues(question, answer)
    case 'likert':
      return Object.fromEntries(rowsOf(answer).map((row) => [`${question.code}.${nameOfCode(row.statement ?? '')}`, row.answer ?? null]))
    case 'choices':
    case 'file':
      return { [question.code]: codesIn(answer) }
    default:
      return { [question.code]: typeof answer === 'string' ? single(question, answer) : null }
  }
}

function single({ kind }: Question, answer: string): SingleValue {
  if (kind === 'integer' || kind === 'number' || kind === 'money') return decimalOf(answer)
  if (kind === 'date') return isDate(answer) ? answer : null
  if (kind === 'yes-no' || kind === 'consent') return answer === 'yes' ? true : answer === 'no' ? false : null
  return answer
}

function personValues(row: Readonly<Record<string, string>>, { ageOn: on }: FormFacts): Record<string, SingleValue> {
  const born = isDate(row.birth_date ?? '') ? (row.birth_date as string) : null
  return {
    name: row.name ?? null,
    birth_date: born,
    age: born === null || !isDate(on) ? null : wholeDecimal(ageOn(born, on)),
    gender: row.gender === undefined || row.gender === '' ? null : row.gender,
    role: row.role ?? null,
  }
}

function budgetValues(question: Question, answer: Answer | undefined): Values {
  const rows = rowsOf(answer).map((row) => ({
    label: row.label ?? null,
    amount: decimalOf(row.amount ?? ''),
    category: row.category || null,
    source: row.source || null,
  }))
  const sum = (of: (row: (typeof rows)[number]) => boolean): bigint => rows.reduce((total, row) => (of(row) ? total + (row.amount ?? 0n) : total), 0n)
  return {
    [question.code]: rows,
    [`${question.code}.total`]: sum(() => true),
    ...Object.fromEntries(codes(question.categories).map((code) => [`${question.code}.in_${nameOfCode(code)}`, sum((row) => row.category === code)])),
    ...Object.fromEntries(codes(question.sources).map((code) => [`${question.code}.from_${nameOfCode(code)}`, sum((row) => row.source === code)])),
  }
}

/** What the lines of a budget that can be read add up to, as decimals: whole, and by category and by source where there is any. */
export interface BudgetTotals {
  readonly total: string
  readonly byCategory: Readonly<Record<string, string>>
  readonly bySource: Readonly<Record<string, string>>
}

export function budgetTotals(question: Question, answer: Answer | undefined): BudgetTotals {
  const values = budgetValues(question, answer)
  const read = (name: string): string => decimalText((values[`${question.code}.${name}`] ?? 0n) as bigint)
  const parts = (options: Question['options'], prefix: string) =>
    Object.fromEntries(
      codes(options)
        .map((code) => [code, read(`${prefix}_${nameOfCode(code)}`)] as const)
        .filter(([, sum]) => sum !== '0'),
    )
  return { total: read('total'), byCategory: parts(question.categories, 'in'), bySource: parts(question.sources, 'from') }
}
