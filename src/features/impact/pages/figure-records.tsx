/** The records a figure counts, as far as the reader may know them. */
import type { Html } from '#html'
import { Pagination } from '../../../design/pagination.tsx'
import { Region } from '../../../design/region.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { writeValue } from '../print-text.ts'
import type { FigurePageView, RecordLine } from '../queries/figure-page.ts'
import { words } from '../words/index.ts'
import { Panel } from './panel.tsx'

export function Records({ language, view, path }: { language: Language; view: FigurePageView; path: string }): Html {
  const t = words(language)
  const { figure, records } = view
  const { count, shown } = { count: figure.records, shown: formatNumber(figure.records, language) }
  const aside = <span class="xs muted">{t('figure.records', { count, shown })}</span>
  if (records === null) {
    return (
      <Panel title={t('figure.records-title')} aside={aside}>
        <p class="sm muted">{t('figure.not-listed')}</p>
      </Panel>
    )
  }
  if (records.length === 0) return <Panel title={t('figure.records-title')} aside={<span class="xs muted">{t('figure.none')}</span>} />
  const write = (line: RecordLine): string => writeValue({ value: line.amount, unit: figure.unit, currency: figure.edition.currency }, language)
  const weighed = figure.unit === 'money' || records.some(({ amount }) => Number(amount) !== 1)
  const columns: Column<RecordLine>[] = [
    { name: t('figure.record'), head: true, cell: (line) => <Name language={language} line={line} /> },
    { name: t('figure.day'), cell: (line) => (line.day === null ? '' : formatDate(line.day, language)) },
    {
      name: t('figure.region'),
      cell: (line) => (line.region === null ? t('figure.national') : <Region mark={line.mark}>{inLanguage(line.region, language).text}</Region>),
    },
    ...(weighed ? [{ name: t('figure.amount'), number: true, cell: write }] : []),
  ]
  return (
    <Panel title={t('figure.records-title')} aside={aside} id="records" flush>
      <Table caption={t('figure.records-title')} columns={columns} rows={records} />
      {view.pages > 1 && (
        <div class="card--tight">
          <Pagination language={language} page={view.page} pages={view.pages} href={(page) => `/${language}${path}?page=${page}#records`} />
        </div>
      )}
    </Panel>
  )
}

function Name({ language, line }: { language: Language; line: RecordLine }): Html {
  const t = words(language)
  const name = line.name === null ? null : inLanguage(line.name, language)
  const text = line.title ?? name?.text
  if (text === undefined || text === '') return <span class="muted">{t(`record.${line.kind}`)}</span>
  const said = (
    <bdi lang={line.language ?? name?.language} dir="auto">
      {text}
    </bdi>
  )
  return line.path === null ? said : <a href={`/${language}${line.path}`}>{said}</a>
}
