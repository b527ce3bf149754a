/** Who is elsewhere at that time, and where: what the database refused, in words a person can act on. */
import { sql } from 'kysely'
import { maySeeSupport } from '../../../domain/activity.ts'
import { inLanguage, inScript, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface Clash {
  readonly what: 'person' | 'room' | 'project'
  /** Name of the person, room or project. */
  readonly who: string
  readonly from: Date
  readonly to: Date
  /** What it is taken by; null when that belongs to an edition the viewer does not see. */
  readonly activity: { readonly title: string; readonly place: string } | null
}

interface ClashRow {
  what: Clash['what']
  name_ar: string | null
  name_latin: string | null
  room: Trilingual | null
  project: string | null
  from: Date
  to: Date
  title: Trilingual
  place: string
  edition: string
  programme: string
}

/** Every person, room and project asked for that another activity of the organisation holds at that time. */
export async function clashesOf(
  db: Reader,
  viewer: Viewer,
  asked: { from: Date; to: Date; people: readonly string[]; projects: readonly string[]; room: string | null; except: string | null },
  language: Language,
): Promise<Clash[]> {
  const during = sql`tstzrange(${asked.from}::timestamptz, ${asked.to}::timestamptz)`
  const elsewhere = sql`h.organisation = ${viewer.organisation} and h.during && ${during} and h.activity is distinct from ${asked.except}::uuid`
  const { rows } = await sql<ClashRow>`
    select c.*, lower(a.during) as "from", upper(a.during) as "to", a.title, a.place, a.edition, e.programme from (
      select 'person' as what, h.activity, p.name_ar, p.name_latin, null::jsonb as room, null as project from activity_person h
        join person p on p.organisation = h.organisation and p.id = h.person where ${elsewhere} and h.person = any(${[...asked.people]}::uuid[])
      union all select 'room', h.activity, null, null, r.name, null from activity_room h
        join room r on r.organisation = h.organisation and r.id = h.room where ${elsewhere} and h.room = ${asked.room}::uuid
      union all select 'project', h.activity, null, null, null, j.title from activity_project h
        join project j on j.organisation = h.organisation and j.id = h.project where ${elsewhere} and h.project = any(${[...asked.projects]}::uuid[])
    ) c
    join activity a on a.organisation = ${viewer.organisation} and a.id = c.activity
    join edition e on e.organisation = a.organisation and e.id = a.edition
    order by lower(a.during), c.what limit 12`.execute(db)
  return rows.map((row) => ({
    what: row.what,
    who: nameOf(row, language),
    from: row.from,
    to: row.to,
    activity: maySeeSupport(viewer, { programme: row.programme, edition: row.edition })
      ? { title: inLanguage(row.title, language).text, place: inScript(row.place, language) }
      : null,
  }))
}

function nameOf(row: ClashRow, language: Language): string {
  if (row.what === 'person') return nameFor({ nameAr: row.name_ar ?? '', nameLatin: row.name_latin ?? '' }, language)
  return row.what === 'room' && row.room !== null ? inLanguage(row.room, language).text : (row.project ?? '')
}
