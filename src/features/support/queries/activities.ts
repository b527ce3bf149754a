/** Reading activities: the calendar of an edition, one activity and what its form holds. */
import { type RawBuilder, sql } from 'kysely'
import { type ActivityKind, type AttendanceMark, maySeeSupport } from '../../../domain/activity.ts'
import { inLanguage, inScript, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

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
  readonly public: boolean
  readonly projects: number
  readonly present: number
  /** Who gives it. */
  readonly with: readonly string[]
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
  public: boolean
  held_at: Date | null
  cancelled_at: Date | null
  projects: number
  present: number
  people: { name_ar: string; name_latin: string }[]
}

/** Activities of an organisation that answer a condition on `a`, in their order, by one statement. Whoever calls has asked the permission. */
export async function linesWhere(db: Reader, organisation: string, condition: RawBuilder<unknown>, language: Language): Promise<ActivityLine[]> {
  const rows = await sql<LineRow>`
    select a.id, a.kind, a.title, lower(a.during) as "from", upper(a.during) as "to", a.place, r.name as region, r.mark, a.tour, t.name as tour_name,
      a.public, a.held_at, a.cancelled_at,
      (select count(*)::int from activity_project p where p.organisation = a.organisation and p.activity = a.id) as projects,
      (select count(*)::int from attendance n where n.organisation = a.organisation and n.activity = a.id and n.mark = 'present') as present,
      coalesce((select json_agg(json_build_object('name_ar', p.name_ar, 'name_latin', p.name_latin) order by x.part, p.id)
        from activity_person x join person p on p.organisation = x.organisation and p.id = x.person
        where x.organisation = a.organisation and x.activity = a.id and x.part <> 'organiser'), '[]') as people
    from activity a
    left join edition_region r on r.organisation = a.organisation and r.edition = a.edition and r.code = a.region
    left join tour t on t.organisation = a.organisation and t.id = a.tour
    where a.organisation = ${organisation} and (${condition})
    order by lower(a.during), a.id`.execute(db)
  return rows.rows.map((row) => line(row, language))
}

/** Activities of an edition between two instants, of one tour or one region when told. */
export async function activitiesOf(
  db: Reader,
  viewer: Viewer,
  place: Place,
  span: { from: Date; to: Date; tour?: string; region?: string },
  language: Language,
): Promise<ActivityLine[]> {
  if (!maySeeSupport(viewer, place)) return []
  const [tour, region] = [span.tour ?? null, span.region ?? null]
  const condition = sql`a.edition = ${place.edition} and a.during && tstzrange(${span.from}::timestamptz, ${span.to}::timestamptz)
    and (${tour}::uuid is null or a.tour = ${tour}::uuid) and (${region}::text is null or a.region = ${region}::text)`
  return linesWhere(db, viewer.organisation, condition, language)
}

/** When the nearest activity begins, before or after a span in which there is none; null when the edition has none. */
export async function nearestActivity(db: Reader, viewer: Viewer, place: Place, span: { from: Date; region?: string }): Promise<Date | null> {
  if (!maySeeSupport(viewer, place)) return null
  const region = span.region ?? null
  const found = await sql<{ from: Date }>`
    select lower(a.during) as "from" from activity a
    where a.organisation = ${viewer.organisation} and a.edition = ${place.edition} and (${region}::text is null or a.region = ${region}::text)
    order by abs(extract(epoch from lower(a.during) - ${span.from}::timestamptz)), a.id limit 1`.execute(db)
  return found.rows[0]?.from ?? null
}

/** What a tour holds for one project, and what it holds for nobody in particular. Whoever calls has asked whether the viewer may open its space. */
export async function tourLinesOfProject(
  db: Reader,
  organisation: string,
  project: string,
  tour: string,
  language: Language,
): Promise<ActivityLine[]> {
  const expected = sql`select from activity_project p where p.organisation = a.organisation and p.activity = a.id`
  const condition = sql`a.tour = ${tour} and a.cancelled_at is null
    and (exists (${expected} and p.project = ${project}) or not exists (${expected}))`
  return linesWhere(db, organisation, condition, language)
}

function line(row: LineRow, language: Language): ActivityLine {
  return {
    id: row.id,
    kind: row.kind as ActivityKind,
    title: inLanguage(row.title, language).text,
    from: row.from,
    to: row.to,
    place: inScript(row.place, language),
    region: row.region === null ? null : inLanguage(row.region, language).text,
    mark: row.mark,
    tour: row.tour,
    tourName: row.tour_name === null ? null : inLanguage(row.tour_name, language).text,
    public: row.public,
    projects: row.projects,
    present: row.present,
    with: row.people.map((one) => nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)),
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
  readonly room: { readonly id: string; readonly name: string } | null
  readonly cancelReason: string | null
}

/** One activity with who is expected, for the desk of its edition. */
export async function activityById(db: Reader, viewer: Viewer, place: Place, id: string, language: Language): Promise<ActivityView | null> {
  if (!maySeeSupport(viewer, place)) return null
  return activityWhere(db, viewer.organisation, id, sql`a.id = ${id} and a.edition = ${place.edition}`, language)
}

/** The activity of that id if it answers the condition. Whoever calls has asked the permission. */
export async function activityWhere(
  db: Reader,
  organisation: string,
  id: string,
  condition: RawBuilder<unknown>,
  language: Language,
): Promise<ActivityView | null> {
  const [found] = await linesWhere(db, organisation, condition, language)
  if (found === undefined) return null
  const [people, expected, room, cancelled] = await Promise.all([
    db
      .selectFrom('activity_person as a')
      .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'a.organisation').onRef('p.id', '=', 'a.person'))
      .select(['p.id', 'p.name_ar', 'p.name_latin', 'a.part'])
      .where('a.organisation', '=', organisation)
      .where('a.activity', '=', id)
      .orderBy('a.part', 'desc')
      .orderBy('p.id')
      .execute(),
    expectedOf(db, organisation, id),
    db
      .selectFrom('activity_room as a')
      .innerJoin('room as r', (join) => join.onRef('r.organisation', '=', 'a.organisation').onRef('r.id', '=', 'a.room'))
      .innerJoin('venue as v', (join) => join.onRef('v.organisation', '=', 'r.organisation').onRef('v.id', '=', 'r.venue'))
      .select(['r.id', 'r.name', 'v.name as venue'])
      .where('a.organisation', '=', organisation)
      .where('a.activity', '=', id)
      .executeTakeFirst(),
    db.selectFrom('activity').select('cancel_reason').where('organisation', '=', organisation).where('id', '=', id).executeTakeFirst(),
  ])
  return {
    ...found,
    people: people.map((one) => ({ id: one.id, name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language), part: one.part })),
    expected: expected.map((one) => ({ ...one, mark: one.mark as AttendanceMark | null })),
    room: room === undefined ? null : { id: room.id, name: `${inLanguage(room.name, language).text} · ${inLanguage(room.venue, language).text}` },
    cancelReason: cancelled?.cancel_reason ?? null,
  }
}

function expectedOf(db: Reader, organisation: string, activity: string) {
  return db
    .selectFrom('activity_project as a')
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'a.organisation').onRef('j.id', '=', 'a.project'))
    .leftJoin('attendance as n', (join) =>
      join.onRef('n.organisation', '=', 'a.organisation').onRef('n.activity', '=', 'a.activity').onRef('n.project', '=', 'a.project'),
    )
    .select(['a.project', 'j.title', 'j.language', 'n.mark'])
    .where('a.organisation', '=', organisation)
    .where('a.activity', '=', activity)
    .orderBy('j.title')
    .execute()
}
