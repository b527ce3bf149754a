/** An applicant's own page: the hour they hold, and those they may still choose. */
import { sql } from 'kysely'
import { barredPairs } from '../../queries/barred.ts'
import { changeUntil } from '../../../../domain/interview-slot.ts'
import type { Language, Trilingual } from '../../../../domain/language.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import type { ChoiceView } from '../views.ts'

interface Row {
  application: string
  edition: string
  number: string
  title: string
  language: Language
  region: string
  zone: string
  slug: string
  name: Trilingual
  phone: string | null
  asked: boolean
  closed: boolean
  slot: string | null
  from: Date | null
  to: Date | null
  place: string | null
  change_hours: number | null
  attended: boolean | null
}

/** Null unless the viewer is of the team and was asked, or has an interview. */
export async function choiceOf(db: Reader, viewer: SignedIn, application: string, now: Date): Promise<ChoiceView | null> {
  const row = isId(application) ? (await rowsOf(db, viewer, application))[0] : undefined
  if (row === undefined) return null
  const held =
    row.from === null || row.to === null || row.place === null
      ? null
      : {
          slot: row.slot,
          from: row.from,
          to: row.to,
          place: row.place,
          changeUntil: row.change_hours === null ? null : changeUntil(row.from, row.change_hours),
        }
  const movable = held === null || (held.changeUntil !== null && now <= held.changeUntil)
  const open = row.asked && !row.closed && row.attended === null && movable
  return {
    application: row.application,
    number: row.number,
    title: row.title,
    zone: row.zone,
    edition: { slug: row.slug, name: row.name },
    language: row.language,
    phone: row.phone,
    held,
    attended: row.attended,
    open,
    free: open ? await freeSlots(db, viewer.organisation, row, now) : [],
  }
}

/** The viewer's applications that were asked to choose, or have an hour. */
export async function choicesOf(
  db: Reader,
  viewer: SignedIn,
): Promise<{ application: string; title: string; number: string; from: Date | null; zone: string }[]> {
  return (await rowsOf(db, viewer, null)).map(({ application, title, number, from, zone }) => ({ application, title, number, from, zone }))
}

async function rowsOf(db: Reader, viewer: SignedIn, application: string | null): Promise<Row[]> {
  const found = await sql<Row>`
    select s.application, s.edition, a.number, s.title, s.language, s.region, g.zone, e.slug, e.name, nullif(l.texts->'help'->>'phone', '') as phone, q.asked_at is not null as asked,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
        or exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as closed,
      b.slot, lower(i.during) as "from", upper(i.during) as "to", i.place, o.change_hours, i.attended
    from application_member m
    join submission s on s.organisation = m.organisation and s.application = m.application
    join application a on a.organisation = s.organisation and a.id = s.application
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join call l on l.organisation = a.organisation and l.id = a.call
    join organisation g on g.id = s.organisation
    left join interview_request q on q.organisation = s.organisation and q.application = s.application
    left join interview i on i.organisation = s.organisation and i.application = s.application
    left join interview_booking b on b.organisation = s.organisation and b.application = s.application and b.released_at is null
    left join interview_slot t on t.organisation = b.organisation and t.id = b.slot
    left join interview_opening o on o.organisation = t.organisation and o.id = t.opening
    where m.organisation = ${viewer.organisation} and m.person = ${viewer.person.id} and (${application}::uuid is null or s.application = ${application})
      and (i.id is not null or (q.asked_at is not null and coalesce((select d.eligible from eligibility_decision d
        where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1), false)))
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
    order by a.number`.execute(db)
  return found.rows
}

/** Slots of their region and language that nobody holds, with somebody on the panel who may hear them; by time. */
export async function freeSlots(
  db: Reader,
  organisation: string,
  {
    application,
    edition,
    region,
    language,
  }: { readonly application: string; readonly edition: string; readonly region: string; readonly language: Language | null },
  now: Date,
): Promise<ChoiceView['free']> {
  const found = await sql<ChoiceView['free'][number]>`
    select s.id as slot, lower(s.during) as "from", upper(s.during) as "to", s.place
    from interview_slot s
    join interview_opening o on o.organisation = s.organisation and o.id = s.opening
    where s.organisation = ${organisation} and s.edition = ${edition} and s.ended_at is null and lower(s.during) > ${now}
      and (o.region is null or o.region = ${region}) and (${language}::text is null or ${language} = any(o.languages))
      and not exists (select from interview_booking b where b.organisation = s.organisation and b.slot = s.id and b.released_at is null)
      and exists (select from interview_seat t join reviewer v on v.organisation = t.organisation and v.id = t.reviewer and v.left_at is null
        where t.organisation = s.organisation and t.slot = s.id
          and not exists (select from ${barredPairs(organisation, edition)} c where c.application = ${application} and c.reviewer = t.reviewer))
    order by s.during, s.place`.execute(db)
  return found.rows
}
