/** Several questions at once, from the rows of a table: their texts, their kind, and what is asked of most of them. */
import type { FormErrors } from '../../../design/form/field.tsx'
import { type EditionDocument, NO_TEXT, valueAt } from '../../../domain/edition-document.ts'
import { QUESTION_KINDS, type Question, type QuestionKind } from '../../../domain/form.ts'
import { inLanguage, LANGUAGES, type Language, type Trilingual } from '../../../domain/language.ts'
import { proposedCode } from './code.ts'
import type { FieldSpec } from './field.ts'
import { codeFault } from './open-item.ts'
import { addTable, rowsName } from './pasted-rows.ts'
import type { Around, List } from './parts.ts'
import { questionBlocks, questionTexts, tidied, written } from './question-parts.ts'
import { words } from './words/index.ts'

/** What "at most" bounds, by the kind of answer; the others have no such bound. */
const AT_MOST: Readonly<Partial<Record<QuestionKind, string>>> = {
  line: 'maxLength',
  text: 'maxWords',
  integer: 'max',
  number: 'max',
  money: 'max',
  choices: 'max',
  people: 'maxRows',
  budget: 'maxRows',
  file: 'maxFiles',
}

interface Row {
  readonly label: Trilingual
  readonly hint: Trilingual
  readonly kind: string
  readonly code: string
  readonly required: boolean
  readonly identity: boolean
  readonly most: number | null
}

/** The table as a list of its own: it stands nowhere in the document before its questions are made. */
export const QUESTION_TABLE: List = { kind: 'list', at: ['table'], name: 'table', most: 60, title: ['none'], fields: rowFields }

function rowFields({ language }: Around): readonly FieldSpec[] {
  const t = words(language)
  return [
    ...questionTexts(),
    { at: ['kind'], label: 'question.kind', kind: 'one', options: QUESTION_KINDS.map((value) => ({ value, name: t(`kind.${value}`) })) },
    { at: ['code'], label: 'question.code', kind: 'line', max: 40, form: 'code' },
    { at: ['required'], label: 'question.required', kind: 'flag' },
    { at: ['identity'], label: 'question.identity', kind: 'flag' },
    { at: ['most'], label: 'question.max', kind: 'integer', min: 0, max: 1_000_000_000 },
  ]
}

export interface QuestionsRead {
  readonly questions: readonly Question[]
  /** Why there are none, each sentence naming its line. */
  readonly errors: FormErrors
}

/** The questions of the table: all of them, or none where one cannot be made. */
export function readQuestions(document: EditionDocument, section: string, text: string, language: Language): QuestionsRead {
  const t = words(language)
  const read = addTable(QUESTION_TABLE, { ...document, table: [] } as EditionDocument, text, language)
  if (read.errors.length > 0) return { questions: [], errors: read.errors }
  const taken = document.form.sections.flatMap((one) => one.questions.map(({ code }) => code))
  const field = rowsName(QUESTION_TABLE)
  const errors: { field: string; message: string }[] = []
  const questions: Question[] = []
  for (const [place, row] of (valueAt(read.document, QUESTION_TABLE.at) as readonly Row[]).entries()) {
    const code = row.code === '' ? proposedCode(row.label, taken, '_') : row.code.toLowerCase().replaceAll('-', '_')
    const fault = faultOf({ ...row, code }, document, taken, language)
    if (fault !== null) errors.push({ field, message: t('rows.line', { line: place + 1, fault }) })
    taken.push(code)
    questions.push(questionOf({ ...row, code }, section, { document, language }))
  }
  return errors.length > 0 ? { questions: [], errors } : { questions, errors: [] }
}

function faultOf(row: Row, document: EditionDocument, taken: readonly string[], language: Language): string | null {
  const t = words(language)
  // Which language it lacks is told by the draft, as for every text; without any there is no question.
  if (LANGUAGES.every((one) => row.label[one] === '')) return t('form.text-empty')
  const value = { label: row.label, code: row.code }
  const fault = codeFault(document, { is: 'question', code: null, steps: null, value, path: '' }, language)
  if (fault !== null) return t(fault.message)
  if (taken.includes(row.code)) return t('form.code-taken')
  if (row.most !== null && AT_MOST[kindOf(row)] === undefined) return t('rows.no-most', { kind: t(`kind.${kindOf(row)}`) })
  return null
}

/** Left empty: one line of text, as for a question that is begun by hand. */
function kindOf({ kind }: Row): QuestionKind {
  return QUESTION_KINDS.find((one) => one === kind) ?? 'line'
}

function questionOf(row: Row, section: string, around: Around): Question {
  const kind = kindOf(row)
  const bound = AT_MOST[kind]
  const begun = written({ code: row.code, kind, label: row.label, required: row.required }, section)
  const whole = { ...begun, hint: row.hint ?? NO_TEXT, identity: row.identity, ...(bound === undefined ? {} : { [bound]: row.most }) }
  return tidied(whole, questionBlocks(kind), around)
}

/** The kinds of answer as a table may name them, in the words of its reader. */
export function kindNames(language: Language): string {
  const t = words(language)
  return QUESTION_KINDS.map((kind) => t(`kind.${kind}`)).join(' · ')
}

/** What the section is called. */
export function sectionName(document: EditionDocument, code: string, language: Language): string | null {
  const section = document.form.sections.find((one) => one.code === code)
  return section === undefined ? null : inLanguage(section.title, language).text || section.code
}
