/** The columns of the list, in the order of their names; what is not chosen is not there. */
import type { Html } from '#html'
import { Tick } from '../../../../design/bulk.tsx'
import { Region } from '../../../../design/region.tsx'
import { State, type StateShape } from '../../../../design/state.tsx'
import type { Column } from '../../../../design/table.tsx'
import type { DeskState } from '../../../../domain/eligibility-decision.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { regionOf } from '../../../../domain/territory.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { viewQuery } from '../../filters.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { DeskColumn, DeskFilters, DeskLine, DeskList, DeskSort } from '../../views.ts'
import { words } from '../../words/index.ts'
import { shownColumns } from './shown-columns.ts'
import { checkerName, named, provinceName } from './value-names.ts'

export const STATE_SHAPES: Readonly<Record<DeskState, StateShape>> = { waiting: 'wait', eligible: 'yes', ineligible: 'no', withdrawn: 'none' }

export interface ColumnsProps {
  readonly language: Language
  readonly slug: string
  readonly list: DeskList
  readonly filters: DeskFilters
  readonly href: (filters: DeskFilters) => string
  /** Whether rows can be ticked. */
  readonly ticks: boolean
  /** On paper nothing is opened or sorted. */
  readonly printed?: boolean
}

type Cell = (line: DeskLine) => Html | string

export function columnsOf(props: ColumnsProps): Column<DeskLine>[] {
  const { language, list, filters, slug } = props
  const [t, l] = [words(language), listWords(language)]
  const shown = shownColumns(list, filters)
  const column = (one: DeskColumn): Column<DeskLine> => ({ name: l(`column.${one}`), ...sortOf(one, props), ...CELLS[one](props) })
  const project: Column<DeskLine> = {
    name: t('desk.project'),
    ...sortBy('title', props),
    head: true,
    cell: (line) => (
      <>
        <a href={`/${language}/desk/${slug}/eligibility/${line.application}?list=${encodeURIComponent(viewQuery(filters))}`} dir="auto">
          {line.title}
        </a>
        <br />
        <span class="muted xs">
          <bdi>{line.holderName}</bdi> · {named(list.kinds, line.kind, language)}
          {line.strand !== null && !shown.includes('strand') && <> · {named(list.strands, line.strand, language)}</>}
        </span>
      </>
    ),
  }
  const tick: Column<DeskLine> = {
    name: l('tick.column'),
    silent: true,
    cell: (line) => <Tick name="application" value={line.application} label={l('tick.one', { number: line.number })} />,
  }
  const first = shown.filter((one) => one === 'number')
  const rest = shown.filter((one) => one !== 'number')
  if (props.printed === true) {
    const named: Column<DeskLine> = { ...project, cell: (line) => <PaperName line={line} /> }
    return [...first.map(column), named, ...rest.map(column)].map(unsorted)
  }
  return [...(props.ticks ? [tick] : []), ...first.map(column), project, ...rest.map(column)]
}

/** What names a line on paper. */
function PaperName({ line }: { line: DeskLine }): Html {
  return (
    <>
      <bdi>{line.title}</bdi> · <bdi>{line.holderName}</bdi>
    </>
  )
}

function unsorted({ sort: _, ...column }: Column<DeskLine>): Column<DeskLine> {
  return column
}

const SORTS: Partial<Record<DeskColumn, DeskSort>> = {
  number: 'number',
  region: 'region',
  sector: 'sector',
  strand: 'strand',
  submitted: 'submitted',
  state: 'state',
}

function sortOf(column: DeskColumn, props: ColumnsProps): Pick<Column<DeskLine>, 'sort'> {
  const by = SORTS[column]
  return by === undefined ? {} : sortBy(by, props)
}

function sortBy(by: DeskSort, { filters, href }: ColumnsProps): Pick<Column<DeskLine>, 'sort'> {
  const now = filters.sort !== by ? undefined : filters.descending ? 'descending' : 'ascending'
  const to = href({ ...filters, page: 1, sort: by, descending: now === 'ascending' })
  return { sort: { href: to, ...(now === undefined ? {} : { now }) } }
}

const text = (cell: Cell): { cell: Cell } => ({ cell })
const figure = (cell: (line: DeskLine) => number | null): { cell: Cell; number: true } => ({ number: true, cell: (line) => String(cell(line) ?? '') })

const CELLS: Readonly<Record<DeskColumn, (props: ColumnsProps) => { cell: Cell; number?: true }>> = {
  number: () => text((line) => <bdi class="num ltr nowrap">{line.number}</bdi>),
  region: ({ list, language }) => text((line) => <RegionName code={line.region} regions={list.regions} language={language} />),
  province: ({ language }) => text((line) => provinceName(line.province, language)),
  sector: ({ list, language }) => text((line) => named(list.sectors, line.sector, language)),
  strand: ({ list, language }) => text((line) => (line.strand === null ? '' : named(list.strands, line.strand, language))),
  language: ({ language }) => text((line) => words(language)(`language.${line.language}`)),
  submitted: ({ language, filters }) =>
    text((line) => <span class="num nowrap">{formatDateTime(line.submittedAt, language, filters.zone, { style: 'day-month' })}</span>),
  state: (props) => text((line) => <LineState line={line} {...props} />),
  ground: ({ list, language }) => text((line) => (line.ground === null ? '' : named(list.rules, line.ground, language))),
  unclear: () => figure((line) => line.unclear),
  files: () => figure((line) => line.files),
  checker: ({ language }) => text((line) => <bdi>{checkerName(line, language)}</bdi>),
  gender: ({ language }) => text((line) => (line.gender === null ? '' : listWords(language)(`gender.${line.gender}`))),
  age: () => figure((line) => line.age),
}

/** The state, and below it what is to be known of it unless a column of its own says it. */
function LineState({ line, list, filters, language }: ColumnsProps & { line: DeskLine }): Html {
  const t = words(language)
  const under =
    line.ground !== null && !filters.columns.includes('ground')
      ? named(list.rules, line.ground, language)
      : line.state === 'waiting' && line.unclear > 0 && !filters.columns.includes('unclear')
        ? t('desk.unclear', { count: line.unclear })
        : null
  return (
    <>
      <State is={STATE_SHAPES[line.state]}>{t(`state.${line.state}`)}</State>
      {line.lookAgain && (
        <>
          <br />
          <State is="alert">{t('file.look-again')}</State>
        </>
      )}
      {under !== null && (
        <>
          <br />
          <span class="muted xs">{under}</span>
        </>
      )}
    </>
  )
}

/** A region of the edition with its shape, or one outside it by its name alone. */
export function RegionName({ code, regions, language }: { code: string; regions: DeskList['regions']; language: Language }): Html {
  const found = regions.find((one) => one.code === code)
  if (found !== undefined) return <Region mark={found.mark}>{inLanguage(found.name, language).text}</Region>
  const outside = regionOf(code)
  return <span>{outside === undefined ? code : inLanguage(outside.name, language).text}</span>
}
