/** The form of a call: sections of one topic each, questions of a known kind. Pure data plus the rules that read it. */
import type { Language, Trilingual } from './language.ts'

// Which questions are asked of whom stands in form-asked.ts; what an expression may read of a form in form-values.ts.

export const QUESTION_KINDS = [
  'line',
  'text',
  'choice',
  'choices',
  'integer',
  'number',
  'money',
  'date',
  'phone',
  'email',
  'url',
  'cin',
  'rib',
  'ice',
  'region',
  'province',
  'sector',
  'applicant-kind',
  'strand',
  'yes-no',
  'likert',
  'people',
  'budget',
  'file',
  'consent',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export interface Option {
  readonly code: string
  readonly name: Trilingual
  readonly hint?: Trilingual
}

/** What a line about a person asks besides the name. */
export const PEOPLE_COLUMNS = ['birth_date', 'gender', 'role'] as const
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number]

/** Families of files: each stands for the types that its content may have. */
export const FILE_FAMILIES = ['pdf', 'image', 'audio', 'video', 'document', 'sheet'] as const
export type FileFamily = (typeof FILE_FAMILIES)[number]

/** What must hold of the answers once this question is answered; what is not known yet passes. */
export interface AnswerCheck {
  /** An expression over the answers of the form. */
  readonly holds: string
  /** Read when it does not hold: what is wrong, and the cure. */
  readonly message: Trilingual
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
  /** money, budget: at most the ceiling of the strand that is chosen. */
  readonly withinStrand?: true
  /** integer, money: bounds (money in whole units of the edition's currency). */
  readonly min?: number
  readonly max?: number
  /** choice, choices. */
  readonly options?: readonly Option[]
  /** likert: what one agrees with or not, line by line; the steps are `options`. */
  readonly statements?: readonly Option[]
  /** number: decimals at most. */
  readonly decimals?: number
  /** integer, number: what is counted, after the field. */
  readonly unit?: Trilingual
  /** people, budget: lines at most, and for people at least. */
  readonly maxRows?: number
  readonly minRows?: number
  /** people: what is asked of each, and the ages each must have on the day ages are counted. */
  readonly columns?: readonly PeopleColumn[]
  readonly ages?: { readonly min: number; readonly max: number }
  /** budget: what money is spent on, and where it comes from. */
  readonly categories?: readonly Option[]
  readonly sources?: readonly Option[]
  /** file: which families are taken, how many files, how heavy each (bytes). */
  readonly accept?: readonly FileFamily[]
  readonly maxFiles?: number
  readonly maxBytes?: number
  /** file: seconds a sound or a film may last. */
  readonly maxSeconds?: number
  /** Asked only of these applicant kinds; of all when absent. */
  readonly only?: readonly string[]
  /** Asked only when this expression over other answers holds. */
  readonly when?: string
  readonly checks?: readonly AnswerCheck[]
  /** Tells who the applicant is: hidden from blind reviewers. */
  readonly identity?: boolean
  /** Seen by officers alone (identity card number), on the page: never by reviewers, never in exports, prints or letters. */
  readonly restricted?: boolean
  readonly autocomplete?: string
}

export interface Section {
  readonly code: string
  readonly group: string
  readonly title: Trilingual
  readonly intro?: Trilingual
  /** As of a question, for all of its questions. */
  readonly when?: string
  readonly questions: readonly Question[]
}

export interface FormDefinition {
  readonly groups: readonly { readonly code: string; readonly title: Trilingual }[]
  readonly sections: readonly Section[]
}

/** A line of a table: text by column. */
export type AnswerRow = Readonly<Record<string, string>>

/**
 * Answers are kept as canonical text: dates 2003-05-17, amounts 12000.00, phones +212…, yes-no and consents 'yes' or
 * 'no'. Several choices are a list of codes, files a list of ids. Tables (people, budget, likert) are lines.
 */
export type Answer = string | readonly string[] | readonly AnswerRow[]
export type Answers = Readonly<Record<string, Answer>>

const TABLES: readonly QuestionKind[] = ['people', 'budget', 'likert']

export function isTable(question: Question): boolean {
  return TABLES.includes(question.kind)
}

/** The lines of a table answer; none for any other. */
export function rowsOf(answer: Answer | undefined): readonly AnswerRow[] {
  return Array.isArray(answer) ? (answer as readonly unknown[]).filter((one): one is AnswerRow => typeof one === 'object' && one !== null) : []
}

/** The codes of several choices, or the ids of files; none for any other answer. */
export function codesIn(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? (answer as readonly unknown[]).filter((one): one is string => typeof one === 'string') : []
}

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

function kindIn(answers: Answers): string | undefined {
  return typeof answers.applicant_kind === 'string' && answers.applicant_kind !== '' ? answers.applicant_kind : undefined
}

/** Whether it is not known yet if a question is asked: it is for some kinds only, and the applicant has not said which they are. */
export function isUndecided(question: Question, answers: Answers): boolean {
  return question.only !== undefined && kindIn(answers) === undefined
}

/** Whether a question that is asked must be answered. What is for some kinds only is asked for once the kind is known. */
export function isRequired(question: Question, answers: Answers): boolean {
  return question.required && !isUndecided(question, answers)
}

/** Whether any question of the form is answered with files. */
export function takesFiles(form: FormDefinition): boolean {
  return form.sections.some((section) => section.questions.some((question) => question.kind === 'file'))
}

export function sectionOf(form: FormDefinition, code: string): Section | undefined {
  return form.sections.find((section) => section.code === code)
}

/** Required questions without an answer, section by section, in the order of the form. `asked`: codes of the questions asked (form-asked.ts). */
export function missingAnswers(form: FormDefinition, answers: Answers, asked: ReadonlySet<string>): { section: string; question: string }[] {
  return form.sections.flatMap((section) =>
    section.questions
      .filter((question) => asked.has(question.code) && isRequired(question, answers) && !isGiven(question, answers[question.code]))
      .map((question) => ({ section: section.code, question: question.code })),
  )
}

/** A required consent counts only when it is given; any other question when it is answered. */
function isGiven(question: Question, answer: Answer | undefined): boolean {
  return question.kind === 'consent' ? answer === 'yes' : isAnswered(answer)
}

export type SectionState = 'none' | 'draft' | 'done' | 'alert'

export interface SectionFacts {
  /** Whether any question asked in it is answered. */
  readonly begun: boolean
  /** Nothing required is missing in it, and nothing wrong or written twice: it could be sent as it is. */
  readonly whole: boolean
  /** Whether its writer looked at it and left it as complete. */
  readonly marked: boolean
  /** Whether something in it was not looked at yet: answers taken over from elsewhere, questions that the foundation changed. */
  readonly unread: boolean
}

/** not begun; begun; whole; looked at and left with something missing or wrong. What could be sent is whole, by whatever way it was written. */
export function sectionState({ begun, whole, marked, unread }: SectionFacts): SectionState {
  if (marked) return whole ? 'done' : 'alert'
  if (!begun) return 'none'
  return whole && !unread ? 'done' : 'draft'
}

/** Text of a trilingual label for messages that name a question. */
export function labelOf(form: FormDefinition, code: string, language: Language): string {
  for (const section of form.sections) for (const question of section.questions) if (question.code === code) return question.label[language]
  return code
}
