/** The mail that opens the door: one link, one code, nothing else. */
import type { Language } from '../../domain/language.ts'
import { SIGN_IN_MINUTES } from '../../domain/person.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { words } from './words/index.ts'

/**
 * Subject and paragraphs. The code is written in two groups of four, as it is read aloud; a plain space between them
 * would swap the groups in Arabic.
 */
export function signInMail(language: Language, link: string, code: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const spaced = `${code.slice(0, 4)}\u00a0${code.slice(4)}`
  return {
    subject: t('mail.subject', { code: spaced }),
    paragraphs: [
      t('mail.intro'),
      { action: { label: t('mail.enter'), href: link } },
      { facts: [[t('mail.code'), spaced]] },
      t('mail.expires', { minutes: SIGN_IN_MINUTES }),
      t('mail.not-you'),
    ],
  }
}
