/** What the form of an activity starts from when one changes it: everything as it was written. */
import { sql } from 'kysely'
import { type ActivityKind, mayPlan } from '../../../domain/activity.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface WrittenActivity {
  readonly kind: ActivityKind
  readonly title: Trilingual
  readonly region: string | null
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly public: boolean
  readonly tour: string | null
  readonly version: number
  readonly room: string | null
  readonly people: readonly { readonly person: string; readonly part: string }[]
  readonly projects: readonly string[]
  /** Held or cancelled: nothing more is changed. */
  readonly closed: boolean
}

/** Null when the edition has no such activity or the viewer may not change it. */
export async function writtenActivity(db: Reader, viewer: Viewer, place: Place, id: string): Promise<WrittenActivity | null> {
  const { rows } = await sql<Omit<WrittenActivity, 'kind'> & { kind: string }>`
    select a.kind, a.title, a.region, lower(a.during) as "from", upper(a.during) as "to", a.place, a.public, a.tour, a.version,
      a.held_at is not null or a.cancelled_at is not null as closed,
      (select r.room from activity_room r where r.organisation = a.organisation and r.activity = a.id limit 1) as room,
      coalesce((select json_agg(json_build_object('person', x.person, 'part', x.part) order by x.person) from activity_person x
        where x.organisation = a.organisation and x.activity = a.id), '[]') as people,
      coalesce((select json_agg(x.project order by x.project) from activity_project x
        where x.organisation = a.organisation and x.activity = a.id), '[]') as projects
    from activity a where a.organisation = ${viewer.organisation} and a.edition = ${place.edition} and a.id = ${id}`.execute(db)
  const [row] = rows
  if (row === undefined || !mayPlan(viewer, { ...place, region: row.region })) return null
  return { ...row, kind: row.kind as ActivityKind }
}
