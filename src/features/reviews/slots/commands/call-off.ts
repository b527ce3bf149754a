/** Calling off an interview whose file is no more in the call: found not eligible, or withdrawn. */
import { sql } from 'kysely'
import { type CallOff, callsOff } from '../../../../domain/interview.ts'
import type { Language } from '../../../../domain/language.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { tellTeam } from '../../../applications/index.ts'
import { writeMessage } from '../../../messages/index.ts'
import { happens } from '../../queries/stages.ts'
import { calledOffMail, panelCalledOffMail } from '../mails.ts'
import { letterFacts } from './ask-to-choose.ts'

interface Row {
  edition: string
  zone: string
  interview: string
  from: Date
  place: string
  attended: boolean | null
  booking: string | null
  withdrawn_by: string | null
  eligible: boolean | null
  decided_by: string | null
}

/**
 * Frees the hour and the room, ends what the panel had still to do, and writes to the team and to the panel. An interview
 * that has begun, and one of a file that is in the call after all, stays. Done twice, it is done once. Answers whether it was called off.
 */
export function callOffInterview(db: Database, organisation: string, application: string, origin: string, now: Date): Promise<boolean> {
  return atomically(db, async (trx) => {
    const row = await hold(trx, organisation, application)
    if (row === undefined) return false
    const why = callsOff({ from: row.from, attended: row.attended, withdrawn: row.withdrawn_by !== null, eligible: row.eligible }, now)
    if (why === null) return false
    const panel = await panelOf(trx, organisation, application)
    const by = why === 'withdrawn' ? row.withdrawn_by : row.decided_by
    await release(trx, organisation, application, row, { why, by }, now)
    const facts = (await letterFacts(trx, organisation, [application])).get(application)
    if (facts === undefined) throw new Error('An interview is of an application that was sent.')
    const about = { ...facts, application, from: row.from, place: row.place, zone: row.zone }
    const told = await tellTeam(trx, organisation, application, calledOffMail(about, why, origin), now)
    for (const { person, email, language } of panel) {
      const mail = panelCalledOffMail(about, language, origin)
      await writeMessage(trx, { organisation, person, address: email, object: row.interview, ...mail }, now)
    }
    const details = { interview: row.interview, why, told, panel: panel.length }
    await audit(trx, { organisation, stream: application, act: 'interview/called-off', actor: by, at: now, details })
    return true
  })
}

/** Locks as booking a slot does: the edition, then the application. */
async function hold(trx: Trx, organisation: string, application: string): Promise<Row | undefined> {
  await sql`select e.id from edition e join application a on a.organisation = e.organisation and a.edition = e.id
    where a.organisation = ${organisation} and a.id = ${application} for share of e`.execute(trx)
  await sql`select id from application where organisation = ${organisation} and id = ${application} for update`.execute(trx)
  const found = await sql<Row>`
    select i.edition, g.zone, i.id as interview, lower(i.during) as "from", i.place, i.attended, b.id as booking, w.withdrawn_by,
      d.eligible, d.decided_by
    from interview i
    join organisation g on g.id = i.organisation
    left join interview_booking b on b.organisation = i.organisation and b.application = i.application and b.released_at is null
    left join withdrawal w on w.organisation = i.organisation and w.application = i.application
    left join lateral (select k.eligible, k.decided_by from eligibility_decision k
      where k.organisation = i.organisation and k.application = i.application order by k.seq desc limit 1) d on true
    where i.organisation = ${organisation} and i.application = ${application}`.execute(trx)
  return found.rows[0]
}

/** Who would have heard the applicant, and has an address. A panel is ended by hand before its file is found not eligible: who sat there is told too, but not who had moved to another hour, or was in conflict. */
async function panelOf(trx: Trx, organisation: string, application: string): Promise<{ person: string; email: string; language: Language }[]> {
  const found = await sql<{ person: string; email: string; language: Language }>`
    select p.id as person, p.email, p.language
    from assignment g
    join reviewer r on r.organisation = g.organisation and r.id = g.reviewer and r.left_at is null
    join person p on p.organisation = r.organisation and p.id = r.person and p.email is not null
    where g.organisation = ${organisation} and g.application = ${application} and ${happens('g', 'interview')}
      and g.end_reason is distinct from 'moved' and g.end_reason is distinct from 'conflict'
    order by p.id`.execute(trx)
  return found.rows
}

/** The arranged hour is kept as one that was called off; slot, room and panel are free for others. */
async function release(
  trx: Trx,
  organisation: string,
  application: string,
  { interview, booking }: Row,
  { why, by }: { readonly why: CallOff; readonly by: string | null },
  now: Date,
): Promise<void> {
  if (booking !== null)
    await trx
      .updateTable('interview_booking')
      .set({ released_at: now, released_by: by })
      .where('organisation', '=', organisation)
      .where('id', '=', booking)
      .execute()
  await sql`with gone as (delete from interview where organisation = ${organisation} and id = ${interview} returning *)
    insert into interview_called_off (organisation, id, edition, application, during, place, invited_at, invited_by, why, called_off_at)
    select organisation, id, edition, application, during, place, invited_at, invited_by, ${why}, ${now}::timestamptz from gone`.execute(trx)
  await sql`update assignment g set ended_at = ${now}, ended_by = ${by}, end_reason = ${why}
    where g.organisation = ${organisation} and g.application = ${application} and g.ended_at is null and ${happens('g', 'interview')}
      and not exists (select from review v where v.organisation = g.organisation and v.assignment = g.id and v.submitted_at is not null)`.execute(trx)
}
