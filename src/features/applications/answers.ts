/**
 * Answers, from what was typed to what is kept. A draft holds them as typed, only made plain (`tidyAnswer`); a submission
 * holds them as they were read (`readAnswer`): dates 2003-05-17, amounts 12000.00, phones +212…, codes of lists.
 */
import {
  type Answer,
  type Answers,
  type FormDefinition,
  isAnswered,
  isRequired,
  type Question,
  questionsAsked,
  type Section,
} from '../../domain/form.ts'
import { checkCin } from '../../domain/identifier.ts'
import { provinceOf } from '../../domain/territory.ts'
import { cleanLine, cleanText } from '../../platform/input/clean.ts'
import { readDate } from '../../platform/input/date.ts'
import { type InputErrorDetails, read } from '../../platform/input/form.ts'
import { readField } from './answer-fields.ts'
import type { EditionLists } from './views.ts'

/** Characters of one answer a draft keeps, whatever the question allows: what is longer is shown again, and not kept. */
export const MOST_KEPT = 20_000
const MOST_CHOICES = 60

/** What a page sends for one question: a text, several (boxes of one name), or the three boxes of a date. */
export type Typed = string | readonly string[] | { readonly day: string; readonly month: string; readonly year: string } | undefined

/** What was typed, made plain: well-formed, nothing invisible, no text where a list belongs. The same text tidied twice is the same. */
export function tidyAnswer(question: Question, typed: Typed): Answer {
  if (question.kind === 'choices') return tidyList(typed)
  if (question.kind === 'date') return tidyDate(typed)
  const last = typeof typed === 'string' ? typed : Array.isArray(typed) ? (typed.at(-1) ?? '') : ''
  return question.kind === 'text' ? cleanText(last) : cleanLine(last)
}

function tidyList(typed: Typed): Answer {
  const list = typeof typed === 'string' ? [typed] : Array.isArray(typed) ? typed : []
  return [...new Set(list.map(cleanLine).filter((one) => one !== ''))].slice(0, MOST_CHOICES)
}

/** A day that can be read is kept as one; else the three boxes as they stand, so that none of them is lost. */
function tidyDate(typed: Typed): Answer {
  if (typeof typed === 'string' || typed === undefined || Array.isArray(typed)) {
    const line = cleanLine(typeof typed === 'string' ? typed : (typed?.at(-1) ?? ''))
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

/** An answer that cannot stand. `code` is one of platform/input (worded `error.<code>`), or one of ours (`fault.<code>`). */
interface Unread {
  readonly ok: false
  readonly code: string
  readonly details: InputErrorDetails
}
type AnswerReading = { readonly ok: true; readonly value: Answer } | Unread

/** Why the answer to a question cannot stand. */
export interface AnswerFault {
  readonly question: string
  readonly code: string
  readonly details: InputErrorDetails
}

/**
 * Reads one answer. An empty one is read as it is: whether it is required is asked by the form. A province must lie in
 * the region chosen, when one is.
 */
export function readAnswer(question: Question, answer: Answer | undefined, answers: Answers, lists: EditionLists): AnswerReading {
  if (question.kind === 'consent') return read(answer === 'yes' ? 'yes' : 'no')
  if (!isAnswered(answer)) return read('')
  if (question.kind === 'province') return readProvince(answer as Answer, answers, lists)
  if (question.kind === 'cin') return readCin(answer as Answer)
  return readField(question, answer as Answer, lists)
}

function readProvince(answer: Answer, answers: Answers, lists: EditionLists): AnswerReading {
  const province = typeof answer === 'string' ? provinceOf(answer) : undefined
  if (province === undefined) return { ok: false, code: 'choice', details: {} }
  const chosen = lists.regions.find((one) => one.code === answers.region)?.iso ?? answers.region
  const elsewhere = typeof chosen === 'string' && chosen !== '' && chosen !== province.region
  return elsewhere ? { ok: false, code: 'province-elsewhere', details: {} } : read(province.iso)
}

function readCin(answer: Answer): AnswerReading {
  const cin = checkCin(String(answer))
  return cin.ok ? read(cin.value.value) : { ok: false, code: 'cin', details: {} }
}

export interface ReadAnswers {
  /** Canonical answers to the questions asked; those left empty are left out, a consent not given is 'no'. */
  readonly answers: Answers
  readonly faults: readonly AnswerFault[]
}

/** Reads the whole draft. Missing answers are no fault here: `missingAnswers` of the form names them. */
export function readAnswers(form: FormDefinition, answers: Answers, lists: EditionLists): ReadAnswers {
  const canonical: Record<string, Answer> = {}
  const faults: AnswerFault[] = []
  for (const section of form.sections) {
    for (const question of questionsAsked(section, answers)) {
      const reading = readAnswer(question, answers[question.code], answers, lists)
      if (!reading.ok) faults.push(faultOf(question, reading))
      else if (isAnswered(reading.value)) canonical[question.code] = reading.value
    }
  }
  return { answers: canonical, faults }
}

/** What stands against a section being complete: answers that cannot be read, and required ones that are not there. */
export function sectionFaults(section: Section, answers: Answers, lists: EditionLists): AnswerFault[] {
  return questionsAsked(section, answers).flatMap((question) => {
    const answer = answers[question.code]
    if (question.kind === 'consent')
      return isRequired(question, answers) && answer !== 'yes' ? [{ question: question.code, code: 'consent', details: {} }] : []
    if (!isAnswered(answer)) return isRequired(question, answers) ? [{ question: question.code, code: 'required', details: {} }] : []
    const reading = readAnswer(question, answer, answers, lists)
    return reading.ok ? [] : [faultOf(question, reading)]
  })
}

function faultOf(question: Question, { code, details }: Unread): AnswerFault {
  return { question: question.code, code, details }
}

/** Answers that look odd and may yet be right: said beside the field, in nobody's way. */
export function sectionWarnings(section: Section, answers: Answers): AnswerFault[] {
  return questionsAsked(section, answers)
    .filter((question) => question.kind === 'cin' && isDoubtfulCin(answers[question.code]))
    .map((question) => ({ question: question.code, code: 'cin-doubtful', details: {} }))
}

function isDoubtfulCin(answer: Answer | undefined): boolean {
  const cin = checkCin(typeof answer === 'string' ? answer : '')
  return cin.ok && cin.value.doubtful
}
