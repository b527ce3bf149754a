/** Grids to print and fill in by hand: what each step means first, then a grid a file, by its number, without names. */
import { inLanguage, type Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import { type Part, renderPdf } from '../../../platform/documents/pdf.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { fileTitle } from '../pages/reader-page.tsx'
import type { PaperFile, PaperReviewer } from '../queries/paper.ts'
import { words } from './words/index.ts'

/** Room to write by hand: lines of a cell. */
const ROOM = '\n\n\n'

export function paperPdf(of: PaperReviewer, files: readonly PaperFile[], language: Language, now: Date): Promise<Uint8Array> {
  const t = words(language)
  return renderPdf({
    template: 'table',
    language,
    at: now,
    data: {
      title: t('pdf.title'),
      organisation: inLanguage(of.organisationName, language).text,
      date: formatDateTime(now, language, of.zone, { style: 'long' }),
      reference: inLanguage(of.editionName, language).text,
      pages: t('pdf.pages', { page: '{page}', pages: '{pages}' }),
      body: [t('pdf.lead'), ...guide(files, language), ...files.flatMap((file) => gridOf(file, language))],
      signatures: { title: t('pdf.sign'), boxes: [{ name: t('pdf.unrelated'), role: t('pdf.date') }] },
    },
  })
}

/** What each step of each criterion means, once. */
function guide(files: readonly PaperFile[], language: Language): Part[] {
  const t = words(language)
  const criteria = new Map(files.flatMap(({ criteria: all, scale }) => all.map((one) => [`${one.code} ${one.anchors[0]?.fr ?? ''}`, { one, scale }])))
  return [...criteria.values()].flatMap(({ one, scale }): Part[] =>
    one.anchors.length === 0
      ? []
      : [
          {
            table: {
              caption: inLanguage(one.name, language).text,
              columns: [{ label: t('column.step') }, { label: t('column.means'), width: 1 }],
              rows: one.anchors.map((anchor, at) => [String(scale.min + at), inLanguage(anchor, language).text]),
            },
          },
        ],
  )
}

/** Criteria that surely stand on a page, with room to write beside each. */
const MOST_ON_A_PAGE = 6

function gridOf({ file, criteria, scale }: PaperFile, language: Language): Part[] {
  const t = words(language)
  const steps = Array.from({ length: scale.max - scale.min + 1 }, (_, at) => String(scale.min + at)).join('   ')
  return [
    { heading: `${isolated(file.number, language)} · ${fileTitle(file, language)}` },
    {
      // A grid stays on one page; one that is longer has the number in its head, which comes again on the next.
      table: {
        whole: criteria.length <= MOST_ON_A_PAGE,
        columns: [
          { label: `${isolated(file.number, language)} · ${t('column.criterion')}`, width: 2 },
          { label: t('pdf.circle') },
          { label: t('column.comment'), width: 3 },
        ],
        rows: criteria.map((one) => [t('pdf.criterion', { name: inLanguage(one.name, language).text, weight: one.weight }), steps, ROOM]),
      },
    },
  ]
}
