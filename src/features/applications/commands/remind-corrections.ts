/** Reminding teams of corrections that are still waited for. */
import { sql } from 'kysely'
import type { FormDefinition } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { dayIn, daysBetween, formatDate } from '../../../platform/time/time.ts'
import { inEach } from '../../messages/index.ts'
import { correctionMail } from '../correction-mail.ts'
import { holdApplication } from './correction-held.ts'
import { tellTeam } from './tell-team.ts'

/** A team is reminded when so many days are left, if it had more than that when the day was set. */
const DAYS_BEFORE = 2

/** Writes to every team whose last day is two days ahead and that has sent nothing, once for each last day. Answers how many requests that concerned. */
export async function remindCorrections(db: Database, origin: string, now: Date): Promise<number> {
  const near = await sql<{ organisation: string; application: string; request: string }>`
    select d.organisation, r.application, d.request
    from correction_day d join correction_request r on r.organisation = d.organisation and r.id = d.request
    where d.reminded_at is null and d.due_at between ${now} and ${now}::timestamptz + interval '4 days'
    order by d.due_at, d.request`.execute(db)
  let reminded = 0
  for (const { organisation, application, request } of near.rows)
    if (await remind(db, { organisation, application, request }, origin, now)) reminded += 1
  return reminded
}

interface Waiting {
  readonly organisation: string
  readonly application: string
  readonly request: string
}

interface Row {
  seq: number
  day: string
  due_at: Date
  set_at: Date
  zone: string
  number: string
  language: Language
  edition: Trilingual
  form: FormDefinition
  questions: string[]
  reason: string
}

function remind(db: Database, waiting: Waiting, origin: string, now: Date): Promise<boolean> {
  const { organisation, application, request } = waiting
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    const row = await waitingRow(trx, waiting)
    if (row === undefined || row.due_at < now) return false
    const left = (from: Date): number => daysBetween(dayIn(from, row.zone), row.day)
    if (left(now) > DAYS_BEFORE || left(row.set_at) <= DAYS_BEFORE) return false
    await trx
      .updateTable('correction_day')
      .set({ reminded_at: now })
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .where('seq', '=', row.seq)
      .execute()
    const mail = correctionMail({ ...row, news: 'reminder', application }, row.language, origin)
    const phone = { zone: row.zone, news: { what: 'correction' as const, by: inEach((language) => formatDate(row.day, language)) } }
    const told = await tellTeam(trx, organisation, application, { kind: 'correction-reminder', language: row.language, ...mail }, now, phone)
    await audit(trx, { organisation, stream: application, act: 'correction/reminded', actor: null, at: now, details: { request, told } })
    return true
  })
}

/** The request with its last day, if nothing has come, it was not taken back, the application stands, and it was not reminded of that day. */
async function waitingRow(trx: Trx, { organisation, request }: Waiting): Promise<Row | undefined> {
  const found = await sql<Row>`
    select d.seq, d.day::text as day, d.due_at, d.set_at, c.zone, a.number, s.language, e.name as edition, f.definition as form, r.questions, r.reason
    from correction_request r
    join lateral (select * from correction_day d where d.organisation = r.organisation and d.request = r.id order by d.seq desc limit 1) d on d.reminded_at is null
    join application a on a.organisation = r.organisation and a.id = r.application
    join call c on c.organisation = a.organisation and c.id = a.call
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join submission s on s.organisation = a.organisation and s.application = a.id
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    where r.organisation = ${organisation} and r.id = ${request}
      and not exists (select from correction k where k.organisation = r.organisation and k.request = r.id)
      and not exists (select from correction_recall k where k.organisation = r.organisation and k.request = r.id)
      and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)`.execute(trx)
  return found.rows[0]
}
