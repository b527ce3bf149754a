/** The mail of a role: to somebody new an invitation and how to come in, to somebody known what they may now do. */
import { inLanguage, type Language } from '../../domain/language.ts'
import type { Role } from '../../domain/viewer.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import type { NamedPlace } from './commands/named-place.ts'
import { placeText } from './place-text.ts'
import { words } from './words/index.ts'

export interface RoleMailFacts {
  readonly organisation: string
  /** Name of who gave it; null for the command line. */
  readonly giver: string | null
  readonly role: Role
  readonly place: Pick<NamedPlace, 'programmeName' | 'editionName' | 'regionNames'>
  /** Where it is sent: the address that opens the door. */
  readonly email: string
  readonly invited: boolean
}

/** Subject and paragraphs, in the language of who receives it. */
export function roleMail(facts: RoleMailFacts, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const { organisation, giver, role, place, email, invited } = facts
  const text = (name: NamedPlace['programmeName']): string | null => (name === null ? null : inLanguage(name, language).text)
  const where = placeText(
    {
      programme: text(place.programmeName),
      edition: text(place.editionName),
      regions: place.regionNames.map((name) => inLanguage(name, language).text),
    },
    language,
  )
  const door = invited ? '/sign-in?return_to=%2Fme' : '/me'
  return {
    subject: t(invited ? 'role-mail.invitation' : 'role-mail.subject', { organisation }),
    paragraphs: [
      giver === null ? t('role-mail.intro-by-nobody', { organisation }) : t('role-mail.intro', { giver, organisation }),
      {
        facts: [
          [t('role-mail.role'), t(`role.${role}`)],
          [t('role-mail.where'), where ?? t('people.everywhere')],
          [t('role-mail.opens'), t(`opens.${role}`)],
        ],
      },
      { action: { label: t(invited ? 'role-mail.enter' : 'role-mail.open'), href: `${origin}/${language}${door}` } },
      ...(invited ? [t('role-mail.how', { email })] : []),
      t('role-mail.mistake'),
    ],
  }
}
