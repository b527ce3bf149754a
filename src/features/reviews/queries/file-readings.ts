/** What reviewers have of one application, in all stages. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { mayEndReading } from '../../../domain/review.ts'
import { nameFor } from '../../../domain/person.ts'
import { reaches, scopeOf } from '../../../domain/scope.ts'
import { type Place, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { FileReadings } from '../views.ts'

interface Row extends Pick<FileReadings, 'number' | 'title' | 'interview'> {
  region: string
  parts: { assignment: string; happens: 'reading' | 'interview'; given: boolean; name_ar: string; name_latin: string }[]
}

/** Null for an application that the viewer may not see. */
export async function fileReadings(
  db: Reader,
  viewer: Viewer,
  place: Place,
  application: string,
  language: Language,
  now: Date,
): Promise<FileReadings | null> {
  if (!isId(application)) return null
  const found = await sql<Row>`
    select a.number, s.title, s.region,
      (select json_build_object('from', lower(i.during), 'place', i.place) from interview i
        where i.organisation = s.organisation and i.application = s.application and i.attended is null and lower(i.during) > ${now}) as interview,
      coalesce((select json_agg(json_build_object('assignment', g.id, 'happens', t.happens, 'given', r.submitted_at is not null, 'name_ar', p.name_ar,
          'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by t.position, g.third, g.assigned_at, g.id)
        from assignment g
        join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
        join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
        join person p on p.organisation = v.organisation and p.id = v.person
        left join review r on r.organisation = g.organisation and r.assignment = g.id
        where g.organisation = s.organisation and g.application = s.application and g.ended_at is null), '[]') as parts
    from submission s join application a on a.organisation = s.organisation and a.id = s.application
    where s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and s.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined || !reaches(scopeOf(viewer, FILE_READERS, place), row.region)) return null
  const { number, title, interview, parts } = row
  return {
    application,
    mayEnd: mayEndReading(viewer, place, { region: row.region, open: true }),
    number,
    title,
    interview: interview === null ? null : { ...interview, from: new Date(interview.from) },
    parts: parts.map(({ name_ar, name_latin, ...part }) => ({ ...part, name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language) })),
  }
}
