/** What the address of the page of conflicts asks for; anything else is the first page of what is open. */
import { CONFLICT_KINDS, CONFLICT_STATES, type ConflictFilters } from './views.ts'

export function readConflictFilters(value: (name: string) => string | undefined): ConflictFilters {
  const state = CONFLICT_STATES.find((one) => one === value('state')) ?? 'open'
  const page = /^[1-9]\d{0,3}$/.test(value('page') ?? '') ? Number(value('page')) : 1
  return { state, kind: CONFLICT_KINDS.find((one) => one === value('kind')) ?? null, page }
}

export function conflictQuery({ state, kind, page }: ConflictFilters): string {
  const query = new URLSearchParams({
    ...(state === 'open' ? {} : { state }),
    ...(kind === null ? {} : { kind }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return query === '' ? '' : `?${query}`
}
