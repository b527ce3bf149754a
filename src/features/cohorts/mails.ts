/** What the team of an application reads when a place is offered to it. */
import type { Language } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { clockLabel, formatDateTime } from '../../platform/time/time.ts'
import { words } from './words/index.ts'

export interface OfferTold {
  readonly offer: string
  readonly title: string
  readonly replyBy: Date
  readonly zone: string
  readonly language: Language
}

export function offerMail({ offer, title, replyBy, zone, language }: OfferTold, origin: string) {
  const t = words(language)
  const paragraphs: Paragraph[] = [
    { heading: t('mail.offer-heading') },
    t('mail.offer-text', { title: isolated(title, language) }),
    { facts: [[t('offer.reply-by'), `${formatDateTime(replyBy, language, zone)} (${clockLabel(replyBy, zone, language)})`]] },
    t('mail.offer-after'),
    { action: { label: t('mail.offer-open'), href: `${origin}/${language}/offers/${offer}` } },
  ]
  return { kind: 'offer', subject: t('mail.offer-subject', { date: formatDateTime(replyBy, language, zone, { style: 'day-month' }) }), paragraphs }
}
