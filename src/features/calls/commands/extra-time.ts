/** Giving one person more time, and taking it back. */
import { sql } from 'kysely'
import { numberFrom } from '../../../domain/application.ts'
import { type CallTimes, lastMoment } from '../../../domain/call.ts'
import { type ExtraTimeGround, giveExtraTime as give, mayGiveExtraTime, withExtraTime } from '../../../domain/extra-time.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { writeMessage } from '../../messages/index.ts'
import { personFound } from '../../people/index.ts'
import { dueOf, RESULTS_DUE } from '../queries/results-due.ts'
import { extraTimeEndedMail, extraTimeMail } from '../extra-time-mail.ts'

export type CallPlace = Place & { readonly slug: string }

export interface ExtraTimeInput {
  /** Number of an application, or the e-mail address of somebody who has begun none. */
  readonly whom: string
  /** The last moment as promised, 'YYYY-MM-DDTHH:MM' in the zone of the call. */
  readonly until: string
  readonly ground: ExtraTimeGround
  /** For officers alone. */
  readonly reason: string
  /** Language of the mail to somebody nobody knows yet. */
  readonly language: Language
}

/**
 * Gives more time to the team of an application, or to a person who has begun none, and writes to them. Refuses
 * `call/unknown`, `extra-time/unknown-person`, `…/already-sent`, `…/not-public`, `…/results-public`, `…/reason-missing`,
 * `…/not-later`, `…/too-far`, `call/time-skipped`. `added`: nobody had this address before, whether somebody reads it is
 * not known. The trail does not hold the reason.
 */
export function giveExtraTime(
  db: Database,
  viewer: SignedIn,
  place: CallPlace,
  input: ExtraTimeInput,
  origin: string,
  now: Date,
): Promise<Result<{ id: string; told: number; added: boolean }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const call = mayGiveExtraTime(viewer, place) ? await lockCall(trx, organisation, place.edition) : undefined
    if (call === undefined) return refused('call/unknown')
    const promised = promisedInstant({ wall: input.until, zone: call.zone })
    if (!promised.ok) return refused('call/time-skipped', { wall: input.until.replace('T', ' '), zone: call.zone })
    const found = await receiver(trx, organisation, call.id, input, now)
    if (!found.ok) return found
    const whom = found.value
    const before = await lastUntil(trx, organisation, call.id, whom)
    const facts = {
      call: withExtraTime(call.times, before),
      submitted: whom.submitted,
      resultsAt: call.results_at,
      everybodys: lastMoment(call.times) ?? now,
      resultsDue: dueOf(call.results_due, call.zone),
      zone: call.zone,
    }
    const allowed = give(facts, { until: promised.instant, reason: input.reason }, now)
    if (!allowed.ok) return allowed
    const id = newId(now)
    const row = {
      organisation,
      id,
      call: call.id,
      person: whom.person,
      application: whom.application,
      until_at: promised.instant,
      until_wall: input.until,
    }
    await trx
      .insertInto('extra_time')
      .values({ ...row, ground: input.ground, reason: input.reason.trim(), given_at: now, given_by: person.id })
      .execute()
    const said = { title: call.title, zone: call.zone, wall: input.until, at: promised.instant, begun: whom.application !== null }
    const path = whom.application === null ? `/calls/${place.slug}/applications` : `/applications/${whom.application}`
    const told = await tell(trx, organisation, whom, 'extra-time-given', (language) => extraTimeMail({ ...said, path }, language, origin), now)
    const entry = { organisation, actor: person.id, at: now }
    const added: AuditFacts[] = whom.added ? [{ ...entry, stream: whom.person, act: 'person/added' }] : []
    const details = { extraTime: id, until: input.until }
    await auditAll(trx, [...added, { ...entry, stream: whom.application ?? whom.person, act: 'extra-time/given', details }])
    return ok({ id, told, added: whom.added })
  })
}

/** Takes extra time back that was given by mistake, and writes to who had it. What was sent meanwhile stays sent. Refuses `call/unknown`, `extra-time/unknown`. */
export function recallExtraTime(
  db: Database,
  viewer: SignedIn,
  place: CallPlace,
  input: { readonly extraTime: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const call = mayGiveExtraTime(viewer, place) ? await lockCall(trx, organisation, place.edition) : undefined
    if (call === undefined) return refused('call/unknown')
    if (!isId(input.extraTime)) return refused('extra-time/unknown')
    const row = await trx
      .updateTable('extra_time')
      .set({ recalled_at: now, recalled_by: person.id })
      .where('organisation', '=', organisation)
      .where('call', '=', call.id)
      .where('id', '=', input.extraTime)
      .where('recalled_at', 'is', null)
      .returning(['person', 'application', 'until_at', 'until_wall'])
      .executeTakeFirst()
    if (row === undefined) return refused('extra-time/unknown')
    const told = {
      title: call.title,
      zone: call.zone,
      wall: row.until_wall.slice(0, 16).replace(' ', 'T'),
      at: row.until_at,
      path: `/calls/${place.slug}`,
    }
    await tell(trx, organisation, row, 'extra-time-ended', (language) => extraTimeEndedMail(told, language, origin), now)
    const stream = row.application ?? row.person
    await auditAll(trx, [{ organisation, stream, act: 'extra-time/recalled', actor: person.id, at: now, details: { extraTime: input.extraTime } }])
    return ok(null)
  })
}

interface CallRow {
  id: string
  title: Trilingual
  zone: string
  published_at: Date | null
  opens_at: Date
  deadline_at: Date
  grace_seconds: number
  results_at: Date | null
  results_due: string | null
}

async function lockCall(trx: Trx, organisation: string, edition: string): Promise<(CallRow & { readonly times: CallTimes }) | undefined> {
  const found = await sql<CallRow>`
    select c.id, c.title, c.zone, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, ${RESULTS_DUE} as results_due,
      (select min(p.published_at) from publication p where p.organisation = c.organisation and p.edition = c.edition) as results_at
    from call c where c.organisation = ${organisation} and c.edition = ${edition} for no key update of c`.execute(trx)
  const row = found.rows[0]
  if (row === undefined) return undefined
  const times = { publishedAt: row.published_at, opensAt: row.opens_at, deadlineAt: row.deadline_at, graceSeconds: row.grace_seconds }
  return { ...row, times }
}

interface Receiver {
  readonly person: string
  readonly application: string | null
  readonly submitted: boolean
  readonly added: boolean
}

/** Who is meant: the holder of the application with this number, or the person with this address and the application they carry, if any. */
async function receiver(trx: Trx, organisation: string, call: string, { whom, language }: ExtraTimeInput, now: Date): Promise<Result<Receiver>> {
  const wanted = whom.trim()
  if (!wanted.includes('@')) {
    const found = await carried(trx, organisation, call, sql`a.number = ${numberFrom(wanted)} and m.part = 'holder'`)
    return found === undefined ? refused('extra-time/unknown-person') : ok({ ...found, added: false })
  }
  const person = await personFound(trx, organisation, { email: wanted.toLowerCase(), phone: null, nameAr: '', nameLatin: '', language }, now)
  if (!person.ok) return person
  const { id, added } = person.value
  const own = await carried(trx, organisation, call, sql`m.person = ${id}`)
  return ok(own === undefined ? { person: id, application: null, submitted: false, added } : { ...own, added })
}

/** A live application of the call with its holder; the holder's own before those of which they are a member. */
async function carried(trx: Trx, organisation: string, call: string, which: ReturnType<typeof sql>): Promise<Omit<Receiver, 'added'> | undefined> {
  const found = await sql<Omit<Receiver, 'added'>>`
    select h.person, a.id as application, exists (select from submission s where s.organisation = a.organisation and s.application = a.id) as submitted
    from application a
    join application_member m on m.organisation = a.organisation and m.application = a.id
    join application_member h on h.organisation = a.organisation and h.application = a.id and h.part = 'holder'
    where a.organisation = ${organisation} and a.call = ${call} and ${which}
      and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
    order by m.part = 'holder' desc, a.created_at limit 1`.execute(trx)
  return found.rows[0]
}

async function lastUntil(trx: Trx, organisation: string, call: string, { person, application }: Receiver): Promise<Date | null> {
  const row = await trx
    .selectFrom('extra_time')
    .select((e) => e.fn.max('until_at').as('until'))
    .where('organisation', '=', organisation)
    .where('call', '=', call)
    .where((e) => (application === null ? e('person', '=', person) : e('application', '=', application)))
    .where('recalled_at', 'is', null)
    .executeTakeFirst()
  return row?.until ?? null
}

/** Writes to the team of the application, or to the person, each in the language of their letters; answers to how many. */
async function tell(
  trx: Trx,
  organisation: string,
  { person, application }: Pick<Receiver, 'person' | 'application'>,
  kind: string,
  mail: (language: Language) => ReturnType<typeof extraTimeMail>,
  now: Date,
): Promise<number> {
  const found = await sql<{ id: string; email: string; language: Language }>`
    select p.id, p.email, coalesce((select a.language from application a where a.organisation = p.organisation and a.id = ${application}), p.language) as language
    from person p
    where p.organisation = ${organisation} and p.email is not null and (p.id = ${person} or exists (
      select from application_member m where m.organisation = p.organisation and m.application = ${application} and m.person = p.id))
    order by p.id`.execute(trx)
  for (const { id, email, language } of found.rows)
    await writeMessage(trx, { organisation, kind, person: id, address: email, language, object: application ?? person, ...mail(language) }, now)
  return found.rows.length
}
