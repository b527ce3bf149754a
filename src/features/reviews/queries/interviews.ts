/** Interviews of an edition, and whom one may still invite. */
import { sql } from 'kysely'
import { happens } from './stages.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { passes } from '../../../domain/review.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { InterviewsView } from '../views.ts'
import { readingsOf, reviewersOf } from './desk.ts'

interface Row {
  interview: string
  application: string
  number: string
  title: string
  holder_name: string
  region: string
  from: Date
  to: Date
  place: string
  attended: boolean | null
  panel: { name_ar: string; name_latin: string; score: string | null }[]
}

/** Interviews by time, within what the viewer may see; null for who has no place at this desk. */
export async function interviewsOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<InterviewsView | null> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  if (scope.length === 0) return null
  const found = await sql<Row>`
    select i.id as interview, i.application, a.number, s.title, s.holder_name, s.region, lower(i.during) as "from", upper(i.during) as "to", i.place, i.attended,
      coalesce((select json_agg(json_build_object('name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email), 'score', r.score::text) order by g.assigned_at, g.id)
        from assignment g join reviewer v on v.organisation = g.organisation and v.id = g.reviewer join person p on p.organisation = v.organisation and p.id = v.person
        left join review r on r.organisation = g.organisation and r.assignment = g.id
        where g.organisation = i.organisation and g.application = i.application and ${happens('g', 'interview')} and g.ended_at is null), '[]') as panel
    from interview i
    join submission s on s.organisation = i.organisation and s.application = i.application
    join application a on a.organisation = i.organisation and a.id = i.application
    where i.organisation = ${viewer.organisation} and i.edition = ${place.edition} and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`}
    order by i.during, a.number`.execute(db)
  const [readings, reviewers, terms] = await Promise.all([
    readingsOf(db, viewer, place, language),
    reviewersOf(db, viewer, place, language),
    db
      .selectFrom('edition')
      .select('pass_mark')
      .where('organisation', '=', viewer.organisation)
      .where('id', '=', place.edition)
      .executeTakeFirstOrThrow(),
  ])
  const invited = new Set(found.rows.map((row) => row.application))
  const candidates = (readings ?? []).flatMap(({ application, number, title, mean, readings: given }) => {
    const whole = given.length > 0 && given.every((one) => one.given)
    return whole && mean !== null && !invited.has(application) ? [{ application, number, title, mean, passes: passes(mean, terms.pass_mark) }] : []
  })
  candidates.sort((one, other) => Number(other.mean) - Number(one.mean) || (one.number < other.number ? -1 : 1))
  const name = (person: { name_ar: string; name_latin: string }): string =>
    nameFor({ nameAr: person.name_ar, nameLatin: person.name_latin }, language)
  return {
    lines: found.rows.map(({ holder_name, panel, ...row }) => ({
      ...row,
      holderName: holder_name,
      panel: panel.map((one) => ({ name: name(one), score: one.score })),
    })),
    candidates,
    reviewers: (reviewers ?? []).filter((one) => one.accepted && !one.left).map(({ reviewer, name: shown }) => ({ reviewer, name: shown })),
  }
}
