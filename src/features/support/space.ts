/** The space of a project: what is next, what was done, for its members and for those who work with it. */
import { sql } from 'kysely'
import { type ActivityKind, type AttendanceMark, maySeeSupport } from '../../domain/activity.ts'
import { type ProjectState, projectState } from '../../domain/cohort.ts'
import { inLanguage, inScript, type Language, type Trilingual } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import { holds, type SignedIn } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { type TourView, toursOfProject } from './queries/tours.ts'

export interface SpaceView {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly language: Language
  readonly slug: string
  readonly edition: string
  readonly editionSlug: string
  readonly region: string
  readonly mark: string
  readonly sector: string
  readonly town: string
  readonly state: ProjectState
  readonly showcased: boolean
  readonly zone: string
  /** Whether the viewer works with the edition, rather than being of the project. */
  readonly staff: boolean
  readonly team: readonly string[]
  readonly activities: readonly SpaceActivity[]
  /** Tours that hold something for the project. */
  readonly tours: readonly TourView[]
}

export interface SpaceActivity {
  readonly id: string
  readonly kind: ActivityKind
  readonly title: string
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly with: readonly string[]
  readonly mark: AttendanceMark | null
}

/** The space, or null when there is no such project or it is not the viewer's to see: both look the same. */
export async function spaceOf(db: Reader, viewer: SignedIn, project: string, language: Language, now: Date): Promise<SpaceView | null> {
  const { organisation } = viewer
  const row = await db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'j.organisation').onRef('e.id', '=', 'j.edition'))
    .innerJoin('organisation as g', 'g.id', 'j.organisation')
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .innerJoin('edition_sector as s', (join) =>
      join.onRef('s.organisation', '=', 'j.organisation').onRef('s.edition', '=', 'j.edition').onRef('s.code', '=', 'j.sector'),
    )
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('graduation as d', (join) => join.onRef('d.organisation', '=', 'j.organisation').onRef('d.project', '=', 'j.id'))
    .select([
      'j.id',
      'j.title',
      'j.summary',
      'j.language',
      'j.slug',
      'j.town',
      'j.showcased',
      'j.application',
      'j.edition',
      'e.name as editionName',
      'e.slug as editionSlug',
      'e.programme',
    ])
    .select(['g.zone', 'r.name as region', 'r.mark', 's.name as sector', 'o.accepted', 'o.reply_by', 'l.left_on', 'd.graduated_on'])
    .where('j.organisation', '=', organisation)
    .where('j.id', '=', project)
    .executeTakeFirst()
  if (row === undefined) return null
  const members = await db
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['m.person', 'p.name_ar', 'p.name_latin'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', row.application)
    .orderBy('m.part')
    .execute()
  const place = { programme: row.programme, edition: row.edition }
  const staff = maySeeSupport(viewer, place) || (holds(viewer, ['trainer'], place) && (await trains(db, viewer, project)))
  if (!staff && !members.some((member) => member.person === viewer.person.id)) return null
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    language: row.language,
    slug: row.slug,
    edition: inLanguage(row.editionName, language).text,
    editionSlug: row.editionSlug,
    region: inLanguage(row.region, language).text,
    mark: row.mark,
    sector: inLanguage(row.sector, language).text,
    town: row.town,
    state: projectState({ accepted: row.accepted, replyBy: row.reply_by, left: row.left_on !== null, graduated: row.graduated_on !== null }, now),
    showcased: row.showcased,
    zone: row.zone,
    staff,
    team: members.map((member) => nameFor({ nameAr: member.name_ar, nameLatin: member.name_latin }, language)),
    activities: await activitiesOfProject(db, organisation, project, language),
    tours: await toursOfProject(db, organisation, project, language),
  }
}

/** Whether the viewer gives the project a session. */
async function trains(db: Reader, viewer: SignedIn, project: string): Promise<boolean> {
  const row = await db
    .selectFrom('activity_project as j')
    .innerJoin('activity_person as x', (join) => join.onRef('x.organisation', '=', 'j.organisation').onRef('x.activity', '=', 'j.activity'))
    .select('j.project')
    .where('j.organisation', '=', viewer.organisation)
    .where('j.project', '=', project)
    .where('x.person', '=', viewer.person.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function activitiesOfProject(db: Reader, organisation: string, project: string, language: Language): Promise<SpaceActivity[]> {
  const found = await sql<{
    id: string
    kind: string
    title: Trilingual
    from: Date
    to: Date
    place: string
    people: { name_ar: string; name_latin: string }[]
    mark: string | null
  }>`
    select a.id, a.kind, a.title, lower(a.during) as "from", upper(a.during) as "to", a.place, n.mark,
      coalesce((select json_agg(json_build_object('name_ar', p.name_ar, 'name_latin', p.name_latin)) from activity_person x
        join person p on p.organisation = x.organisation and p.id = x.person
        where x.organisation = a.organisation and x.activity = a.id and x.part <> 'organiser'), '[]') as people
    from activity_project j
    join activity a on a.organisation = j.organisation and a.id = j.activity
    left join attendance n on n.organisation = j.organisation and n.activity = j.activity and n.project = j.project
    where j.organisation = ${organisation} and j.project = ${project}
    order by lower(a.during), a.id`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActivityKind,
    title: inLanguage(row.title, language).text,
    from: row.from,
    to: row.to,
    place: inScript(row.place, language),
    with: row.people.map((one) => nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)),
    mark: row.mark as AttendanceMark | null,
  }))
}
