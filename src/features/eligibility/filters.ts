/** Filters of the list in its address: what is not there, or makes no sense, filters nothing. */
import { DESK_STATES } from '../../domain/eligibility-decision.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { cleanLine, readDate } from '../../platform/input/form.ts'
import { AGE_BANDS, type AgeBand, DESK_COLUMNS, DESK_GENDERS, DESK_SORTS, type DeskFilters, USUAL_COLUMNS } from './views.ts'

const LONGEST = 100
/** Values of one filter; no edition has more. */
const MOST_VALUES = 80

/** Every value of a name in an address. */
export type Asked = (name: string) => readonly string[] | undefined

/** The names under which filters of several values stand in an address. */
const SEVERAL = {
  region: 'regions',
  province: 'provinces',
  sector: 'sectors',
  strand: 'strands',
  kind: 'kinds',
  state: 'states',
  language: 'languages',
  gender: 'genders',
  age: 'ages',
  ground: 'grounds',
} as const satisfies Record<string, keyof DeskFilters>
export type SeveralFilter = keyof typeof SEVERAL

/** The names of what has one value. */
const ONE = { from: 'from', to: 'to', files: 'files', unclear: 'unclear', again: 'again', checker: 'checker' } as const satisfies Record<
  string,
  keyof DeskFilters
>

/** Every name that the address of a list may hold. */
export const FILTER_NAMES = ['q', ...Object.keys(SEVERAL), ...Object.keys(ONE), 'column', 'sort', 'order', 'page'] as const

/** Reads the query of an address; days are those of `zone`. */
export function readFilters(asked: Asked, zone: string): DeskFilters {
  const text = (name: string): string => cleanLine(asked(name)?.at(-1) ?? '').slice(0, LONGEST)
  const texts = (name: string): string[] =>
    [...new Set((asked(name) ?? []).slice(0, MOST_VALUES).map((one) => cleanLine(one).slice(0, LONGEST)))].filter(Boolean).sort()
  const known = <Value extends string>(name: string, all: readonly Value[]): Value[] => all.filter((one) => texts(name).includes(one))
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1
  const sort = DESK_SORTS.find((one) => one === text('sort'))
  const columns = known('column', DESK_COLUMNS)
  return {
    query: text('q'),
    regions: texts('region'),
    provinces: texts('province'),
    sectors: texts('sector'),
    strands: texts('strand'),
    kinds: texts('kind'),
    states: known('state', DESK_STATES),
    languages: known('language', LANGUAGES),
    genders: known('gender', DESK_GENDERS),
    ages: known('age', Object.keys(AGE_BANDS) as AgeBand[]),
    grounds: texts('ground'),
    from: day(text('from')),
    to: day(text('to')),
    zone,
    files: yesOrNo(text('files')),
    unclear: yesOrNo(text('unclear')),
    again: yesOrNo(text('again')),
    checker: /^(?:me|none|[0-9a-f-]{36})$/.test(text('checker')) ? text('checker') : '',
    columns: columns.length === 0 ? USUAL_COLUMNS : columns,
    sort: sort ?? 'submitted',
    descending: sort === undefined || text('order') === 'down',
    page,
  }
}

/** Filters of a query kept as text: that of a saved view, of a plan. */
export function filtersOf(query: string, zone: string): DeskFilters {
  const found = new URLSearchParams(query)
  return readFilters((name) => found.getAll(name), zone)
}

function day(text: string): string {
  const reading = readDate(text)
  return reading.ok ? reading.value : ''
}

function yesOrNo(text: string): '' | 'yes' | 'no' {
  return text === 'yes' || text === 'no' ? text : ''
}

/** The names and values that give these filters again, each once and always in the same order. */
export function filterPairs(filters: DeskFilters): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = filters.query === '' ? [] : [['q', filters.query]]
  for (const [name, key] of Object.entries(SEVERAL)) for (const value of filters[key]) pairs.push([name, value])
  for (const [name, key] of Object.entries(ONE)) if (filters[key] !== '') pairs.push([name, filters[key]])
  if (filters.columns.join() !== USUAL_COLUMNS.join()) for (const column of filters.columns) pairs.push(['column', column])
  if (filters.sort !== 'submitted' || !filters.descending) {
    pairs.push(['sort', filters.sort])
    if (filters.descending) pairs.push(['order', 'down'])
  }
  if (filters.page > 1) pairs.push(['page', String(filters.page)])
  return pairs
}

/** The query that gives these filters; '' for none. */
export function listQuery(filters: DeskFilters): string {
  const text = new URLSearchParams(filterPairs(filters).map(([name, value]) => [name, value])).toString()
  return text === '' ? '' : `?${text}`
}

/** Filters and columns without what they are kept under: the page. */
export function viewQuery(filters: DeskFilters): string {
  return listQuery({ ...filters, page: 1 }).slice(1)
}

/** Whether anything is left out of the list. */
export function isNarrowed(filters: DeskFilters): boolean {
  return listQuery({ ...filters, columns: USUAL_COLUMNS, sort: 'submitted', descending: true, page: 1 }) !== ''
}

/** The filters without one value of theirs, or without the whole of one that has several. */
export function without(filters: DeskFilters, name: string, value?: string): DeskFilters {
  const pairs = filterPairs({ ...filters, page: 1 }).filter(([one, held]) => one !== name || (value !== undefined && held !== value))
  const found = new URLSearchParams(pairs.map(([one, held]) => [one, held]))
  return readFilters((one) => found.getAll(one), filters.zone)
}
