/** What somebody reads who asked about a call. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { words } from './words/index.ts'

export interface AnswerTold {
  readonly title: Trilingual
  readonly question: string
  readonly answer: string
  /** Address of the page of the call. */
  readonly call: string
}

export function answerMail(told: AnswerTold, language: Language): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const title = inLanguage(told.title, language).text
  return {
    subject: t('ask.mail-subject', { title }),
    paragraphs: [
      { heading: t('ask.mail-heading') },
      { facts: [[t('ask.mail-question'), told.question]] },
      told.answer,
      { action: { label: t('card.open'), href: told.call } },
    ],
  }
}
