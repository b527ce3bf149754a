/** A form with its answers, as rows to read: the check page, the receipt, its document and the desk print the same. */
import { type Answer, type Answers, type FormDefinition, isAnswered, type Question } from '../../domain/form.ts'
import { type Asked, askedIn } from '../../domain/form-asked.ts'
import { inLanguage, type Language } from '../../domain/language.ts'
import { answerText } from './answer-text.ts'
import type { EditionLists, Withheld } from './views.ts'
import { words } from './words/index.ts'

export interface SheetRow {
  readonly question: Question
  readonly section: string
  readonly label: string
  readonly answer: Answer | undefined
  /** In words; '' when there is no answer. */
  readonly text: string
  /** Only whether it is answered is told to this reader. */
  readonly withheld?: true
}

export interface SheetGroup {
  readonly title: string
  readonly rows: readonly SheetRow[]
}

interface SheetOptions {
  /** Leaves questions out: restricted or identifying ones. */
  readonly shown?: (question: Question) => boolean
  /** Which questions are asked, when the answers are not canonical: a draft. */
  readonly asked?: Asked
  /** Questions of which the reader only learns whether they are answered. */
  readonly withheld?: Withheld
}

/** The questions asked of this applicant, group by group, each with its answer in words. */
export function sheetOf(
  form: FormDefinition,
  answers: Answers,
  lists: EditionLists,
  language: Language,
  { shown = () => true, asked = askedIn(form, answers, lists), withheld = {} }: SheetOptions = {},
): SheetGroup[] {
  return form.groups
    .map((group) => ({
      title: inLanguage(group.title, language).text,
      rows: form.sections
        .filter((section) => section.group === group.code)
        .flatMap((section) =>
          section.questions
            .filter((question) => asked.has(question.code) && shown(question))
            .map((question) => {
              const given = withheld[question.code]
              return given === undefined
                ? rowOf(question, section.code, answers, lists, language)
                : withheldRow(question, section.code, given, language)
            }),
        ),
    }))
    .filter((group) => group.rows.length > 0)
}

function rowOf(question: Question, section: string, answers: Answers, lists: EditionLists, language: Language): SheetRow {
  const answer = answers[question.code]
  const text = isAnswered(answer) || question.kind === 'consent' ? answerText(question, answer ?? 'no', lists, language) : ''
  return { question, section, label: inLanguage(question.label, language).text, answer, text }
}

function withheldRow(question: Question, section: string, given: boolean, language: Language): SheetRow {
  const label = inLanguage(question.label, language).text
  return { question, section, label, answer: undefined, text: withheldText(question, given, language), withheld: true }
}

/** What the others of the team read in place of an answer that is the holder's alone: of a consent the same words, given or not. */
export function withheldText({ kind }: Question, given: boolean, language: Language): string {
  if (kind === 'consent') return words(language)('own.consent')
  return words(language)(given ? 'own.given' : 'own.not-yet')
}
