/** Reminders of interviews, each once: the hour is near, or nothing was chosen for some days. */
import { sql } from 'kysely'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database } from '../../../../platform/database/database.ts'
import { dayIn, daysBetween } from '../../../../platform/time/time.ts'
import { tellTeam } from '../../../applications/index.ts'
import { bookedMail, chooseMail } from '../mails.ts'
import { letterFacts } from './ask-to-choose.ts'

/** Writes the day before to whoever holds an hour and did not choose it that same day, and after three days to whoever chose none though some are free. Answers how many. */
export async function remindInterviews(db: Database, origin: string, now: Date): Promise<number> {
  const near = await sql<{ organisation: string; id: string }>`
    select b.organisation, b.id from interview_booking b
    join interview_slot s on s.organisation = b.organisation and s.id = b.slot
    where b.released_at is null and b.reminded_at is null and lower(s.during) > ${now} and lower(s.during) < ${now}::timestamptz + interval '48 hours'
    order by lower(s.during), b.id`.execute(db)
  const silent = await sql<{ organisation: string; application: string }>`
    select q.organisation, q.application from interview_request q
    where q.reminded_at is null and q.asked_at < ${now}::timestamptz - interval '3 days' order by q.asked_at, q.application`.execute(db)
  let reminded = 0
  for (const one of near.rows) if (await remindOfHour(db, one, origin, now)) reminded += 1
  for (const one of silent.rows) if (await remindToChoose(db, one, origin, now)) reminded += 1
  return reminded
}

interface HourRow {
  application: string
  booked_at: Date
  from: Date
  place: string
  zone: string
  change_hours: number
}

function remindOfHour(db: Database, { organisation, id }: { organisation: string; id: string }, origin: string, now: Date): Promise<boolean> {
  return atomically(db, async (trx) => {
    const found = await sql<HourRow>`
      select b.application, b.booked_at, lower(s.during) as "from", s.place, g.zone, o.change_hours
      from interview_booking b
      join interview_slot s on s.organisation = b.organisation and s.id = b.slot
      join interview_opening o on o.organisation = s.organisation and o.id = s.opening
      join organisation g on g.id = b.organisation
      where b.organisation = ${organisation} and b.id = ${id} and b.released_at is null and b.reminded_at is null
        and not exists (select from withdrawal w where w.organisation = b.organisation and w.application = b.application)
        and (select d.eligible from eligibility_decision d where d.organisation = b.organisation and d.application = b.application order by d.seq desc limit 1)
      for update of b`.execute(trx)
    const row = found.rows[0]
    if (row === undefined) return false
    const ahead = (from: Date): number => daysBetween(dayIn(from, row.zone), dayIn(row.from, row.zone))
    if (ahead(now) > 1 || ahead(row.booked_at) <= 1) return false
    const facts = (await letterFacts(trx, organisation, [row.application])).get(row.application)
    if (facts === undefined) return false
    await trx.updateTable('interview_booking').set({ reminded_at: now }).where('organisation', '=', organisation).where('id', '=', id).execute()
    const mail = bookedMail({ ...facts, ...row, changeHours: row.change_hours }, 'reminder', origin)
    const told = await tellTeam(trx, organisation, row.application, mail, now)
    await audit(trx, { organisation, stream: row.application, act: 'interview/reminded', actor: null, at: now, details: { booking: id, told } })
    return true
  })
}

function remindToChoose(
  db: Database,
  { organisation, application }: { organisation: string; application: string },
  origin: string,
  now: Date,
): Promise<boolean> {
  return atomically(db, async (trx) => {
    const found = await sql<{ application: string }>`
      select q.application from interview_request q join submission s on s.organisation = q.organisation and s.application = q.application
      where q.organisation = ${organisation} and q.application = ${application} and q.reminded_at is null
        and not exists (select from interview i where i.organisation = q.organisation and i.application = q.application)
        and not exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application)
        and (select d.eligible from eligibility_decision d where d.organisation = q.organisation and d.application = q.application order by d.seq desc limit 1)
        and not exists (select from selection_seal l where l.organisation = q.organisation and l.edition = q.edition)
        and exists (select from interview_slot t join interview_opening o on o.organisation = t.organisation and o.id = t.opening
          where t.organisation = q.organisation and t.edition = q.edition and t.ended_at is null and lower(t.during) > ${now}
            and (o.region is null or o.region = s.region) and s.language = any(o.languages)
            and not exists (select from interview_booking b where b.organisation = t.organisation and b.slot = t.id and b.released_at is null))
      for update of q`.execute(trx)
    const facts = found.rows.length === 0 ? undefined : (await letterFacts(trx, organisation, [application])).get(application)
    if (facts === undefined) return false
    await trx
      .updateTable('interview_request')
      .set({ reminded_at: now })
      .where('organisation', '=', organisation)
      .where('application', '=', application)
      .execute()
    const told = await tellTeam(trx, organisation, application, chooseMail({ ...facts, application }, 'reminder', origin), now)
    await audit(trx, { organisation, stream: application, act: 'interview/reminded-to-choose', actor: null, at: now, details: { told } })
    return true
  })
}
