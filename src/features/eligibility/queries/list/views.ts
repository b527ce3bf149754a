/** Views of a list that a person may choose: their own, and those shared with the desk of the edition. */
import { sql } from 'kysely'
import { mayChangeView, mayKeepViews } from '../../../../domain/list-view.ts'
import type { Place, SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'

export interface KeptView {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
  readonly keptAt: Date
  readonly mine: boolean
  /** Whether the viewer may rename it and take it away. */
  readonly mayChange: boolean
  /** The one the viewer sees first when the list is opened. */
  readonly first: boolean
  readonly nameAr: string
  readonly nameLatin: string
}

interface Row {
  id: string
  person: string
  name: string
  query: string
  shared: boolean
  kept_at: Date
  first: boolean
  name_ar: string
  name_latin: string
}

/** Own views first, then shared ones, each by name; null for somebody without a place at the desk. */
export async function keptViews(db: Reader, viewer: SignedIn, place: Place, list: string): Promise<KeptView[] | null> {
  if (!mayKeepViews(viewer, place)) return null
  const me = viewer.person.id
  const found = await sql<Row>`
    select v.id, v.person, v.name, v.query, v.shared, v.kept_at, f.view is not null as first, p.name_ar, p.name_latin
    from list_view v
    join person p on p.organisation = v.organisation and p.id = v.person
    left join list_view_first f on f.organisation = v.organisation and f.view = v.id and f.person = ${me}
    where v.organisation = ${viewer.organisation} and v.edition = ${place.edition} and v.list = ${list} and (v.person = ${me} or v.shared)
    order by v.person <> ${me}, v.name, v.id`.execute(db)
  return found.rows.map(({ person, kept_at, name_ar, name_latin, ...row }) => ({
    ...row,
    keptAt: kept_at,
    mine: person === me,
    mayChange: mayChangeView(viewer, place, { person, shared: row.shared }),
    nameAr: name_ar,
    nameLatin: name_latin,
  }))
}
