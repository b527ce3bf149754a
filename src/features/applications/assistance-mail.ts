/** What a holder reads when somebody of the foundation writes an application for them. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { words } from './words/index.ts'

export interface AssistanceTold {
  readonly application: string
  readonly number: string
  readonly edition: Trilingual
  /** Name of who writes; may be empty. */
  readonly helper: string
}

export function assistanceMail(told: AssistanceTold, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const named = { number: isolated(told.number, language), edition: inLanguage(told.edition, language).text }
  return {
    subject: t('assistance.mail-subject', { number: named.number }),
    paragraphs: [
      { heading: t('assistance.mail-heading') },
      told.helper === '' ? t('assistance.mail-intro-unnamed', named) : t('assistance.mail-intro', { ...named, helper: told.helper }),
      t('assistance.mail-yours'),
      { action: { label: t('assistance.mail-open'), href: `${origin}/${language}/applications/${told.application}` } },
    ],
  }
}
