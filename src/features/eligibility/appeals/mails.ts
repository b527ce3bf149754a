/** The receipt of an appeal, and its answer: mails in the language of the application. */
import { inLanguage, type Language } from '../../../domain/language.ts'
import { isolated, setApart } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatBytes } from '../../../platform/words/format.ts'
import type { ToldDecision } from '../letters/views.ts'
import { words } from './words/index.ts'

interface Mail {
  readonly subject: string
  readonly paragraphs: Paragraph[]
}

const linkTo = ({ application, language }: ToldDecision, origin: string): string => `${origin}/${language}/applications/${application}/decision`

const lines = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')

/** Each set apart, so that in Arabic neither joins the other. */
const named = (name: string, bytes: number, language: Language): string => `${setApart(name)} · ${setApart(formatBytes(bytes, language))}`

export interface ReceivedAppeal {
  readonly text: string
  /** Named as they are kept. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
}

export function appealReceipt(told: ToldDecision, { text, files }: ReceivedAppeal, origin: string, now: Date): Mail {
  const { language, number, title, zone } = told
  const t = words(language)
  return {
    subject: t('receipt.subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t('receipt.title') },
      t('receipt.said', { name: isolated(told.name, language) }),
      {
        facts: [
          [t('mail.number'), number],
          [t('mail.project'), title],
          [t('mail.received'), formatDateTime(now, language, zone, { seconds: true })],
        ],
      },
      { heading: t('receipt.yours') },
      ...lines(text),
      ...(files.length === 0 ? [] : [{ heading: t('receipt.files') }, { list: files.map(({ name, bytes }) => named(name, bytes, language)) }]),
      { action: { label: t('mail.open'), href: linkTo(told, origin) } },
    ],
  }
}

export function appealAnswer(told: ToldDecision, { upheld, answer }: { upheld: boolean; answer: string }, origin: string): Mail {
  const { language, number, title } = told
  const t = words(language)
  const kind = upheld ? 'upheld' : 'rejected'
  const named = { title: isolated(title, language), edition: isolated(inLanguage(told.edition.name, language).text, language) }
  return {
    subject: t('answer.subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t(`answer.${kind}.title`) },
      t('answer.greeting', { name: isolated(told.name, language) }),
      t(`answer.${kind}.said`, named),
      { heading: t('answer.reason') },
      ...lines(answer),
      t(`answer.${kind}.next`),
      { action: { label: t('mail.open'), href: linkTo(told, origin) } },
    ],
  }
}
