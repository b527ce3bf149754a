/** The sheet of reasons as PDF, to keep. */
import type { Language } from '../../../domain/language.ts'
import { type Part, renderPdf } from '../../../platform/documents/pdf.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { reasonParts } from './sentences.ts'
import type { ReasonSheet } from './views.ts'
import { words } from './words/index.ts'

/** The same sheet in the same language gives the same bytes. */
export function reasonsPdf(sheet: ReasonSheet, language: Language): Promise<Uint8Array> {
  const t = words(language)
  const at = sheet.publishedAt ?? sheet.sealedAt
  const parts = reasonParts(sheet, language).flatMap(({ heading, paragraphs, facts }): Part[] => [
    { heading },
    ...paragraphs,
    ...(facts === undefined || facts.length === 0 ? [] : [{ facts }]),
  ])
  const comments = sheet.comments.flatMap(({ criterion, texts }): Part[] => [criterion, { list: texts }])
  return renderPdf({
    template: 'letter',
    language,
    at,
    data: {
      title: t('title'),
      organisation: sheet.organisation,
      addressee: [sheet.holderName],
      date: formatDate(at, language, 'full', sheet.zone),
      reference: sheet.number,
      subject: t('title'),
      body: [
        { facts: [[t('project'), sheet.title]] },
        ...parts,
        ...(comments.length === 0 ? [] : [{ heading: t('comments.title') }, t('comments.lead'), ...comments]),
        { small: t('proof') },
        { hash: sheet.hash },
      ],
      pages: t('pages', { page: '{page}', pages: '{pages}' }),
    },
  })
}
