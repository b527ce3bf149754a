/** Views of a list: filters, order and columns that somebody keeps under a name, for themselves or for the desk. */
import { ok, type Result, refused } from './result.ts'
import { scopeOf } from './scope.ts'
import { holds, OFFICERS, type Place, type Role, FILE_READERS, type Viewer } from './viewer.ts'

export const LONGEST_VIEW_NAME = 60
/** Views of one list that one person keeps: more could not be told apart in a row. */
export const MOST_VIEWS = 20
/** Characters of a query that is kept. */
export const LONGEST_VIEW_QUERY = 2000

/** Who tidies what others have shared. */
const KEEPERS: readonly Role[] = ['administrator', 'director']

/** Whoever works at the desk of an edition keeps views there. */
export function mayKeepViews(viewer: Viewer, place: Place): boolean {
  return scopeOf(viewer, FILE_READERS, place).length > 0
}

/** Officers share a view with the desk of the edition. */
export function mayShareViews(viewer: Viewer, place: Place): boolean {
  return scopeOf(viewer, OFFICERS, place).length > 0
}

export interface NewView {
  readonly name: string
  readonly query: string
  readonly shared: boolean
}

/** A name of its own, for so many views at most. `names`: of the views the person keeps of this list. */
export function keepView(names: readonly string[], view: NewView, mayShare: boolean): Result<NewView> {
  const named = nameView(names, view.name)
  if (!named.ok) return named
  if (names.length >= MOST_VIEWS) return refused('view/too-many', { most: MOST_VIEWS })
  if (view.query.length > LONGEST_VIEW_QUERY) return refused('view/too-long')
  if (view.shared && !mayShare) return refused('view/not-shared')
  return ok({ ...view, name: named.value })
}

/** A name that no other view of the person bears in this list. */
export function nameView(others: readonly string[], name: string): Result<string> {
  const trimmed = name.trim()
  if (trimmed === '') return refused('view/nameless')
  if (trimmed.length > LONGEST_VIEW_NAME) return refused('view/name-too-long', { most: LONGEST_VIEW_NAME })
  return others.includes(trimmed) ? refused('view/name-taken') : ok(trimmed)
}

/** Whoever kept a view changes it and takes it away; what is shared, a director too. */
export function mayChangeView(viewer: Viewer, place: Place, view: { readonly person: string; readonly shared: boolean }): boolean {
  return viewer.person?.id === view.person || (view.shared && holds(viewer, KEEPERS, place))
}
