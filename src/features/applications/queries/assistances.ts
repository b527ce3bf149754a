/** Who is helped in an edition, and by whom. */
import { sql } from 'kysely'
import { takesApplications } from '../../../domain/application.ts'
import { type AssistanceChannel, type DeclarationWay, maySeeAssistance } from '../../../domain/assistance.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor, type PersonName, shortName } from '../../../domain/person.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { holdsSomewhere, OFFICERS, type Place, type SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { AssistanceLine, AssistancesView, HelpedBy } from '../views.ts'
import { HELPED } from './hands.ts'
import { RESULTS_AT } from './results-at.ts'

interface Row {
  application: string
  number: string
  helper: string
  helper_name: PersonName
  holder_name: PersonName
  channel: AssistanceChannel
  begun_at: Date
  ended_at: Date | null
  refused: boolean
  declared: DeclarationWay | null
  state: AssistanceLine['state']
}

/** All help of an edition, the last begun first, within the regions the officer serves; null for anybody else. */
export async function assistancesOf(db: Reader, viewer: SignedIn, place: Place, language: Language, now: Date): Promise<AssistancesView | null> {
  if (!maySeeAssistance(viewer, place)) return null
  const scope = scopeOf(viewer, OFFICERS, place)
  const regions = await db
    .selectFrom('edition_region')
    .select(['code', 'name'])
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', place.edition)
    .orderBy('position')
    .execute()
  const found = await sql<Row>`
    select a.id as application, a.number, h.helper, h.channel, h.begun_at, h.ended_at, d.how as declared,
      json_build_object('nameAr', p.name_ar, 'nameLatin', p.name_latin) as helper_name,
      json_build_object('nameAr', o.name_ar, 'nameLatin', o.name_latin) as holder_name,
      h.ended_by is not distinct from m.person as refused,
      case when exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id) then 'withdrawn'
        when exists (select from submission s where s.organisation = a.organisation and s.application = a.id) then 'sent' else 'draft' end as state
    from assistance h
    join application a on a.organisation = h.organisation and a.id = h.application
    join person p on p.organisation = h.organisation and p.id = h.helper
    join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
    join person o on o.organisation = m.organisation and o.id = m.person
    left join holder_declaration d on d.organisation = h.organisation and d.assistance = h.id
    where h.organisation = ${viewer.organisation} and a.edition = ${place.edition}
      and ${scope === 'all' ? sql`true` : sql`(h.helper = ${viewer.person.id} or h.region = any(${[...scope]}))`}
    order by h.begun_at desc, h.id`.execute(db)
  return {
    everywhere: scope === 'all',
    regions: regions.filter((region) => scope === 'all' || scope.includes(region.code)).map(({ code, name }) => ({ code, name: name as Trilingual })),
    door: await doorOf(db, viewer.organisation, place.edition, now),
    lines: found.rows.map((row) => lineOf(row, viewer, language)),
  }
}

async function doorOf(db: Reader, organisation: string, edition: string, now: Date): Promise<AssistancesView['door']> {
  const row = await db
    .selectFrom('call as c')
    .select(['c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds'])
    .select(sql<Date | null>`${sql.raw(RESULTS_AT)}`.as('results_at'))
    .select(
      sql<boolean>`exists (select from extra_time x where x.organisation = c.organisation and x.call = c.id and x.recalled_at is null and x.until_at >= ${now})
        or exists (select from correction_request r
          join application a on a.organisation = r.organisation and a.id = r.application and a.call = c.id
          where r.organisation = c.organisation
            and (select max(d.due_at) from correction_day d where d.organisation = r.organisation and d.request = r.id) >= ${now}
            and not exists (select from correction k where k.organisation = r.organisation and k.request = r.id)
            and not exists (select from correction_recall b where b.organisation = r.organisation and b.request = r.id))`.as('late'),
    )
    .where('c.organisation', '=', organisation)
    .where('c.edition', '=', edition)
    .executeTakeFirst()
  if (row === undefined) return 'closed'
  const times = {
    publishedAt: row.published_at,
    opensAt: row.opens_at,
    deadlineAt: row.deadline_at,
    graceSeconds: row.grace_seconds,
    resultsAt: row.results_at,
  }
  const takes = takesApplications(times, now)
  if (takes.ok) return 'open'
  if (takes.code === 'application/call-not-open') return 'not-open'
  return row.late ? 'late' : 'closed'
}

function lineOf(row: Row, viewer: SignedIn, language: Language): AssistanceLine {
  return {
    application: row.application,
    number: row.number,
    holder: nameFor(row.holder_name, language),
    helper: shortName(row.helper_name, language),
    own: row.helper === viewer.person.id,
    channel: row.channel,
    state: row.state,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    refused: row.refused,
    declared: row.declared,
  }
}

/** Who of the desk helped with an application, for a page of the desk; the caller has checked that the viewer may see it. */
export async function helpedBy(db: Reader, organisation: string, application: string): Promise<HelpedBy[]> {
  const row = await db
    .selectFrom('application as a')
    .select(HELPED.as('helped'))
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', application)
    .executeTakeFirst()
  return (row?.helped ?? []).map((one) => ({ ...one, begunAt: new Date(one.begunAt), endedAt: one.endedAt === null ? null : new Date(one.endedAt) }))
}

/** Applications the viewer writes for others now, the last begun first. */
export async function helpedByMe(
  db: Reader,
  viewer: SignedIn,
): Promise<readonly { readonly application: string; readonly number: string; readonly holder: PersonName }[]> {
  if (!holdsSomewhere(viewer, OFFICERS)) return []
  const found = await sql<{ application: string; number: string; holder: PersonName }>`
    select a.id as application, a.number, json_build_object('nameAr', p.name_ar, 'nameLatin', p.name_latin) as holder
    from assistance h
    join application_hand k on k.organisation = h.organisation and k.application = h.application and k.person = h.helper and k.part = 'helper'
    join application a on a.organisation = h.organisation and a.id = h.application
    join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
    join person p on p.organisation = m.organisation and p.id = m.person
    where h.organisation = ${viewer.organisation} and h.helper = ${viewer.person.id} and h.ended_at is null
      and exists (select from draft d where d.organisation = a.organisation and d.application = a.id)
    order by h.begun_at desc`.execute(db)
  return found.rows
}
