/** The mails of a team: who is invited, who joined, who was taken out, who is asked to hold the application. */
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor, type PersonName } from '../../../domain/person.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { words } from './words/index.ts'

/** What a mail tells of an application. */
export interface MailedTeam {
  readonly application: string
  readonly number: string
  readonly edition: Trilingual
  readonly title: string
  readonly zone: string
}

interface Mail {
  readonly subject: string
  readonly paragraphs: Paragraph[]
}

/** The application in lines: number, edition, and to who is in its team the title, once there is one. What strangers are mailed holds no text that somebody typed but a name. */
function factsOf(team: MailedTeam, language: Language, inTeam = true): Paragraph {
  const t = words(language)
  return {
    facts: [
      [t('fact.application'), team.number],
      [t('fact.edition'), inLanguage(team.edition, language).text],
      ...(team.title === '' || !inTeam ? [] : [[t('fact.project'), team.title] as const]),
    ],
  }
}

/** A name ready to stand in a sentence. */
function nameIn(person: PersonName, language: Language): string {
  return isolated(nameFor(person, language), language)
}

/** To an address, in the language its inviter chose. */
export function invitationMail(facts: {
  readonly team: MailedTeam
  readonly inviter: PersonName
  readonly language: Language
  readonly link: string
  readonly until: Date
}): Mail {
  const { team, inviter, language, link, until } = facts
  const t = words(language)
  const name = nameIn(inviter, language)
  return {
    subject: t('mail.invitation', { name }),
    paragraphs: [
      { heading: t('invitation.heading', { name }) },
      t('invitation.lead'),
      factsOf(team, language, false),
      { action: { label: t('mail.open-invitation'), href: link } },
      t('mail.invitation-until', { date: formatDate(until, language, 'weekday', team.zone) }),
      t('mail.invitation-stranger'),
    ],
  }
}

interface ToMember {
  readonly team: MailedTeam
  readonly language: Language
}

const teamPage = (team: MailedTeam, language: Language, origin: string): string => `${origin}/${language}/applications/${team.application}/team`

/** To the holder. */
export function joinedMail({ team, member, language, origin }: ToMember & { readonly member: PersonName; readonly origin: string }): Mail {
  const t = words(language)
  const name = nameIn(member, language)
  return {
    subject: t('mail.joined', { name }),
    paragraphs: [
      t('mail.joined-text', { name }),
      factsOf(team, language),
      { action: { label: t('mail.open-team'), href: teamPage(team, language, origin) } },
      t('mail.joined-stranger'),
    ],
  }
}

/** To who was taken out. */
export function takenOutMail({ team, language }: ToMember): Mail {
  const t = words(language)
  return {
    subject: t('mail.taken-out', { number: isolated(team.number, language) }),
    paragraphs: [t('mail.taken-out-text'), factsOf(team, language), t('mail.taken-out-written')],
  }
}

/** To the member asked. */
export function holderOfferMail({ team, holder, language, origin }: ToMember & { readonly holder: PersonName; readonly origin: string }): Mail {
  const t = words(language)
  const name = nameIn(holder, language)
  return {
    subject: t('mail.offer', { name }),
    paragraphs: [
      t('mail.offer-text', { name }),
      factsOf(team, language),
      t('offer.means'),
      { action: { label: t('mail.answer-offer'), href: teamPage(team, language, origin) } },
    ],
  }
}

/** To the holder before. */
export function holderChangedMail({ team, holder, language, origin }: ToMember & { readonly holder: PersonName; readonly origin: string }): Mail {
  const t = words(language)
  const name = nameIn(holder, language)
  return {
    subject: t('mail.changed', { name }),
    paragraphs: [
      t('mail.changed-text', { name }),
      factsOf(team, language),
      { action: { label: t('mail.open-team'), href: teamPage(team, language, origin) } },
    ],
  }
}
