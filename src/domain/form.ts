/** The form of a call: sections of one topic each, questions of a known kind. Pure data plus the rules that read it. */
import type { Language, Trilingual } from './language.ts'

export const QUESTION_KINDS = [
  'line',
  'text',
  'choice',
  'choices',
  'integer',
  'money',
  'date',
  'phone',
  'email',
  'url',
  'cin',
  'region',
  'province',
  'sector',
  'applicant-kind',
  'yes-no',
  'consent',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export interface Option {
  readonly code: string
  readonly name: Trilingual
  readonly hint?: Trilingual
}

export interface Question {
  /** Lower-case words joined by underscores; the key of its answer for ever. */
  readonly code: string
  readonly kind: QuestionKind
  readonly label: Trilingual
  readonly hint?: Trilingual
  readonly required: boolean
  /** line, text: characters at most. */
  readonly maxLength?: number
  /** text: words at most and at least. */
  readonly maxWords?: number
  readonly minWords?: number
  /** integer, money: bounds (money in whole units of the edition's currency). */
  readonly min?: number
  readonly max?: number
  /** choice, choices. */
  readonly options?: readonly Option[]
  /** Asked only of these applicant kinds; of all when absent. */
  readonly only?: readonly string[]
  /** Tells who the applicant is: hidden from blind reviewers. */
  readonly identity?: boolean
  /** Seen by officers alone (identity card number): never by reviewers, exports or letters. */
  readonly restricted?: boolean
  readonly autocomplete?: string
}

export interface Section {
  readonly code: string
  readonly group: string
  readonly title: Trilingual
  readonly intro?: Trilingual
  readonly questions: readonly Question[]
}

export interface FormDefinition {
  readonly groups: readonly { readonly code: string; readonly title: Trilingual }[]
  readonly sections: readonly Section[]
}

/** Answers are kept as canonical text: dates 2003-05-17, money 12000.00, phones +212…, yes-no and consents 'yes' or 'no', several choices as a list. */
export type Answer = string | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

/** Answers the programme itself reads from a submission: the form must hold these questions (checked when a form is read). */
export const CORE_QUESTIONS = {
  holder_name_ar: 'line',
  holder_name_latin: 'line',
  birth_date: 'date',
  region: 'region',
  applicant_kind: 'applicant-kind',
  project_title: 'line',
  sector: 'sector',
} as const satisfies Record<string, QuestionKind>

export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  return typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0
}

/** Whether a question is asked of an applicant of this kind; before the kind is known, every question is. */
export function isAsked(question: Question, applicantKind: string | undefined): boolean {
  return question.only === undefined || applicantKind === undefined || applicantKind === '' || question.only.includes(applicantKind)
}

function kindIn(answers: Answers): string | undefined {
  return typeof answers.applicant_kind === 'string' && answers.applicant_kind !== '' ? answers.applicant_kind : undefined
}

/** The questions of a section that are asked of this applicant. */
export function questionsAsked(section: Section, answers: Answers): readonly Question[] {
  const kind = kindIn(answers)
  return section.questions.filter((question) => isAsked(question, kind))
}

/** Whether it is not known yet if a question is asked: it is for some kinds only, and the applicant has not said which they are. */
export function isUndecided(question: Question, answers: Answers): boolean {
  return question.only !== undefined && kindIn(answers) === undefined
}

/** Whether a question that is asked must be answered. What is for some kinds only is asked for once the kind is known. */
export function isRequired(question: Question, answers: Answers): boolean {
  return question.required && !isUndecided(question, answers)
}

export function sectionOf(form: FormDefinition, code: string): Section | undefined {
  return form.sections.find((section) => section.code === code)
}

/** Required questions without an answer, section by section, in the order of the form. */
export function missingAnswers(form: FormDefinition, answers: Answers): { section: string; question: string }[] {
  return form.sections.flatMap((section) =>
    questionsAsked(section, answers)
      .filter((question) => isRequired(question, answers) && !isGiven(question, answers[question.code]))
      .map((question) => ({ section: section.code, question: question.code })),
  )
}

/** A required consent counts only when it is given; any other question when it is answered. */
function isGiven(question: Question, answer: Answer | undefined): boolean {
  return question.kind === 'consent' ? answer === 'yes' : isAnswered(answer)
}

export type SectionState = 'none' | 'draft' | 'done' | 'alert'

/** not begun; begun; every required answer there; looked at and left (marked done) with something missing or wrong. */
export function sectionState(section: Section, answers: Answers, markedDone: boolean): SectionState {
  const asked = questionsAsked(section, answers)
  const missing = asked.some((question) => isRequired(question, answers) && !isGiven(question, answers[question.code]))
  if (markedDone) return missing ? 'alert' : 'done'
  return asked.some((question) => isAnswered(answers[question.code])) ? 'draft' : 'none'
}

/** Text of a trilingual label for messages that name a question. */
export function labelOf(form: FormDefinition, code: string, language: Language): string {
  for (const section of form.sections) for (const question of section.questions) if (question.code === code) return question.label[language]
  return code
}
