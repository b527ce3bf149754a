/** What the office is told of readers' questions: that they wait and about which files, never what is asked nor by whom. */
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { formatList } from '../../../platform/words/format.ts'
import { words } from './words/index.ts'

export interface QuestionsWaiting {
  readonly edition: Trilingual
  readonly slug: string
  /** Of the files, each once; never empty. */
  readonly numbers: readonly string[]
  readonly count: number
}

export function questionsWaitMail(
  { edition, slug, numbers, count }: QuestionsWaiting,
  language: Language,
  origin: string,
): { readonly subject: string; readonly paragraphs: Paragraph[] } {
  const t = words(language)
  const files = formatList(
    numbers.map((number) => isolated(number, language)),
    language,
  )
  const subject = t('office.subject', { count })
  return {
    subject,
    paragraphs: [
      { heading: subject },
      t('office.text', { count: numbers.length, numbers: files, edition: inLanguage(edition, language).text }),
      { action: { label: t('office.open'), href: `${origin}/${language}/desk/${slug}/reader-questions` } },
    ],
  }
}
