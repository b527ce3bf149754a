/** Reading support: the calendar of an edition, one activity, tours, whom one can ask. */
import { sql } from 'kysely'
import { type ActivityKind, type AttendanceMark, maySeeSupport } from '../../domain/activity.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import type { Place, Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'

export interface ActivityLine {
  readonly id: string
  readonly kind: ActivityKind
  readonly title: string
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly region: string | null
  readonly mark: string | null
  readonly tour: string | null
  readonly tourName: string | null
  readonly projects: number
  readonly present: number
  readonly state: 'planned' | 'held' | 'cancelled'
}

interface LineRow {
  id: string
  kind: string
  title: Trilingual
  from: Date
  to: Date
  place: string
  region: Trilingual | null
  mark: string | null
  tour: string | null
  tour_name: Trilingual | null
  held_at: Date | null
  cancelled_at: Date | null
  projects: number
  present: number
}

/** Activities of an edition between two instants, in their order, by one statement. */
export async function activitiesOf(
  db: Reader,
  viewer: Viewer,
  place: Place,
  span: { from: Date; to: Date; tour?: string },
  language: Language,
): Promise<ActivityLine[]> {
  if (!maySeeSupport(viewer, place)) return []
  const rows = await sql<LineRow>`
    select a.id, a.kind, a.title, lower(a.during) as "from", upper(a.during) as "to", a.place, r.name as region, r.mark, a.tour, t.name as tour_name, a.held_at, a.cancelled_at,
      (select count(*)::int from activity_project p where p.organisation = a.organisation and p.activity = a.id) as projects,
      (select count(*)::int from attendance n where n.organisation = a.organisation and n.activity = a.id and n.mark = 'present') as present
    from activity a
    left join edition_region r on r.organisation = a.organisation and r.edition = a.edition and r.code = a.region
    left join tour t on t.organisation = a.organisation and t.id = a.tour
    where a.organisation = ${viewer.organisation} and a.edition = ${place.edition}
      and a.during && tstzrange(${span.from}::timestamptz, ${span.to}::timestamptz)
      and (${span.tour ?? null}::uuid is null or a.tour = ${span.tour ?? null}::uuid)
    order by lower(a.during), a.id`.execute(db)
  return rows.rows.map((row) => line(row, language))
}

function line(row: LineRow, language: Language): ActivityLine {
  return {
    id: row.id,
    kind: row.kind as ActivityKind,
    title: inLanguage(row.title, language).text,
    from: row.from,
    to: row.to,
    place: row.place,
    region: row.region === null ? null : inLanguage(row.region, language).text,
    mark: row.mark,
    tour: row.tour,
    tourName: row.tour_name === null ? null : inLanguage(row.tour_name, language).text,
    projects: row.projects,
    present: row.present,
    state: row.cancelled_at !== null ? 'cancelled' : row.held_at !== null ? 'held' : 'planned',
  }
}

export interface ActivityView extends ActivityLine {
  readonly people: readonly { readonly id: string; readonly name: string; readonly part: string }[]
  readonly expected: readonly {
    readonly project: string
    readonly title: string
    readonly language: Language
    readonly mark: AttendanceMark | null
  }[]
  readonly cancelReason: string | null
}

/** One activity with who is expected, for those who work with the edition. */
export async function activityById(db: Reader, viewer: Viewer, place: Place, id: string, language: Language): Promise<ActivityView | null> {
  const [found] = await activityLine(db, viewer, place, id, language)
  if (found === undefined) return null
  const [people, expected, cancelled] = await Promise.all([
    db
      .selectFrom('activity_person as a')
      .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'a.organisation').onRef('p.id', '=', 'a.person'))
      .select(['p.id', 'p.name_ar', 'p.name_latin', 'a.part'])
      .where('a.organisation', '=', viewer.organisation)
      .where('a.activity', '=', id)
      .execute(),
    db
      .selectFrom('activity_project as a')
      .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'a.organisation').onRef('j.id', '=', 'a.project'))
      .leftJoin('attendance as n', (join) =>
        join.onRef('n.organisation', '=', 'a.organisation').onRef('n.activity', '=', 'a.activity').onRef('n.project', '=', 'a.project'),
      )
      .select(['a.project', 'j.title', 'j.language', 'n.mark'])
      .where('a.organisation', '=', viewer.organisation)
      .where('a.activity', '=', id)
      .orderBy('j.title')
      .execute(),
    db.selectFrom('activity').select('cancel_reason').where('organisation', '=', viewer.organisation).where('id', '=', id).executeTakeFirst(),
  ])
  return {
    ...found,
    people: people.map((one) => ({ id: one.id, name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language), part: one.part })),
    expected: expected.map((one) => ({ ...one, mark: one.mark as AttendanceMark | null })),
    cancelReason: cancelled?.cancel_reason ?? null,
  }
}

async function activityLine(db: Reader, viewer: Viewer, place: Place, id: string, language: Language): Promise<ActivityLine[]> {
  const always = { from: new Date('1900-01-01'), to: new Date('3000-01-01') }
  return (await activitiesOf(db, viewer, place, always, language)).filter((one) => one.id === id)
}

export interface TourLine {
  readonly id: string
  readonly name: string
  readonly region: string | null
  readonly mark: string | null
  readonly from: string
  readonly to: string
  readonly counts: Readonly<Partial<Record<ActivityKind, number>>>
}

/** Tours of an edition with how many activities of each kind they hold. */
export async function toursOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<TourLine[]> {
  if (!maySeeSupport(viewer, place)) return []
  const rows = await sql<{
    id: string
    name: Trilingual
    region: Trilingual | null
    mark: string | null
    starts_on: string
    ends_on: string
    counts: Partial<Record<ActivityKind, number>>
  }>`
    select t.id, t.name, r.name as region, r.mark, t.starts_on, t.ends_on,
      coalesce((select json_object_agg(k.kind, k.n) from (select a.kind, count(*)::int as n from activity a
        where a.organisation = t.organisation and a.tour = t.id and a.cancelled_at is null group by a.kind) k), '{}') as counts
    from tour t left join edition_region r on r.organisation = t.organisation and r.edition = t.edition and r.code = t.region
    where t.organisation = ${viewer.organisation} and t.edition = ${place.edition} and t.cancelled_at is null
    order by t.starts_on, t.id`.execute(db)
  return rows.rows.map((row) => ({
    id: row.id,
    name: inLanguage(row.name, language).text,
    region: row.region === null ? null : inLanguage(row.region, language).text,
    mark: row.mark,
    from: row.starts_on,
    to: row.ends_on,
    counts: row.counts,
  }))
}

export interface PlanningLists {
  readonly trainers: readonly { readonly id: string; readonly name: string }[]
  readonly projects: readonly { readonly id: string; readonly title: string; readonly region: string }[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly tours: readonly { readonly id: string; readonly name: string }[]
}

/** What a new activity chooses from. */
export async function planningLists(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<PlanningLists> {
  const { organisation } = viewer
  const [trainers, projects, regions, tours] = await Promise.all([
    db
      .selectFrom('role_grant as g')
      .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
      .select(['p.id', 'p.name_ar', 'p.name_latin'])
      .distinct()
      .where('g.organisation', '=', organisation)
      .where('g.role', '=', 'trainer')
      .where('g.ended_at', 'is', null)
      .execute(),
    db
      .selectFrom('project as j')
      .innerJoin('offer as o', (join) =>
        join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id').on('o.accepted', '=', true),
      )
      .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
      .select(['j.id', 'j.title', 'j.region'])
      .where('j.organisation', '=', organisation)
      .where('j.edition', '=', place.edition)
      .where('l.left_on', 'is', null)
      .orderBy('j.region')
      .orderBy('j.title')
      .execute(),
    db
      .selectFrom('edition_region')
      .select(['code', 'name'])
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .orderBy('position')
      .execute(),
    toursOf(db, viewer, place, language),
  ])
  return {
    trainers: trainers.map((one) => ({ id: one.id, name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language) })),
    projects,
    regions: regions.map((region) => ({ code: region.code, name: inLanguage(region.name, language).text })),
    tours: tours.map((tour) => ({ id: tour.id, name: tour.name })),
  }
}
