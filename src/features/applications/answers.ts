/**
 * Answers, from what a draft holds to what is kept of a submission: dates 2003-05-17, amounts 12000.00, phones +212…,
 * codes of lists. A draft holds them as typed, only made plain (tidy-answer.ts).
 */
import { type Answer, type Answers, type FormDefinition, isAnswered, isRequired, isTable, type Question, type Section } from '../../domain/form.ts'
import { type Asked, askedIn, failedChecks } from '../../domain/form-asked.ts'
import { checkAccount, checkCin, checkIce } from '../../domain/identifier.ts'
import type { Trilingual } from '../../domain/language.ts'
import { isNameText } from '../../domain/person.ts'
import { provinceOf } from '../../domain/territory.ts'
import type { InputErrorDetails } from '../../platform/input/form.ts'
import { amountFaults } from './amounts.ts'
import { readField } from './answer-fields.ts'
import { strandFaults } from './strand.ts'
import { readTable, type TableFault } from './answer-tables.ts'
import type { EditionLists } from './views.ts'

/** Why an answer cannot stand. `code` is one of platform/input (worded `error.<code>`), or one of ours (`fault.<code>`). */
export interface AnswerFault {
  readonly question: string
  readonly code: string
  readonly details: InputErrorDetails
  /** Field of a cell, where it is not the question itself. */
  readonly field?: string
  /** Words of the form itself, in place of ours. */
  readonly message?: Trilingual
}

type AnswerReading = { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly faults: readonly TableFault[] }

const stands = (value: Answer): AnswerReading => ({ ok: true, value })
const fails = (code: string, details: InputErrorDetails = {}): AnswerReading => ({ ok: false, faults: [{ code, details }] })

/**
 * Reads one answer. An empty one is read as it is: whether it is required is asked by the form. A province must lie in
 * the region chosen, when one is.
 */
export function readAnswer(question: Question, answer: Answer | undefined, answers: Answers, lists: EditionLists): AnswerReading {
  if (question.kind === 'consent') return stands(answer === 'yes' ? 'yes' : 'no')
  if (answer === undefined || !isAnswered(answer)) return stands('')
  if (isTable(question)) return readRows(question, answer, lists)
  switch (question.kind) {
    case 'province':
      return readProvince(answer, answers, lists)
    case 'cin':
      return readIdentifier(checkCin(String(answer)), 'cin')
    case 'ice':
      return readIdentifier(checkIce(String(answer)), 'ice')
    case 'rib':
      return readIdentifier(checkAccount(String(answer)), 'rib')
    case 'file':
      return stands(answer)
    case 'line':
      return readLine(question, answer, lists)
    case 'date':
      return readDay(question, answer, lists)
    default:
      return readPlain(question, answer, lists)
  }
}
function readPlain(question: Question, answer: Answer, lists: EditionLists): AnswerReading {
  const reading = readField(question, answer, lists)
  return reading.ok ? stands(reading.value) : fails(reading.code, reading.details)
}

/** Which letters the two names of the holder are written in; a name of another question may be in any. */
const LETTERS: Readonly<Record<string, readonly [RegExp, string]>> = {
  holder_name_ar: [/\p{Script=Arabic}/u, 'not-in-arabic'],
  holder_name_latin: [/\p{Script=Latin}/u, 'not-in-latin'],
}

/** Names of people, places and structures: they are printed, sorted and compared. */
const NAMES: ReadonlySet<string> = new Set(['holder_name_ar', 'holder_name_latin', 'town', 'structure_name'])
const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u

function readLine(question: Question, answer: Answer, lists: EditionLists): AnswerReading {
  const [letters, code] = LETTERS[question.code] ?? []
  if (letters !== undefined && code !== undefined && !letters.test(String(answer))) return fails(code)
  if (NAMES.has(question.code) && PICTURES.test(String(answer))) return fails('picture-in-name')
  if (letters !== undefined && !isNameText(String(answer))) return fails('odd-in-name')
  return readPlain(question, answer, lists)
}

/** Nobody was born after the day on which ages are counted. */
function readDay(question: Question, answer: Answer, lists: EditionLists): AnswerReading {
  const reading = readPlain(question, answer, lists)
  const late = question.code === 'birth_date' && reading.ok && lists.ageOn !== '' && String(reading.value) > lists.ageOn
  return late ? fails('birth-to-come') : reading
}

function readRows(question: Question, answer: Answer, lists: EditionLists): AnswerReading {
  const { rows, faults } = readTable(question, answer, lists)
  return faults.length === 0 ? stands(rows) : { ok: false, faults }
}

function readProvince(answer: Answer, answers: Answers, lists: EditionLists): AnswerReading {
  const province = typeof answer === 'string' ? provinceOf(answer) : undefined
  if (province === undefined) return fails('choice')
  const chosen = lists.regions.find((one) => one.code === answers.region)?.iso ?? answers.region
  const elsewhere = typeof chosen === 'string' && chosen !== '' && chosen !== province.region
  return elsewhere ? fails('province-elsewhere') : stands(province.iso)
}

/** Bank accounts are refused for their sum; cards and companies only for a shape no register gives (their doubts are said, see below). */
function readIdentifier(
  reading: { readonly ok: true; readonly value: string | { readonly value: string } } | { readonly ok: false; readonly reason: string },
  kind: 'cin' | 'ice' | 'rib',
): AnswerReading {
  if (!reading.ok) return fails(kind === 'rib' ? reading.reason : kind)
  return stands(typeof reading.value === 'string' ? reading.value : reading.value.value)
}

/** A draft, read. */
export interface ReadAnswers {
  /** Questions asked of this applicant. */
  readonly asked: Asked
  /** Canonical answers to the questions asked; those left empty are left out, a consent not given is 'no'. */
  readonly answers: Answers
  /** Answers that cannot stand, and checks that do not hold. Missing answers are none: `missingAnswers` names them. */
  readonly faults: readonly AnswerFault[]
}

/** Reads the whole draft: which questions are asked depends on answers, so all are read first. */
export function readAnswers(form: FormDefinition, answers: Answers, lists: EditionLists): ReadAnswers {
  const questions = form.sections.flatMap((section) => section.questions)
  const readings = new Map(questions.map((question) => [question.code, readAnswer(question, answers[question.code], answers, lists)]))
  const all: Record<string, Answer> = {}
  for (const [code, reading] of readings) if (reading.ok && isAnswered(reading.value)) all[code] = reading.value
  const asked = askedIn(form, all, lists)
  const canonical = Object.fromEntries(Object.entries(all).filter(([code]) => asked.has(code)))
  const unread = questions.flatMap(({ code }) => {
    const reading = readings.get(code)
    return reading === undefined || reading.ok || !asked.has(code) ? [] : reading.faults.map((fault) => ({ question: code, ...fault }))
  })
  return {
    asked,
    answers: canonical,
    faults: [
      ...unread,
      ...checkFaults(questions, failedChecks(form, canonical, asked, lists)),
      ...strandFaults(form, canonical, asked, lists),
      ...amountFaults(canonical, asked),
    ],
  }
}

function checkFaults(questions: readonly Question[], failed: ReturnType<typeof failedChecks>): AnswerFault[] {
  return failed.flatMap(({ question, place }) => {
    const message = questions.find((one) => one.code === question)?.checks?.[place]?.message
    return message === undefined ? [] : [{ question, code: 'check', details: {}, message }]
  })
}

/** What stands against a section being complete: required answers that are not there, and what cannot stand, in the order of the questions. */
export function sectionFaults(section: Section, answers: Answers, { asked, faults }: ReadAnswers): AnswerFault[] {
  return section.questions
    .filter((question) => asked.has(question.code))
    .flatMap((question) => {
      const answer = answers[question.code]
      if (question.kind === 'consent')
        return isRequired(question, answers) && answer !== 'yes' ? [{ question: question.code, code: 'consent', details: {} }] : []
      if (!isAnswered(answer)) return isRequired(question, answers) ? [{ question: question.code, code: 'required', details: {} }] : []
      return faults.filter((fault) => fault.question === question.code)
    })
}

/** Parts of the form to which something is missing, in its order: none when the draft may be sent. */
export function unreadySections(form: FormDefinition, answers: Answers, lists: EditionLists): Section[] {
  const reading = readAnswers(form, answers, lists)
  return form.sections.filter((section) => sectionFaults(section, answers, reading).length > 0)
}

/** Answers that look odd and may yet be right: said beside the field, in nobody's way. */
export function sectionWarnings(section: Section, answers: Answers): AnswerFault[] {
  return section.questions.flatMap((question) => {
    const answer = answers[question.code]
    const text = typeof answer === 'string' ? answer : ''
    const reading = question.kind === 'cin' ? checkCin(text) : question.kind === 'ice' ? checkIce(text) : null
    return reading?.ok === true && reading.value.doubtful ? [{ question: question.code, code: `${question.kind}-doubtful`, details: {} }] : []
  })
}
