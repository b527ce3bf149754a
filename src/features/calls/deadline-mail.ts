/** What somebody who holds a draft reads when the deadline is put off, or when a call that had none is given one. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { promisedText } from './pages/deadline.tsx'
import { words } from './words/index.ts'

export interface DeadlineTold {
  readonly title: Trilingual
  readonly zone: string
  readonly deadline: string
  readonly deadlineAt: Date
  readonly reason: Trilingual
  readonly application: string
}

interface Written {
  readonly subject: string
  readonly paragraphs: Paragraph[]
}

export function extensionMail(told: DeadlineTold, language: Language, origin: string): Written {
  return mailOf('extension', told, language, origin)
}

export function closingMail(told: DeadlineTold, language: Language, origin: string): Written {
  return mailOf('closing', told, language, origin)
}

function mailOf(act: 'extension' | 'closing', told: DeadlineTold, language: Language, origin: string): Written {
  const t = words(language)
  const date = promisedText({ language, wall: told.deadline, instant: told.deadlineAt, zone: told.zone })
  return {
    subject: t(`${act}.mail-subject`, { title: inLanguage(told.title, language).text }),
    paragraphs: [
      { heading: t(`${act}.mail-heading`) },
      t(`${act}.mail-deadline`, { date }),
      inLanguage(told.reason, language).text,
      t('extension.mail-draft'),
      { action: { label: t('extension.mail-open'), href: `${origin}/${language}/applications/${told.application}` } },
    ],
  }
}
