/** Taking a slot: by the team that was asked, or by the office for whoever has no network. The first who asks has it. */
import { sql } from 'kysely'
import { type BookingFacts, bookSlot as mayBook } from '../../../../domain/interview-slot.ts'
import { mayArrangeReviews } from '../../../../domain/review.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { barredPairs } from '../../queries/barred.ts'
import { interviewStage } from '../../commands/interview.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { isId, newId } from '../../../../platform/database/id.ts'
import { tellTeam } from '../../../applications/index.ts'
import { bookedMail } from '../mails.ts'
import { letterFacts } from './ask-to-choose.ts'

interface Row {
  edition: string
  programme: string
  region: string
  zone: string
  sealed: boolean
  eligible: boolean
  withdrawn: boolean
  member: boolean
  asked: boolean
  attended: boolean | null
  interview: string | null
  booking: string | null
  held: string | null
  held_from: Date | null
  held_hours: number | null
  from: Date
  to: Date
  place: string
  change_hours: number
  ended: boolean
  booked: boolean
  in_region: boolean
  in_language: boolean
  panel: string[]
}

/**
 * Books the slot, or changes to it; choosing again what one holds changes nothing. Refuses `slot/unknown` to whoever is
 * neither of the team nor of the office, and what `bookSlot` of the domain refuses.
 */
export async function bookSlot(
  db: Database,
  viewer: SignedIn,
  input: { readonly application: string; readonly slot: string },
  origin: string,
  now: Date,
): Promise<Result<{ interview: string }>> {
  if (!isId(input.application) || !isId(input.slot)) return refused('slot/unknown')
  return atomically(db, async (trx) => {
    const row = await hold(trx, viewer, input)
    if (row === undefined) return refused('slot/unknown')
    const byOffice = mayArrangeReviews(viewer, { programme: row.programme, edition: row.edition })
    if (!byOffice && !row.member) return refused('slot/unknown')
    if (row.held === input.slot && row.interview !== null && row.attended === null) return ok({ interview: row.interview })
    const outcome = mayBook(factsOf(row, input.slot, byOffice), now)
    if (!outcome.ok) return outcome
    const interview = await write(trx, viewer, input, row, now)
    await tell(trx, viewer.organisation, input.application, row, origin, now)
    await audit(trx, {
      organisation: viewer.organisation,
      stream: input.application,
      act: row.booking === null ? 'interview/slot-booked' : 'interview/slot-changed',
      actor: viewer.person.id,
      at: now,
      details: { interview, slot: input.slot, panel: row.panel, byOffice },
    })
    return ok({ interview })
  })
}

/** Locks the application, then the slot: who comes second waits, and then reads what the first has done. */
async function hold(trx: Trx, viewer: SignedIn, { application, slot }: { application: string; slot: string }): Promise<Row | undefined> {
  const { organisation, person } = viewer
  // Shared by all who book, but not with whoever seals the selection or arranges the edition.
  const locked = await sql<{ id: string }>`select e.id from edition e join application a on a.organisation = e.organisation and a.edition = e.id
    where a.organisation = ${organisation} and a.id = ${application} for share of e`.execute(trx)
  const [edition] = locked.rows
  if (edition === undefined) return undefined
  await sql`select id from application where organisation = ${organisation} and id = ${application} for update`.execute(trx)
  await sql`select id from interview_slot where organisation = ${organisation} and id = ${slot} for update`.execute(trx)
  const found = await sql<Row>`
    select s.edition, e.programme, s.region, g.zone, q.asked_at is not null as asked, i.id as interview, i.attended,
      b.id as booking, b.slot as held, lower(h.during) as held_from, ho.change_hours as held_hours,
      exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as sealed,
      coalesce((select d.eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1), false) as eligible,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn,
      exists (select from application_member m where m.organisation = s.organisation and m.application = s.application and m.person = ${person.id}) as member,
      lower(t.during) as "from", upper(t.during) as "to", t.place, o.change_hours, t.ended_at is not null as ended,
      exists (select from interview_booking k where k.organisation = t.organisation and k.slot = t.id and k.released_at is null) as booked,
      (o.region is null or o.region = s.region) as in_region, s.language = any(o.languages) as in_language,
      coalesce((select array_agg(x.reviewer order by x.reviewer) from interview_seat x
        join reviewer v on v.organisation = x.organisation and v.id = x.reviewer and v.left_at is null
        where x.organisation = t.organisation and x.slot = t.id
          and not exists (select from ${barredPairs(organisation, edition.id)} c where c.application = s.application and c.reviewer = x.reviewer)), '{}')::text[] as panel
    from submission s
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join organisation g on g.id = s.organisation
    join interview_slot t on t.organisation = s.organisation and t.edition = s.edition and t.id = ${slot}
    join interview_opening o on o.organisation = t.organisation and o.id = t.opening
    left join interview_request q on q.organisation = s.organisation and q.application = s.application
    left join interview i on i.organisation = s.organisation and i.application = s.application
    left join interview_booking b on b.organisation = s.organisation and b.application = s.application and b.released_at is null
    left join interview_slot h on h.organisation = b.organisation and h.id = b.slot
    left join interview_opening ho on ho.organisation = h.organisation and ho.id = h.opening
    where s.organisation = ${organisation} and s.application = ${application}`.execute(trx)
  return found.rows[0]
}

function factsOf(row: Row, slot: string, byOffice: boolean): BookingFacts {
  const { sealed, eligible, withdrawn, asked, attended, held, held_from, held_hours } = row
  return {
    sealed,
    eligible,
    withdrawn,
    asked,
    byOffice,
    attended,
    fixed: row.interview !== null && held === null,
    current: held === null || held_from === null || held_hours === null ? null : { slot: held, from: held_from, changeHours: held_hours },
    slot: {
      id: slot,
      from: row.from,
      ended: row.ended,
      booked: row.booked,
      inRegion: row.in_region,
      inLanguage: row.in_language,
      seats: row.panel.length,
    },
  }
}

async function write(
  trx: Trx,
  { organisation, person }: SignedIn,
  { application, slot }: { application: string; slot: string },
  row: Row,
  now: Date,
): Promise<string> {
  if (row.booking !== null)
    await trx
      .updateTable('interview_booking')
      .set({ released_at: now, released_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', row.booking)
      .execute()
  const { edition, place } = row
  await trx
    .insertInto('interview_booking')
    .values({ organisation, id: newId(now), edition, application, slot, booked_at: now, booked_by: person.id })
    .execute()
  const during = `[${row.from.toISOString()},${row.to.toISOString()})`
  const interview = row.interview ?? newId(now)
  if (row.interview === null)
    await trx
      .insertInto('interview')
      .values({ organisation, id: interview, edition, application, during, place, invited_at: now, invited_by: person.id })
      .execute()
  else
    await trx
      .updateTable('interview')
      .set({ during, place, attended: null, recorded_at: null, recorded_by: null })
      .where('organisation', '=', organisation)
      .where('id', '=', interview)
      .execute()
  await seat(trx, organisation, person.id, application, row, now)
  return interview
}

/** Why the seat of somebody in the panel of an hour that was given up ended. */
const MOVED = 'moved'

/** The panel of the file becomes that of the slot; whoever sat there before and comes back takes the same seat. */
async function seat(trx: Trx, organisation: string, actor: string, application: string, { edition, panel }: Row, now: Date): Promise<void> {
  const stage = (await interviewStage(trx, organisation, edition))?.code
  if (stage === undefined) throw new Error('A slot is opened where the edition has interviews.')
  await sql`update assignment set ended_at = ${now}, ended_by = ${actor}, end_reason = ${MOVED}
    where organisation = ${organisation} and application = ${application} and stage = ${stage} and ended_at is null and not (reviewer = any(${panel}::uuid[]))`.execute(
    trx,
  )
  const rows = panel.map((reviewer) => ({
    organisation,
    id: newId(now),
    edition,
    stage,
    application,
    reviewer,
    assigned_at: now,
    assigned_by: actor,
  }))
  await trx
    .insertInto('assignment')
    .values(rows)
    .onConflict((already) => already.constraint('assignment_once').doUpdateSet({ ended_at: null, ended_by: null, end_reason: null, set_aside: null }))
    .execute()
}

async function tell(trx: Trx, organisation: string, application: string, row: Row, origin: string, now: Date): Promise<void> {
  const facts = (await letterFacts(trx, organisation, [application])).get(application)
  if (facts === undefined) return
  const { from, place, zone, change_hours } = row
  await tellTeam(
    trx,
    organisation,
    application,
    bookedMail({ ...facts, application, from, place, zone, changeHours: change_hours }, 'booked', origin),
    now,
  )
}
