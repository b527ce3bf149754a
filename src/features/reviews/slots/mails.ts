/** What a team reads about its interview: choose an hour, this is your hour, it is tomorrow. In the language of the application. */
import { changeUntil } from '../../../domain/interview-slot.ts'
import type { CallOff } from '../../../domain/interview.ts'
import type { Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { clockLabel, formatDateTime } from '../../../platform/time/time.ts'
import { nationalPhone } from '../../programme/index.ts'
import { words } from './words/index.ts'

interface About {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly language: Language
  readonly phone: string | null
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
      reachLine(about),
    ],
  }
}

/** How the office is reached: by the number of the call where it has one, else by an answer to the mail. */
function reachLine({ language, phone }: Pick<About, 'language' | 'phone'>): string {
  const t = words(language)
  return phone === null ? t('mail.reach-by-answer') : t('mail.reach', { phone: isolated(nationalPhone(phone), language) })
}

export interface HourTold extends About {
  readonly from: Date
  readonly place: string
  readonly zone: string
  readonly changeHours: number
}

function hourText(at: Date, zone: string, language: Language): string {
  return `${formatDateTime(at, language, zone)} (${clockLabel(at, zone, language)})`
}

export function bookedMail(about: HourTold, news: 'booked' | 'reminder', origin: string): SlotMail {
  const { language, number, title, holderName, from, place, zone, changeHours } = about
  const t = words(language)
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
          [t('fact.when'), hourText(from, zone, language)],
          [t('fact.place'), place],
        ],
      },
      ...(news === 'booked' ? [t('mail.change-until', { until: hourText(changeUntil(from, changeHours), zone, language) })] : []),
      { action: { label: t('mail.booked-open'), href: pageOf(about, origin) } },
      reachLine(about),
    ],
  }
}

type CalledOff = Omit<HourTold, 'changeHours'>

/** The hour will not be held: the team took its file back, or it is no more in the call, of which a letter says the rest. */
export function calledOffMail(about: CalledOff, why: CallOff, origin: string): SlotMail {
  const { application, language, number, title, holderName, from, place, zone } = about
  const t = words(language)
  return {
    kind: 'interview-called-off',
    language,
    subject: t('mail.off-subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t('mail.off-heading') },
      t.any(`mail.off-text.${why}`, { name: holderName, title }),
      {
        facts: [
          [t('fact.number'), number],
          [t('mail.off-hour'), hourText(from, zone, language)],
          [t('fact.place'), place],
        ],
      },
      ...(why === 'ineligible' ? [t('mail.off-letter')] : []),
      { action: { label: t('mail.off-open'), href: `${origin}/${language}/applications/${application}` } },
      reachLine(about),
    ],
  }
}

/** The same for a member of the panel, in their language: the number alone names the file. */
export function panelCalledOffMail({ number, from, place, zone }: CalledOff, language: Language, origin: string): SlotMail {
  const t = words(language)
  return {
    kind: 'interview-called-off-panel',
    language,
    subject: t('mail.off-panel-subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t('mail.off-panel-heading') },
      t('mail.off-panel-text'),
      {
        facts: [
          [t('fact.number'), number],
          [t('mail.off-hour'), hourText(from, zone, language)],
          [t('fact.place'), place],
        ],
      },
      { action: { label: t('mail.off-panel-open'), href: `${origin}/${language}/panel` } },
    ],
  }
}
