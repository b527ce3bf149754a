/** What a team reads two days before the last moment of a draft it has not sent. */
import type { Section } from '../../domain/form.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { promisedText } from '../calls/index.ts'
import { words } from './words/index.ts'

export interface DeadlineComing {
  readonly application: string
  readonly number: string
  /** Of the call. */
  readonly title: Trilingual
  readonly zone: string
  /** The last moment as promised, 'YYYY-MM-DDTHH:MM'. */
  readonly wall: string
  readonly deadline: Date
  /** Parts of the form to which something is missing, in their order; none when it only has to be sent. */
  readonly missing: readonly Section[]
}

/** Subject and paragraphs, in the language of the application. Names parts of the form, and nothing that was answered. */
export function deadlineMail(told: DeadlineComing, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const title = inLanguage(told.title, language).text
  const named = { title, number: isolated(told.number, language) }
  const date = promisedText({ language, wall: told.wall, instant: told.deadline, zone: told.zone })
  const missing = told.missing.map((section) => inLanguage(section.title, language).text)
  return {
    subject: t('reminder.mail-subject', { title }),
    paragraphs: [
      { heading: t('reminder.mail-heading') },
      t('reminder.mail-intro', named),
      { facts: [[t('reminder.mail-until'), date]] },
      ...(missing.length === 0
        ? [t('reminder.mail-whole')]
        : [t('reminder.mail-missing', { count: missing.length }), { list: missing }, t('reminder.mail-holder')]),
      { action: { label: t('reminder.mail-open'), href: `${origin}/${language}/applications/${told.application}` } },
      t('reminder.mail-end'),
    ],
  }
}
