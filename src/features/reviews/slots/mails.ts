/** What a team reads about its interview: choose an hour, this is your hour, it is tomorrow. In the language of the application. */
import { changeUntil } from '../../../domain/interview-slot.ts'
import type { Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { clockLabel, formatDateTime } from '../../../platform/time/time.ts'
import { words } from './words/index.ts'

interface About {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly language: Language
}

export interface SlotMail {
  readonly kind: string
  readonly language: Language
  readonly subject: string
  readonly paragraphs: Paragraph[]
}

const pageOf = ({ application, language }: About, origin: string): string => `${origin}/${language}/interviews/${application}`

export function chooseMail(about: About, news: 'asked' | 'reminder', origin: string): SlotMail {
  const { language, number, title, holderName } = about
  const t = words(language)
  return {
    kind: news === 'asked' ? 'interview-choice' : 'interview-choice-reminder',
    language,
    subject: t.any(`mail.choose-subject.${news}`, { number: isolated(number, language) }),
    paragraphs: [
      { heading: t.any(`mail.choose-heading.${news}`) },
      t('mail.choose-text', { name: holderName, title }),
      t('mail.choose-first'),
      { action: { label: t('mail.choose-open'), href: pageOf(about, origin) } },
      t('mail.no-network'),
    ],
  }
}

export interface HourTold extends About {
  readonly from: Date
  readonly place: string
  readonly zone: string
  readonly changeHours: number
}

export function bookedMail(about: HourTold, news: 'booked' | 'reminder', origin: string): SlotMail {
  const { language, number, title, holderName, from, place, zone, changeHours } = about
  const t = words(language)
  const when = (at: Date): string => `${formatDateTime(at, language, zone)} (${clockLabel(at, zone, language)})`
  return {
    kind: news === 'booked' ? 'interview-booked' : 'interview-reminder',
    language,
    subject: t.any(`mail.booked-subject.${news}`, { number: isolated(number, language) }),
    paragraphs: [
      { heading: t.any(`mail.booked-heading.${news}`) },
      t('mail.booked-text', { name: holderName, title }),
      {
        facts: [
          [t('fact.number'), number],
          [t('fact.when'), when(from)],
          [t('fact.place'), place],
        ],
      },
      ...(news === 'booked' ? [t('mail.change-until', { until: when(changeUntil(from, changeHours)) })] : []),
      { action: { label: t('mail.booked-open'), href: pageOf(about, origin) } },
      t('mail.no-network'),
    ],
  }
}
