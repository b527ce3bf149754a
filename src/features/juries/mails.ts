/** What a member reads when invited to a session. */
import type { Language } from '../../domain/language.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { clockLabel, formatDateTime } from '../../platform/time/time.ts'
import { words } from './words/index.ts'

export interface InvitationTold {
  readonly session: string
  readonly at: Date
  readonly place: string
  readonly zone: string
  readonly language: Language
}

export function invitationMail({ session, at, place, zone, language }: InvitationTold, origin: string) {
  const t = words(language)
  const paragraphs: Paragraph[] = [
    { heading: t('mail.heading') },
    {
      facts: [
        [t('fact.when'), `${formatDateTime(at, language, zone)} (${clockLabel(at, zone, language)})`],
        [t('fact.place'), place],
      ],
    },
    t('mail.conflicts'),
    { action: { label: t('mail.open'), href: `${origin}/${language}/juries/${session}` } },
  ]
  return { kind: 'jury-invitation', subject: t('mail.subject', { date: formatDateTime(at, language, zone) }), paragraphs }
}
