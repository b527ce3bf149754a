/** A form with its answers, as rows to read: the check page, the receipt, its document and the desk print the same. */
import { type Answer, type Answers, type FormDefinition, isAnswered, type Question } from '../../domain/form.ts'
import { type Asked, askedIn } from '../../domain/form-asked.ts'
import { inLanguage, type Language } from '../../domain/language.ts'
import { answerText } from './answer-text.ts'
import type { EditionLists } from './views.ts'

export interface SheetRow {
  readonly question: Question
  readonly section: string
  readonly label: string
  readonly answer: Answer | undefined
  /** In words; '' when there is no answer. */
  readonly text: string
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
}

/** The questions asked of this applicant, group by group, each with its answer in words. */
export function sheetOf(
  form: FormDefinition,
  answers: Answers,
  lists: EditionLists,
  language: Language,
  { shown = () => true, asked = askedIn(form, answers, lists) }: SheetOptions = {},
): SheetGroup[] {
  return form.groups
    .map((group) => ({
      title: inLanguage(group.title, language).text,
      rows: form.sections
        .filter((section) => section.group === group.code)
        .flatMap((section) =>
          section.questions
            .filter((question) => asked.has(question.code) && shown(question))
            .map((question) => rowOf(question, section.code, answers, lists, language)),
        ),
    }))
    .filter((group) => group.rows.length > 0)
}

function rowOf(question: Question, section: string, answers: Answers, lists: EditionLists, language: Language): SheetRow {
  const answer = answers[question.code]
  const text = isAnswered(answer) || question.kind === 'consent' ? answerText(question, answer ?? 'no', lists, language) : ''
  return { question, section, label: inLanguage(question.label, language).text, answer, text }
}
