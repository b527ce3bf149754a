/** What a team reads when the foundation asks it to correct what it sent, puts the day off, reminds it, or asks no more. */
import type { FormDefinition } from '../../domain/form.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { formatDate } from '../../platform/time/time.ts'
import { words } from './words/index.ts'

export type CorrectionNews = 'asked' | 'put-off' | 'reminder' | 'recalled'

export interface CorrectionTold {
  readonly news: CorrectionNews
  readonly application: string
  readonly number: string
  readonly edition: Trilingual
  readonly form: FormDefinition
  readonly questions: readonly string[]
  readonly reason: string
  /** The last day, 'YYYY-MM-DD'. */
  readonly day: string
}

/** Subject and paragraphs, in the language the application was sent in. */
export function correctionMail(told: CorrectionTold, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const { news, number, day } = told
  const named = { number: isolated(number, language), edition: inLanguage(told.edition, language).text }
  const subject = t.any(`correction.mail-subject.${news}`, named)
  const opening: Paragraph[] = [{ heading: t.any(`correction.mail-heading.${news}`) }, t.any(`correction.mail-intro.${news}`, named)]
  if (news === 'recalled') return { subject, paragraphs: opening }
  return {
    subject,
    paragraphs: [
      ...opening,
      told.reason,
      { list: questionLabels(told.form, told.questions, language) },
      { facts: [[t('correction.last-day'), formatDate(day, language, 'full')]] },
      t('correction.mail-end'),
      { action: { label: t('correction.mail-open'), href: `${origin}/${language}/applications/${told.application}/correction` } },
    ],
  }
}

/** What the questions are called, in the order of the form. */
export function questionLabels(form: FormDefinition, codes: readonly string[], language: Language): string[] {
  return form.sections
    .flatMap((section) => section.questions)
    .filter((question) => codes.includes(question.code))
    .map((question) => inLanguage(question.label, language).text)
}
