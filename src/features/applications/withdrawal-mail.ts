/** What a team reads when an application that was sent has been taken back: whoever did it, everybody knows. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { formatDateTime } from '../../platform/time/time.ts'
import { words } from './words/index.ts'

export interface WithdrawalTold {
  readonly number: string
  readonly edition: Trilingual
  readonly withdrawnAt: Date
  readonly zone: string
}

/** Subject and paragraphs, in the language the application was sent in. */
export function withdrawalMail(told: WithdrawalTold, language: Language): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const number = isolated(told.number, language)
  const at = formatDateTime(told.withdrawnAt, language, told.zone, { seconds: true })
  return {
    subject: t('withdrawal.mail-subject', { number }),
    paragraphs: [
      { heading: t('withdrawal.mail-heading') },
      t('withdrawal.mail-intro', { number, edition: inLanguage(told.edition, language).text }),
      { facts: [[t('withdrawal.mail-time'), at]] },
      t('withdrawal.mail-after'),
    ],
  }
}
