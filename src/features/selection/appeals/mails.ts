/** The receipt of an appeal against a selection, and its answer, in the language of the holder; what its panel is asked, and what it sends back, in theirs. */
import type { Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { ToTell } from '../queries/appeal-holder.ts'
import { words } from './words/index.ts'

interface Mail {
  readonly subject: string
  readonly paragraphs: Paragraph[]
}

const lines = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')

function open({ application, language }: ToTell, origin: string): Paragraph {
  return { action: { label: words(language)('mail.open'), href: `${origin}/${language}/applications/${application}/reasons` } }
}

export function appealReceipt(to: ToTell, text: string, origin: string, now: Date): Mail {
  const { language, number, title, zone } = to
  const t = words(language)
  return {
    subject: t('receipt.subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t('receipt.title') },
      t('receipt.said', { name: isolated(to.name, language) }),
      {
        facts: [
          [t('mail.number'), number],
          [t('mail.project'), title],
          [t('mail.received'), formatDateTime(now, language, zone, { seconds: true })],
        ],
      },
      { heading: t('own.text') },
      ...lines(text),
      open(to, origin),
    ],
  }
}

export interface Answered {
  readonly upheld: boolean
  readonly next: boolean
  readonly score: string | null
  readonly answer: string
}

export function appealAnswer(to: ToTell, { upheld, next, score, answer }: Answered, origin: string): Mail {
  const { language, number, title } = to
  const t = words(language)
  const kind = upheld ? (next ? 'next' : 'upheld') : 'rejected'
  const points = formatNumber(score ?? '0', language, { decimals: 2 })
  return {
    subject: t('answer.subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t(`answer.${kind}.title`) },
      t('answer.greeting', { name: isolated(to.name, language) }),
      t('answer.read', { title: isolated(title, language), edition: isolated(to.editionName, language) }),
      ...(upheld ? [t('answer.score', { score: points })] : []),
      t(`answer.${kind}.said`),
      { heading: t('answer.reason') },
      ...lines(answer),
      open(to, origin),
    ],
  }
}

/** To a person of the panel: nothing of the file stands in the mail. */
export function readingAsked(
  { application, number, language }: { readonly application: string; readonly number: string; readonly language: Language },
  origin: string,
): Mail {
  const t = words(language)
  return {
    subject: t('asked.subject', { number: isolated(number, language) }),
    paragraphs: [
      { heading: t('asked.title') },
      t('asked.said', { number: isolated(number, language) }),
      t('asked.tie'),
      { action: { label: t('asked.open'), href: `${origin}/${language}/selection-appeals/${application}` } },
    ],
  }
}

/** To whoever prepared an answer that a person of the panel sends back, with the reason they give. */
export function answerSentBack(
  { number, slug, language, word }: { readonly number: string; readonly slug: string; readonly language: Language; readonly word: string },
  origin: string,
): Mail {
  const t = words(language)
  const of = { number: isolated(number, language) }
  return {
    subject: t('back.subject', of),
    paragraphs: [
      { heading: t('back.subject', of) },
      t('back.said', of),
      { heading: t('back.word') },
      ...lines(word),
      { action: { label: t('back.open'), href: `${origin}/${language}/desk/${slug}/selection/appeals` } },
    ],
  }
}
