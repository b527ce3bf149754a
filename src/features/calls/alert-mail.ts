/** What an alert says: first that it is to be confirmed, then what happens to the calls it follows. */
import type { AlertKind } from '../../domain/call-alert.ts'
import { HOURS_TO_CONFIRM } from '../../domain/call-alert.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { promisedText } from './pages/deadline.tsx'
import { words } from './words/index.ts'

interface Written {
  readonly subject: string
  readonly paragraphs: Paragraph[]
}

/** The mail of an alert that was just asked for; of one confirmed long ago, it says so and how to stop. */
export function askedMail(of: { readonly name: Trilingual; readonly link: string; readonly confirmed: boolean }, language: Language): Written {
  const t = words(language)
  const name = inLanguage(of.name, language).text
  const kind = of.confirmed ? 'known' : 'confirm'
  return {
    subject: t(`alert.${kind}-subject`, { name }),
    paragraphs: [
      { heading: t(`alert.${kind}-heading`) },
      of.confirmed ? t('alert.known-text', { name }) : t('alert.confirm-text', { name, hours: HOURS_TO_CONFIRM }),
      { action: { label: t(`alert.${kind}-action`), href: of.link } },
      t('alert.not-you'),
    ],
  }
}

export interface News {
  readonly kind: AlertKind
  readonly title: Trilingual
  readonly zone: string
  /** The local time it is about, 'YYYY-MM-DDTHH:MM', and its instant. */
  readonly about: string
  readonly aboutAt: Date
  /** Address of the page of the call, without its language. */
  readonly call: { readonly origin: string; readonly slug: string }
}

/** What happened, when, and one button to the page of the call. */
export function newsMail(news: News, language: Language): Written {
  const t = words(language)
  const title = inLanguage(news.title, language).text
  const date = promisedText({ language, wall: news.about, instant: news.aboutAt, zone: news.zone })
  return {
    subject: t(`alert.${news.kind}-subject`, { title }),
    paragraphs: [
      { heading: t(`alert.${news.kind}-heading`) },
      title,
      t(`alert.${news.kind}-text`, { date }),
      { action: { label: t('alert.read-call'), href: `${news.call.origin}/${language}/calls/${news.call.slug}` } },
    ],
  }
}
