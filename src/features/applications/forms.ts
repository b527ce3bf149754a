/** Reading what the pages of an application send. */
import { type Answer, type AnswerRow, isTable, type Question } from '../../domain/form.ts'
import { isId, newId } from '../../platform/database/id.ts'
import { type Body, consent, parse, text } from '../../platform/input/form.ts'
import { z } from 'zod'
import { MOST_ROWS, tidyAnswer, type Typed } from './tidy-answer.ts'

/** Names of the fields a page carries along; a dot keeps them apart from the codes of questions. */
export const PAGE_FIELD = 'draft.page'
export const TURN_FIELD = 'draft.turn'
export const FROM_FIELD = 'draft.from'
/** Which button was pressed: 'next' or 'list'. */
export const GO_FIELD = 'draft.go'
/** Rules that the page already told are not met: saved again all the same, one goes on. */
export const TOLD_FIELD = 'draft.told'
export const markField = (question: string) => `known.${question}`

export interface SentAnswers {
  /** Tidied, for every question the page held. */
  readonly answers: Record<string, Answer>
  readonly known: Record<string, string>
  /** Which opened page this came from; a new one for a page that does not say. */
  readonly page: string
  /** How many times that page has sent before. */
  readonly turn: number
}

const MARK = /^[0-9a-f]{16}$/

/** The answers to these questions that a body holds. A question was on the page if its mark or any of its fields came. */
export function readAnswersSent(questions: readonly Question[], body: Body): SentAnswers {
  const answers: Record<string, Answer> = {}
  const known: Record<string, string> = {}
  for (const question of questions) {
    // Files come and go by themselves; a page that lists them does not send them.
    if (question.kind === 'file') continue
    const mark = last(body[markField(question.code)])
    const typed = typedIn(question, body)
    if (typed === undefined && mark === undefined) continue
    answers[question.code] = tidyAnswer(question, typed)
    if (mark !== undefined && MARK.test(mark)) known[question.code] = mark
  }
  const page = last(body[PAGE_FIELD]) ?? ''
  const turn = last(body[TURN_FIELD]) ?? ''
  return { answers, known, page: isId(page) ? page.toLowerCase() : newId(), turn: /^\d{1,6}$/.test(turn) ? Number(turn) : 0 }
}

/** The questions a page had, by their marks. */
export function questionsNamed(body: Body): string[] {
  return Object.keys(body).flatMap((name) => (name.startsWith('known.') ? [name.slice('known.'.length)] : []))
}

function typedIn(question: Question, body: Body): Typed {
  if (question.kind === 'likert') return statementsIn(question, body)
  if (isTable(question)) return rowsIn(question, body)
  if (question.kind !== 'date') return body[question.code]
  const boxes = (['day', 'month', 'year'] as const).map((box) => last(body[`${question.code}.${box}`]))
  if (boxes.every((box) => box === undefined)) return body[question.code]
  return { day: boxes[0] ?? '', month: boxes[1] ?? '', year: boxes[2] ?? '' }
}

function statementsIn({ code, statements = [] }: Question, body: Body): readonly AnswerRow[] | undefined {
  const rows = statements.flatMap(({ code: statement }) => {
    const answer = last(body[`${code}.${statement}`])
    return answer === undefined ? [] : [{ statement, answer }]
  })
  return rows.length === 0 ? undefined : rows
}

/** Lines by their fields, `question.0.column`; a line keeps its place only until it is saved. */
function rowsIn({ code }: Question, body: Body): readonly AnswerRow[] | undefined {
  const rows: Record<string, string>[] = []
  let found = false
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith(`${code}.`)) continue
    const [, place, column] = /^(\d{1,3})\.([a-z_]{1,40})$/.exec(name.slice(code.length + 1)) ?? []
    if (place === undefined || column === undefined || Number(place) >= MOST_ROWS) continue
    found = true
    const row = (rows[Number(place)] ??= {})
    row[column] = last(value) ?? ''
  }
  return found ? rows.filter((row) => row !== undefined) : undefined
}

function last(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.at(-1)
}

/** What the declaration is made of: both boxes. */
const declaration = z.object({ 'declaration.true': consent(), 'declaration.rules': consent() })

/** Which boxes of the declaration are ticked, and which are missing. */
export function readDeclaration(body: Body): {
  declared: boolean
  given: Readonly<Record<'declaration.true' | 'declaration.rules', boolean>>
  missing: readonly string[]
} {
  const parsed = parse(declaration, body)
  const missing = parsed.ok ? [] : parsed.errors.map((error) => error.field)
  return {
    declared: parsed.ok,
    given: { 'declaration.true': !missing.includes('declaration.true'), 'declaration.rules': !missing.includes('declaration.rules') },
    missing,
  }
}

/** Characters of the reason for a withdrawal. */
export const MOST_REASON = 1000
export const withdrawalForm = z.object({ reason: text({ max: MOST_REASON, required: false }) })

const CHOICE = /^keep\.(.+)$/

/** Which version is kept of each question: `keep.<question>`, with the mark of the current answer. */
export function readChoices(body: Body): Record<string, { keep: string; known: string }> {
  const choices: Record<string, { keep: string; known: string }> = {}
  for (const [name, value] of Object.entries(body)) {
    const question = CHOICE.exec(name)?.[1]
    const keep = last(value)
    if (question === undefined || keep === undefined) continue
    choices[question] = { keep, known: last(body[markField(question)]) ?? '' }
  }
  return choices
}
