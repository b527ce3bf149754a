/** Two days before the last moment of a draft its team is reminded by mail, and on the phone who wanted that. */
import { sql } from 'kysely'
import { formWithoutMail } from '../../../domain/assistance.ts'
import type { Answers } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { REMIND_HOURS } from '../../../domain/text-message.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { inEach, tellByPhone, writeMessage } from '../../messages/index.ts'
import { unreadySections } from '../answers.ts'
import { deadlineMail } from '../deadline-mail.ts'
import { formOfVersion } from '../form-version.ts'
import { editionLists } from '../queries/edition-lists.ts'
import { RESULTS_AT } from '../queries/results-at.ts'

const HOUR = 3_600_000

/** Nobody is reminded of what they began, or were given time for, a moment ago. */
const REST_HOURS = 12

/** Drafts that are neither sent nor taken back, with the last moment of each: of the call, or of its extra time when that is later. */
const DRAFTS = sql`
  select a.organisation, a.id as application, a.number, a.call, a.edition, a.language, c.title, c.zone, d.answers,
    (select v.id from form_version v where v.organisation = c.organisation and v.call = c.id order by v.version desc limit 1) as form,
    coalesce(x.until_at, c.deadline_at) as deadline, to_char(coalesce(x.until_wall, c.deadline_wall), 'YYYY-MM-DD"T"HH24:MI') as wall,
    exists (select from application_member h join person p on p.organisation = h.organisation and p.id = h.person
      where h.organisation = a.organisation and h.application = a.id and h.part = 'holder' and p.email is not null) as mailed
  from application a
  join draft d on d.organisation = a.organisation and d.application = a.id
  join call c on c.organisation = a.organisation and c.id = a.call
  left join lateral (select t.until_at, t.until_wall, t.given_at from extra_time t
    where t.organisation = a.organisation and t.application = a.id and t.recalled_at is null
      and t.until_at > c.deadline_at + make_interval(secs => c.grace_seconds)
    order by t.until_at desc limit 1) x on true
  where c.deadline_at is not null and ${sql.raw(RESULTS_AT)} is null
    and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)`

function near(now: Date) {
  const ago = new Date(now.getTime() - REST_HOURS * HOUR)
  const ahead = new Date(now.getTime() + REMIND_HOURS * HOUR)
  return sql`${DRAFTS} and c.published_at <= ${now} and c.opens_at <= ${now}
    and coalesce(x.until_at, c.deadline_at) > ${now} and coalesce(x.until_at, c.deadline_at) <= ${ahead}
    and greatest(a.created_at, x.given_at) <= ${ago}`
}

/**
 * Reminds, once for each last moment, everybody on the team of a draft that is neither sent nor taken back: what is missing,
 * until when, where. Answers how many people were written to. Nobody asks for it: it runs every hour.
 */
export async function remindOfDeadlines(db: Database, origin: string, now: Date): Promise<number> {
  const calls = await sql<{ organisation: string; call: string }>`select distinct organisation, call from (${near(now)}) n order by call`.execute(db)
  let written = 0
  for (const { organisation, call } of calls.rows) written += await remindOf(db, organisation, call, origin, now)
  return written
}

interface Waiting {
  readonly application: string
  readonly number: string
  readonly edition: string
  readonly language: Language
  readonly title: Trilingual
  readonly zone: string
  readonly answers: Answers
  readonly form: string
  readonly deadline: Date
  readonly wall: string
  /** Whether the holder has an address: without one the form does not ask for it. */
  readonly mailed: boolean
  readonly person: string
  readonly email: string | null
}

function remindOf(db: Database, organisation: string, call: string, origin: string, now: Date): Promise<number> {
  return atomically(db, async (trx) => {
    // Locked: of two workers at the same hour, the second finds who was reminded by the first.
    await sql`select from call where organisation = ${organisation} and id = ${call} for update`.execute(trx)
    const found = await sql<Waiting>`
      select n.*, p.id as person, p.email
      from (${near(now)} and a.organisation = ${organisation} and a.call = ${call}) n
      join application_member m on m.organisation = n.organisation and m.application = n.application
      join person p on p.organisation = m.organisation and p.id = m.person
      where not exists (select from deadline_reminder r where r.organisation = n.organisation and r.call = n.call
        and r.person = p.id and r.deadline_at = n.deadline and r.application = n.application)
      order by n.application, p.id`.execute(trx)
    const rung = new Set<string>()
    let written = 0
    for (const one of found.rows) {
      const message = await remindOne(trx, { ...one, organisation, call, rung }, origin, now)
      if (message === null) continue
      const row = { organisation, call, application: one.application, person: one.person, deadline_at: one.deadline, message }
      await trx.insertInto('deadline_reminder').values(row).execute()
      written += 1
    }
    const [first] = found.rows
    if (first !== undefined && written > 0)
      await audit(trx, { organisation, stream: first.edition, act: 'call/reminded', actor: null, at: now, details: { call, told: written } })
    return written
  })
}

interface Reminded extends Waiting {
  readonly organisation: string
  readonly call: string
  /** Phones that rang already: a second draft of the same person rings no second time. */
  readonly rung: Set<string>
}

/** Writes to one person; the message of the reminder, or null when there is no way to reach them. */
async function remindOne(trx: Trx, one: Reminded, origin: string, now: Date): Promise<string | null> {
  const { organisation, call, application, person, language, zone, deadline, rung } = one
  const at = inEach((each) => formatDateTime(deadline, each, zone, { style: 'day-month' }))
  const text = rung.has(person) ? null : await tellByPhone(trx, { organisation, person, zone, news: { what: 'deadline', at }, object: call }, now)
  if (text !== null) rung.add(person)
  if (one.email === null) return text
  const written = await formOfVersion(trx, organisation, one.form)
  const form = one.mailed ? written : formWithoutMail(written)
  const lists = await editionLists(trx, organisation, one.edition, now)
  const mail = deadlineMail({ ...one, missing: unreadySections(form, one.answers, lists) }, language, origin)
  return writeMessage(trx, { organisation, kind: 'deadline-reminder', person, address: one.email, language, object: application, ...mail }, now)
}
