/** The receipt as a mail: the same number, time and hash as the page. */
import { inLanguage, type Language } from '../../domain/language.ts'
import { isolated, setApart } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { formatDate, formatDateTime, formatRange } from '../../platform/time/time.ts'
import { formatBytes } from '../../platform/words/format.ts'
import { helpedText } from './pages/assistance.tsx'
import type { ReceiptView } from './views.ts'
import { words } from './words/index.ts'
import { zoneText } from './zone-text.ts'

/** Subject and paragraphs, in the language the application was sent in. */
export function receiptMail(view: ReceiptView, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const { language } = view
  const t = words(language)
  const dates = view.dates.map(
    (date) =>
      `${inLanguage(date.name, language).text}: ${date.from === date.to ? formatDate(date.from, language, 'weekday') : formatRange(date.from, date.to, language, 'day-month')}`,
  )
  return {
    subject: t(view.correctedAt === null ? 'mail.subject' : 'mail.subject-corrected', { number: isolated(view.number, language) }),
    paragraphs: [
      { heading: t(view.correctedAt === null ? 'receipt.received' : 'mail.corrected') },
      t(view.correctedAt === null ? 'mail.intro' : 'mail.intro-corrected', { edition: inLanguage(view.edition.name, language).text }),
      {
        facts: [
          [t('receipt.number'), view.number],
          [t('receipt.project'), view.title],
          [t('receipt.holder'), view.holderName],
          [t('receipt.time'), formatDateTime(view.submittedAt, language, view.call.zone, { seconds: true })],
          ...correctedFact(view),
          ...view.helped.map((one): [string, string] => [t('assistance.receipt'), helpedText(one, view.call, language)]),
        ],
      },
      ...filesSent(view),
      zoneText(view, language),
      { action: { label: t('mail.open'), href: `${origin}/${language}/applications/${view.id}/receipt` } },
      ...(dates.length === 0 ? [] : [{ heading: t('next.title') }, { list: dates, ordered: true }]),
      { hash: { label: t('mail.hash'), value: view.hash } },
    ],
  }
}

/** Each file that was sent, by its name and its weight; its own hash stands on the receipt. None where no file was asked for or given. */
function filesSent({ files, language }: ReceiptView): Paragraph[] {
  if (files.length === 0) return []
  const t = words(language)
  return [
    { heading: t('receipt.files') },
    { list: files.map(({ name, bytes }) => t('receipt.file', { name: setApart(name), weight: setApart(formatBytes(bytes, language)) })) },
  ]
}

/** To the others of the team, in the language of each: that it left and when. Nothing of what the holder alone answers. */
export function sentMail(view: ReceiptView, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const { correctedAt, call } = view
  const corrected =
    correctedAt === null ? [] : ([[t('receipt.corrected'), formatDateTime(correctedAt, language, call.zone, { seconds: true })]] as const)
  return {
    subject: t(correctedAt === null ? 'mail.sent' : 'mail.sent-corrected', { number: isolated(view.number, language) }),
    paragraphs: [
      t(correctedAt === null ? 'mail.sent-text' : 'mail.sent-text-corrected', { edition: inLanguage(view.edition.name, language).text }),
      {
        facts: [
          [t('receipt.number'), view.number],
          [t('receipt.project'), view.title],
          [t('receipt.time'), formatDateTime(view.submittedAt, language, call.zone, { seconds: true })],
          ...corrected,
        ],
      },
      { action: { label: t('mail.sent-open'), href: `${origin}/${language}/applications/${view.id}/receipt` } },
      { hash: { label: t('mail.hash'), value: view.hash } },
    ],
  }
}

/** When the corrections arrived, as a fact to print beside the time of arrival; none as first sent. */
export function correctedFact({ correctedAt, call, language }: ReceiptView): [string, string][] {
  return correctedAt === null ? [] : [[words(language)('receipt.corrected'), formatDateTime(correctedAt, language, call.zone, { seconds: true })]]
}
