/** What was typed, made plain for a draft: well-formed, nothing invisible, of the shape of its question. Nothing typed is lost by it. */
import { type Answer, type AnswerRow, isTable, type Question } from '../../domain/form.ts'
import { cleanLine, cleanText } from '../../platform/input/clean.ts'
import { readDate } from '../../platform/input/date.ts'

/** Characters of one answer a draft keeps, whatever the question allows: what is longer is shown again, and not kept. */
export const MOST_KEPT = 20_000
const MOST_CHOICES = 60
/** Lines of a table a page may send; the question itself allows fewer. */
export const MOST_ROWS = 60

/** What a page sends for one question: a text, several (boxes of one name), the three boxes of a date, or the lines of a table. */
export type Typed =
  | string
  | readonly string[]
  | readonly AnswerRow[]
  | { readonly day: string; readonly month: string; readonly year: string }
  | undefined

/** The same text tidied twice is the same. */
export function tidyAnswer(question: Question, typed: Typed): Answer {
  if (question.kind === 'choices' || question.kind === 'file') return tidyList(typed)
  if (question.kind === 'date') return tidyDate(typed)
  if (isTable(question)) return tidyRows(typed)
  const last = typeof typed === 'string' ? typed : Array.isArray(typed) ? (texts(typed).at(-1) ?? '') : ''
  return question.kind === 'text' ? cleanText(last) : cleanLine(last)
}

function texts(typed: Typed): string[] {
  return Array.isArray(typed) ? (typed as readonly unknown[]).filter((one): one is string => typeof one === 'string') : []
}

function tidyList(typed: Typed): Answer {
  const list = typeof typed === 'string' ? [typed] : texts(typed)
  return [...new Set(list.map(cleanLine).filter((one) => one !== ''))].slice(0, MOST_CHOICES)
}

/** Cells left empty are left out, and lines in which nothing stands. */
function tidyRows(typed: Typed): Answer {
  const rows = Array.isArray(typed) ? (typed as readonly unknown[]).filter((one): one is AnswerRow => typeof one === 'object' && one !== null) : []
  return rows
    .slice(0, MOST_ROWS)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .map(([column, cell]) => [column, cleanLine(cell)] as const)
          .filter(([, cell]) => cell !== ''),
      ),
    )
    .filter((row) => Object.keys(row).length > 0)
}

/** A day that can be read is kept as one; else the three boxes as they stand, so that none of them is lost. */
function tidyDate(typed: Typed): Answer {
  if (typeof typed === 'string' || typed === undefined || Array.isArray(typed)) {
    const line = cleanLine(typeof typed === 'string' ? typed : (texts(typed).at(-1) ?? ''))
    const reading = readDate(line)
    return reading.ok ? reading.value : line
  }
  const boxes = typed as { readonly day: string; readonly month: string; readonly year: string }
  const reading = readDate(boxes)
  if (reading.ok) return reading.value
  const parts = [boxes.day, boxes.month, boxes.year].map((box) => cleanLine(box).replaceAll('/', ' ').trim())
  return parts.every((part) => part === '') ? '' : parts.join('/')
}

/** The boxes of a date as a draft holds it. */
export function dateBoxes(answer: Answer | undefined): { day: string; month: string; year: string } {
  if (typeof answer !== 'string' || answer === '') return { day: '', month: '', year: '' }
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(answer) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) return { day: String(Number(day)), month: String(Number(month)), year }
  const parts = answer.split('/')
  return parts.length === 3 ? { day: parts[0] as string, month: parts[1] as string, year: parts[2] as string } : { day: '', month: '', year: answer }
}
