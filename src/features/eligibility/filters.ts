/** Filters of the list in its address: what is not there, or makes no sense, filters nothing. */
import { DESK_STATES } from '../../domain/eligibility-decision.ts'
import { cleanLine } from '../../platform/input/form.ts'
import { DESK_SORTS, type DeskFilters } from './views.ts'

const LONGEST = 100

/** Reads the query of an address. */
export function readFilters(asked: (name: string) => string | undefined): DeskFilters {
  const text = (name: string): string => cleanLine(asked(name) ?? '').slice(0, LONGEST)
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1
  const sort = DESK_SORTS.find((one) => one === text('sort'))
  return {
    query: text('q'),
    region: text('region'),
    sector: text('sector'),
    kind: text('kind'),
    state: DESK_STATES.find((one) => one === text('state')) ?? '',
    sort: sort ?? 'submitted',
    descending: sort === undefined || text('order') === 'down',
    page,
  }
}

/** The query that gives these filters; '' for none. */
export function listQuery(filters: DeskFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of [
    ['q', filters.query],
    ['region', filters.region],
    ['sector', filters.sector],
    ['kind', filters.kind],
    ['state', filters.state],
  ] as const)
    if (value !== '') query.set(name, value)
  if (filters.sort !== 'submitted' || !filters.descending) {
    query.set('sort', filters.sort)
    if (filters.descending) query.set('order', 'down')
  }
  if (filters.page > 1) query.set('page', String(filters.page))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
