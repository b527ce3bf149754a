/** A call held while its deadline changes, and whom that concerns. */
import { sql } from 'kysely'
import type { CallTimes } from '../../../domain/call.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { Reader, Trx } from '../../../platform/database/database.ts'

export interface LockedCall {
  readonly id: string
  readonly edition: string
  readonly programme: string
  readonly title: Trilingual
  readonly zone: string
  readonly times: CallTimes
  /** The deadline as promised, 'YYYY-MM-DDTHH:MM'; null without one. */
  readonly wall: string | null
  /** How often it was put off already. */
  readonly extended: number
}

interface Row extends Omit<LockedCall, 'times'> {
  readonly published_at: Date | null
  readonly opens_at: Date
  readonly deadline_at: Date | null
  readonly grace_seconds: number
}

/** The call of an edition, by its slug. */
export async function lockCall(trx: Trx, organisation: string, edition: string): Promise<LockedCall | undefined> {
  const found = await sql<Row>`
    select c.id, c.edition, e.programme, c.title, c.zone, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds,
      to_char(c.deadline_wall, 'YYYY-MM-DD"T"HH24:MI') as wall,
      (select count(*)::int from call_extension x where x.organisation = c.organisation and x.call = c.id) as extended
    from call c join edition e on e.organisation = c.organisation and e.id = c.edition
    where c.organisation = ${organisation} and e.slug = ${edition}
    for update of c`.execute(trx)
  const [row] = found.rows
  if (row === undefined) return undefined
  const { published_at, opens_at, deadline_at, grace_seconds, ...call } = row
  return { ...call, times: { publishedAt: published_at, opensAt: opens_at, deadlineAt: deadline_at, graceSeconds: grace_seconds } }
}

/** The calendar of the edition repeats the deadline: it moves with it. */
export async function moveDeadline(trx: Trx, organisation: string, call: LockedCall, to: { wall: string; at: Date }): Promise<void> {
  await trx
    .updateTable('call')
    .set({ deadline_at: to.at, deadline_wall: to.wall })
    .where('organisation', '=', organisation)
    .where('id', '=', call.id)
    .execute()
  const day = to.wall.slice(0, 10)
  await trx
    .updateTable('edition_date')
    .set({ starts_on: day, ends_on: day })
    .where('organisation', '=', organisation)
    .where('edition', '=', call.edition)
    .where('code', '=', 'deadline')
    .execute()
}

/** Who holds a draft that was not sent, with an address to write to. */
export interface DraftHolder {
  readonly application: string
  readonly person: string
  readonly address: string
  readonly language: Language
}

/** Everybody who holds a draft of the call that was neither sent nor taken back. */
export async function draftHolders(db: Reader, organisation: string, call: string): Promise<readonly DraftHolder[]> {
  const found = await sql<DraftHolder>`
    select a.id as application, p.id as person, p.email as address, a.language
    from application a
    join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
    join person p on p.organisation = a.organisation and p.id = m.person
    where a.organisation = ${organisation} and a.call = ${call} and p.email is not null
      and not exists (select from submission s where s.organisation = a.organisation and s.application = a.id)
      and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
    order by a.id`.execute(db)
  return found.rows
}
