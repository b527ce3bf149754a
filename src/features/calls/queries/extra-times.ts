/** Who has extra time in a call. */
import { sql } from 'kysely'
import { lastMoment } from '../../../domain/call.ts'
import { type ExtraTimeGround, isExtraTimeOpen, latestExtraTime, mayGiveExtraTime } from '../../../domain/extra-time.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor, shortName } from '../../../domain/person.ts'
import { isSignedIn, type Place, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dueOf, RESULTS_DUE } from './results-due.ts'
import type { ExtraTimeLine, ExtraTimesView } from '../views.ts'

interface Row {
  id: string
  name_ar: string
  name_latin: string
  email: string | null
  number: string | null
  state: ExtraTimeLine['state']
  until_wall: string
  until_at: Date
  ground: ExtraTimeGround
  reason: string
  given_at: Date
  giver_ar: string
  giver_latin: string
  recalled_at: Date | null
}

/** Everybody who was given extra time, the last first, for officers of the edition; null for anybody else. */
export async function extraTimesOf(db: Reader, viewer: Viewer, place: Place, language: Language, now: Date): Promise<ExtraTimesView | null> {
  if (!mayGiveExtraTime(viewer, place)) return null
  const call = await db
    .selectFrom('call as c')
    .select(['id', 'title', 'zone', 'published_at', 'opens_at', 'deadline_at', 'deadline_wall', 'grace_seconds'])
    .select(
      sql<Date | null>`(select min(p.published_at) from publication p where p.organisation = c.organisation and p.edition = c.edition)`.as(
        'results_at',
      ),
    )
    .select(RESULTS_DUE.as('results_due'))
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', place.edition)
    .executeTakeFirst()
  if (call === undefined) return null
  const found = await sql<Row>`
    select x.id, p.name_ar, p.name_latin, p.email, a.number, x.until_wall::text as until_wall, x.until_at, x.ground, x.reason, x.given_at, x.recalled_at,
      g.name_ar as giver_ar, g.name_latin as giver_latin,
      case when a.id is null then 'not-begun'
        when exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id) then 'withdrawn'
        when exists (select from submission s where s.organisation = a.organisation and s.application = a.id) then 'sent' else 'draft' end as state
    from extra_time x
    join person p on p.organisation = x.organisation and p.id = x.person
    join person g on g.organisation = x.organisation and g.id = x.given_by
    left join application a on a.organisation = x.organisation and a.id = x.application
    where x.organisation = ${viewer.organisation} and x.call = ${call.id}
    order by x.given_at desc, x.id`.execute(db)
  const times = { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }
  return {
    latest: latestExtraTime({ everybodys: lastMoment(times) ?? now, resultsDue: dueOf(call.results_due, call.zone) }, now),
    allowed: isExtraTimeOpen({ call: times, resultsAt: call.results_at }, now),
    title: inLanguage(call.title as Trilingual, language).text,
    zone: call.zone,
    deadline:
      call.deadline_at === null || call.deadline_wall === null
        ? null
        : { wall: call.deadline_wall.slice(0, 16).replace(' ', 'T'), at: call.deadline_at },
    lines: found.rows.map((row) => ({
      id: row.id,
      name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
      address: row.email,
      number: row.number,
      state: row.state,
      wall: row.until_wall.slice(0, 16).replace(' ', 'T'),
      at: row.until_at,
      ground: row.ground,
      reason: row.reason,
      givenAt: row.given_at,
      by: shortName({ nameAr: row.giver_ar, nameLatin: row.giver_latin }, language),
      recalledAt: row.recalled_at,
    })),
  }
}

/** Until when the viewer may begin and send in the call of an edition beyond everybody's deadline; null for most people. */
export async function ownExtraTime(db: Reader, viewer: Viewer, edition: string): Promise<{ readonly wall: string; readonly at: Date } | null> {
  if (!isSignedIn(viewer)) return null
  const found = await sql<{ until_at: Date; until_wall: string }>`
    select x.until_at, x.until_wall::text as until_wall
    from extra_time x join call c on c.organisation = x.organisation and c.id = x.call
    where x.organisation = ${viewer.organisation} and c.edition = ${edition} and x.recalled_at is null
      and (x.person = ${viewer.person.id} or exists (
        select from application_member m where m.organisation = x.organisation and m.application = x.application and m.person = ${viewer.person.id}))
      and not exists (select from submission s where s.organisation = x.organisation and s.application = x.application)
    order by x.until_at desc limit 1`.execute(db)
  const row = found.rows[0]
  return row === undefined ? null : { wall: row.until_wall.slice(0, 16).replace(' ', 'T'), at: row.until_at }
}
