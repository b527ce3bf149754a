/** Filters of the list of people in its address: what is not there, or makes no sense, filters nothing. */
import { ROLES } from '../../domain/viewer.ts'
import { cleanLine } from '../../platform/input/form.ts'
import type { PeopleFilters } from './desk-views.ts'

const LONGEST = 100

/** Reads the query of an address. */
export function readPeopleFilters(asked: (name: string) => string | undefined): PeopleFilters {
  const text = (name: string): string => cleanLine(asked(name) ?? '').slice(0, LONGEST)
  return {
    query: text('q'),
    role: ROLES.find((role) => role === text('role')) ?? '',
    state: text('state') === 'before' ? 'before' : 'now',
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

/** The query that gives these filters; '' for none. */
export function peopleQuery({ query, role, state, page }: PeopleFilters): string {
  const asked = new URLSearchParams()
  if (query !== '') asked.set('q', query)
  if (role !== '') asked.set('role', role)
  if (state !== 'now') asked.set('state', state)
  if (page > 1) asked.set('page', String(page))
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}
