/** The whole list on paper: what it is filtered by in words, the day, every line; pages are numbered by the browser. */
import type { Html } from '#html'
import { Empty } from '../../../../design/empty.tsx'
import { Document } from '../../../../design/layout/document.tsx'
import { Note } from '../../../../design/note.tsx'
import { Table } from '../../../../design/table.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatList } from '../../../../platform/words/format.ts'
import { filterPairs, isNarrowed } from '../../filters.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { DeskFilters, DeskList } from '../../views.ts'
import { words } from '../../words/index.ts'
import { columnsOf } from './columns.tsx'
import { regionName, valueName } from './value-names.ts'

export interface PrintedListProps {
  readonly language: Language
  readonly path: string
  readonly programme: string
  readonly edition: string
  readonly slug: string
  readonly zone: string
  readonly now: Date
  /** Address of the list it was asked from. */
  readonly back: string
  readonly list: DeskList
  readonly filters: DeskFilters
}

export function PrintedListPage(props: PrintedListProps): Html {
  const { language, programme, list, filters } = props
  const [t, l] = [words(language), listWords(language)]
  const columns = columnsOf({ language, slug: props.slug, list, filters, href: () => props.back, ticks: false, printed: true })
  return (
    <Document
      language={language}
      title={t('desk.page')}
      programme={programme}
      path={props.path}
      compact
      body={
        <main id="main" class="wrap stack stack--sm printed">
          <p class="screen-only row row--between">
            <span class="muted">{l('printed.how')}</span>
            <a href={props.back}>{l('sheets.back')}</a>
          </p>
          <p class="row row--between xs">
            <span>
              {programme} · {props.edition}
            </span>
            <span>{l('printed.on', { at: formatDateTime(props.now, language, props.zone, { style: 'long' }) })}</span>
          </p>
          <h1 class="h2">{l('printed.heading', { count: list.total })}</h1>
          <p class="sm">{filterText(props)}</p>
          {list.lines.length < list.total && (
            <Note is="wait">
              <p>{l('printed.cut', { count: list.lines.length, total: list.total })}</p>
            </Note>
          )}
          {list.lines.length === 0 ? (
            <Empty title={t('desk.none')} />
          ) : (
            // On paper it has its width; on a phone it scrolls in its own room.
            <div class="scroll" role="region" aria-label={t('desk.page')} tabindex={0}>
              <Table caption={t('desk.page')} look="plain" columns={columns} rows={list.lines} />
            </div>
          )}
        </main>
      }
    />
  )
}

/** What the list holds, in one line: the regions of who reads it, and each thing it is narrowed by. */
function filterText({ language, list, filters }: PrintedListProps): string {
  const [t, l] = [words(language), listWords(language)]
  const own =
    list.within === null
      ? []
      : [
          t('desk.within', {
            regions: formatList(
              list.within.map((code) => regionName(list, code, language)),
              language,
            ),
          }),
        ]
  if (!isNarrowed(filters)) return [l('printed.all'), ...own].join(' ')
  const pairs = filterPairs(filters).filter(([name]) => !['column', 'sort', 'order', 'page'].includes(name))
  const byName = [...Map.groupBy(pairs, ([name]) => name)]
  const said = byName.map(([name, values]) =>
    l('printed.filter', {
      name: l.any(`filter.${name}`),
      values: formatList(
        values.map(([, value]) => valueName(name, value, list, language)),
        language,
      ),
    }),
  )
  return [l('printed.narrowed', { filters: said.join(' · ') }), ...own].join(' ')
}
