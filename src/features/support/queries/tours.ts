/** Reading tours: those of an edition, one with its words. */
import { type RawBuilder, sql } from 'kysely'
import { type ActivityKind, maySeeSupport } from '../../../domain/activity.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { townsOf } from '../../../domain/tour.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface TourLine {
  readonly id: string
  readonly name: string
  readonly region: string | null
  readonly mark: string | null
  readonly from: string
  readonly to: string
  readonly counts: Readonly<Partial<Record<ActivityKind, number>>>
}

export interface TourView extends TourLine {
  readonly theme: string
  /** Towns of the road in their order. */
  readonly towns: readonly string[]
  readonly host: string
  /** Projects expected in at least one of its activities. */
  readonly projects: number
  readonly cancelReason: string | null
  readonly cancelled: boolean
  /** Everything as it was written, for whoever changes it. */
  readonly written: {
    readonly name: Trilingual
    readonly theme: Trilingual
    readonly stops: Trilingual
    readonly region: string | null
    readonly version: number
  }
}

interface TourRow {
  id: string
  name: Trilingual
  theme: Trilingual
  stops: Trilingual
  host: string
  region_code: string | null
  version: number
  cancelled_at: Date | null
  cancel_reason: string | null
  region: Trilingual | null
  mark: string | null
  starts_on: string
  ends_on: string
  projects: number
  counts: Partial<Record<ActivityKind, number>>
}

/** Tours of an organisation that answer a condition on `t`. Whoever calls has asked the permission. */
async function rowsOf(db: Reader, organisation: string, condition: RawBuilder<unknown>): Promise<TourRow[]> {
  const rows = await sql<TourRow>`
    select t.id, t.name, t.theme, t.stops, t.host, t.region as region_code, t.version, t.cancelled_at, t.cancel_reason,
      r.name as region, r.mark, t.starts_on, t.ends_on,
      (select count(distinct p.project)::int from activity a join activity_project p on p.organisation = a.organisation and p.activity = a.id
        where a.organisation = t.organisation and a.tour = t.id) as projects,
      coalesce((select json_object_agg(k.kind, k.n) from (select a.kind, count(*)::int as n from activity a
        where a.organisation = t.organisation and a.tour = t.id and a.cancelled_at is null group by a.kind) k), '{}') as counts
    from tour t left join edition_region r on r.organisation = t.organisation and r.edition = t.edition and r.code = t.region
    where t.organisation = ${organisation} and (${condition})
    order by t.starts_on, t.id`.execute(db)
  return rows.rows
}

/** Tours of an edition that stand, with how many activities of each kind they hold. */
export async function toursOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<TourLine[]> {
  if (!maySeeSupport(viewer, place)) return []
  return (await rowsOf(db, viewer.organisation, sql`t.edition = ${place.edition} and t.cancelled_at is null`)).map((row) => line(row, language))
}

/** One tour, cancelled or not; null when the edition has none of that id or the viewer is not of its desk. */
export async function tourById(db: Reader, viewer: Viewer, place: Place, id: string, language: Language): Promise<TourView | null> {
  if (!maySeeSupport(viewer, place)) return null
  const [row] = await rowsOf(db, viewer.organisation, sql`t.edition = ${place.edition} and t.id = ${id}`)
  return row === undefined ? null : whole(row, language)
}

/** Tours that stand and hold an activity for the project. Whoever calls has asked whether the viewer may open its space. */
export async function toursOfProject(db: Reader, organisation: string, project: string, language: Language): Promise<TourView[]> {
  const condition = sql`t.cancelled_at is null and exists (select from activity a
    join activity_project p on p.organisation = a.organisation and p.activity = a.id
    where a.organisation = t.organisation and a.tour = t.id and p.project = ${project})`
  return (await rowsOf(db, organisation, condition)).map((row) => whole(row, language))
}

function whole(row: TourRow, language: Language): TourView {
  return {
    ...line(row, language),
    theme: inLanguage(row.theme, language).text,
    towns: townsOf(inLanguage(row.stops, language).text),
    host: row.host,
    projects: row.projects,
    cancelled: row.cancelled_at !== null,
    cancelReason: row.cancel_reason,
    written: { name: row.name, theme: row.theme, stops: row.stops, region: row.region_code, version: row.version },
  }
}

function line(row: TourRow, language: Language): TourLine {
  return {
    id: row.id,
    name: inLanguage(row.name, language).text,
    region: row.region === null ? null : inLanguage(row.region, language).text,
    mark: row.mark,
    from: row.starts_on,
    to: row.ends_on,
    counts: row.counts,
  }
}
