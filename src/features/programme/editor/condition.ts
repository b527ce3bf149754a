/** Conditions as a person builds them: rows of a question, a relation and a value, all of which must hold, or any of them. */
import { codesOf } from '../../../domain/edition-coherence.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { EditionFile } from '../../../domain/edition.ts'
import type { Comparison, Expression, Kind, Names } from '../../../domain/expression/expression.ts'
import { readExpression } from '../../../domain/expression/parse.ts'
import type { Question } from '../../../domain/form.ts'
import { formNames, nameOfCode, questionOfName } from '../../../domain/form-values.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { PROVINCES, REGIONS } from '../../../domain/territory.ts'
import type { Called } from './explain.ts'
import type { FieldOption } from './field.ts'
import { words } from './words/index.ts'

export const RELATIONS = ['=', '!=', '>', '>=', '<', '<=', 'has', 'has-not', 'answered', 'unanswered'] as const
export type Relation = (typeof RELATIONS)[number]

export interface ConditionRow {
  readonly name: string
  readonly relation: Relation
  /** As written in the expression, without its quotes. */
  readonly value: string
}

export interface Condition {
  readonly joined: 'and' | 'or'
  readonly rows: readonly ConditionRow[]
}

/** The rows of an expression; null for one that says more than rows can show, or cannot be read. */
export function conditionRows(source: string): Condition | null {
  if (source.trim() === '') return { joined: 'and', rows: [] }
  const reading = readExpression(source)
  if (!reading.ok) return null
  const { expression } = reading
  const joined = expression.node === 'or' ? 'or' : 'and'
  const parts = expression.node === 'or' || expression.node === 'and' ? expression.all : [expression]
  const rows = parts.map(rowOf)
  return rows.some((row) => row === null) ? null : { joined, rows: rows as ConditionRow[] }
}

function rowOf(expression: Expression): ConditionRow | null {
  if (expression.node === 'not') return negated(expression.of)
  if (expression.node === 'name') return { name: expression.name, relation: '=', value: 'yes' }
  if (expression.node === 'call') return answeredRow(expression, 'answered')
  if (expression.node === 'within') return hasRow(expression, 'has')
  if (expression.node !== 'compare' || expression.left.node !== 'name') return null
  const value = literal(expression.right)
  return value === null ? null : { name: expression.left.name, relation: expression.by, value }
}

function negated(expression: Expression): ConditionRow | null {
  if (expression.node === 'name') return { name: expression.name, relation: '=', value: 'no' }
  if (expression.node === 'call') return answeredRow(expression, 'unanswered')
  return expression.node === 'within' ? hasRow(expression, 'has-not') : null
}

function answeredRow(call: Extract<Expression, { node: 'call' }>, relation: 'answered' | 'unanswered'): ConditionRow | null {
  const [of] = call.with
  return call.name === 'answered' && of?.node === 'name' ? { name: of.name, relation, value: '' } : null
}

/** "code" in name: one of several choices. */
function hasRow({ left, right }: Extract<Expression, { node: 'within' }>, relation: 'has' | 'has-not'): ConditionRow | null {
  return left.node === 'text' && right.node === 'name' ? { name: right.name, relation, value: left.text } : null
}

function literal(expression: Expression): string | null {
  switch (expression.node) {
    case 'number':
    case 'text':
    case 'day':
      return expression.text
    case 'truth':
      return expression.value ? 'yes' : 'no'
    default:
      return null
  }
}

/** The expression that rows say; rows without a name are not there. */
export function conditionText({ joined, rows }: Condition, names: Names): string {
  return rows
    .filter(({ name }) => name !== '')
    .map((row) => rowText(row, Object.hasOwn(names, row.name) ? names[row.name] : undefined))
    .join(` ${joined} `)
}

function rowText({ name, relation, value }: ConditionRow, kind: Kind | undefined): string {
  switch (relation) {
    case 'answered':
      return `answered(${name})`
    case 'unanswered':
      return `not answered(${name})`
    case 'has':
      return `${quoted(value)} in ${name}`
    case 'has-not':
      return `${quoted(value)} not in ${name}`
    default:
      return `${name} ${relation} ${kind === undefined || kind.is === 'code' || kind.is === 'text' ? quoted(value) : value === '' ? '""' : value}`
  }
}

function quoted(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`
}

/** Relations that make sense for a name of this kind. */
export function relationsOf(kind: Kind | undefined): readonly Relation[] {
  const always = ['answered', 'unanswered'] as const
  switch (kind?.is) {
    case 'number':
    case 'day':
      return ['=', '!=', '>', '>=', '<', '<=', ...always] satisfies readonly (Comparison | 'answered' | 'unanswered')[]
    case 'codes':
      return ['has', 'has-not', ...always]
    case 'rows':
      return always
    default:
      return ['=', '!=', ...always]
  }
}

/** Everything a condition may read over this form, and what it is called. */
export function calledIn(document: EditionDocument, language: Language): Called {
  const names = formNames(document.form, codesOf(document as EditionFile))
  const questions = document.form.sections.flatMap((section) => section.questions)
  const questionNamed = (name: string): Question | undefined => questions.find(({ code }) => code === questionOfName(name))
  const says = (text: Trilingual, code: string): string => inLanguage(text, language).text || code
  const t = words(language)
  return {
    names,
    nameOf: (name) => {
      if (name === 'call.age_on') return t('name.age-on')
      const question = questionNamed(name)
      const column = name.split('.')[1]
      const label = question === undefined ? name : says(question.label, question.code)
      return column === undefined ? label : `${label} (${columnName(question, column, language)})`
    },
    codeOf: (name, code) => answerOptions(questionNamed(name), document, language).find(({ value }) => value === code)?.name ?? code,
  }
}

/** A column of a table, a total of a budget, a line of a scale. */
function columnName(question: Question | undefined, column: string, language: Language): string {
  const t = words(language)
  const key = `column.${column}`
  if (t.has(key)) return t.any(key)
  const options = [...(question?.statements ?? []), ...(question?.categories ?? []), ...(question?.sources ?? [])]
  const found = options.find(({ code }) => [nameOfCode(code), `in_${nameOfCode(code)}`, `from_${nameOfCode(code)}`].includes(column))
  return found === undefined ? column : inLanguage(found.name, language).text || column
}

/** What one may answer to a question that is chosen, not typed. */
export function answerOptions(question: Question | undefined, document: EditionDocument, language: Language): readonly FieldOption[] {
  const named = (list: readonly { readonly code: string; readonly name: Trilingual }[]): FieldOption[] =>
    list.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text || code }))
  const places = (list: typeof REGIONS | typeof PROVINCES): FieldOption[] => list.map(({ iso, name }) => ({ value: iso, name: name[language] }))
  switch (question?.kind) {
    case 'yes-no':
    case 'consent':
      return (['yes', 'no'] as const).map((value) => ({ value, name: words(language)(`answer.${value}`) }))
    case 'region':
      // As the applicant's form offers them: a region of the edition stands under its code, any other under that of the country.
      return [...named(document.regions), ...places(REGIONS.filter(({ iso }) => !document.regions.some((region) => region.iso === iso)))]
    case 'province':
      return places(PROVINCES)
    case 'sector':
      return named(document.sectors)
    case 'applicant-kind':
      return named(document.applicantKinds)
    case 'strand':
      return named(document.strands ?? [])
    default:
      return named(question?.options ?? [])
  }
}
