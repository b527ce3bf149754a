/** What somebody who holds a draft reads when the deadline is put off. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { promisedText } from './pages/deadline.tsx'
import { words } from './words/index.ts'

export interface ExtensionTold {
  readonly title: Trilingual
  readonly zone: string
  readonly deadline: string
  readonly deadlineAt: Date
  readonly reason: Trilingual
  readonly application: string
}

export function extensionMail(told: ExtensionTold, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const date = promisedText({ language, wall: told.deadline, instant: told.deadlineAt, zone: told.zone })
  return {
    subject: t('extension.mail-subject', { title: inLanguage(told.title, language).text }),
    paragraphs: [
      { heading: t('extension.mail-heading') },
      t('extension.mail-deadline', { date }),
      inLanguage(told.reason, language).text,
      t('extension.mail-draft'),
      { action: { label: t('extension.mail-open'), href: `${origin}/${language}/applications/${told.application}` } },
    ],
  }
}
