/** A form with its answers, as rows to read: the check page, the receipt, its document and the desk print the same. */
import { type Answer, type Answers, type FormDefinition, isAnswered, type Question, questionsAsked } from '../../domain/form.ts'
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

/** The questions asked of this applicant, group by group, each with its answer in words. `shown` leaves questions out (restricted or identifying ones). */
export function sheetOf(
  form: FormDefinition,
  answers: Answers,
  lists: EditionLists,
  language: Language,
  shown: (question: Question) => boolean = () => true,
): SheetGroup[] {
  return form.groups
    .map((group) => ({
      title: inLanguage(group.title, language).text,
      rows: form.sections
        .filter((section) => section.group === group.code)
        .flatMap((section) =>
          questionsAsked(section, answers)
            .filter(shown)
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
