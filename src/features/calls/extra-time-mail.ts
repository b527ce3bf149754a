/** What somebody reads who is given more time, or no longer has it. The reason is theirs and ours: it stands in no mail. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { promisedText } from './pages/deadline.tsx'
import { words } from './words/index.ts'

export interface ExtraTimeTold {
  readonly title: Trilingual
  readonly zone: string
  readonly wall: string
  readonly at: Date
  /** Path of the application, or of the page where one is begun, without the language. */
  readonly path: string
  readonly begun: boolean
}

export function extraTimeMail(told: ExtraTimeTold, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const title = inLanguage(told.title, language).text
  const date = promisedText({ language, wall: told.wall, instant: told.at, zone: told.zone })
  return {
    subject: t('extra-time.mail-subject', { title }),
    paragraphs: [
      { heading: t('extra-time.mail-heading') },
      t(told.begun ? 'extra-time.mail-begun' : 'extra-time.mail-new', { title, date }),
      t('extra-time.mail-alone'),
      { action: { label: t(told.begun ? 'extension.mail-open' : 'extra-time.mail-begin'), href: `${origin}/${language}${told.path}` } },
    ],
  }
}

export function extraTimeEndedMail(
  told: Omit<ExtraTimeTold, 'begun'>,
  language: Language,
  origin: string,
): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const title = inLanguage(told.title, language).text
  const date = promisedText({ language, wall: told.wall, instant: told.at, zone: told.zone })
  return {
    subject: t('extra-time.mail-ended-subject', { title }),
    paragraphs: [
      { heading: t('extra-time.mail-ended-heading') },
      t('extra-time.mail-ended', { title, date }),
      { action: { label: t('extra-time.mail-call'), href: `${origin}/${language}${told.path}` } },
    ],
  }
}
