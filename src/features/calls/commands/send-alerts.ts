/** What happened to calls, told to whoever asked to be told; and addresses whose time is over, erased. Nobody asks for it: it runs every ten minutes. */
import { sql } from 'kysely'
import { type AlertKind, HOURS_TO_CONFIRM, MONTHS_KEPT } from '../../../domain/call-alert.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { writeMessage } from '../../messages/index.ts'
import { newsMail } from '../alert-mail.ts'
import { eraseAlert } from './alerts.ts'

/** Mails written in one transaction, so that nobody waits behind a thousand of them. */
const AT_ONCE = 100

export interface AlertsSent {
  readonly sent: number
  readonly erased: number
}

/** Each thing is told once, however often and by however many at once this is run. */
export async function sendAlerts(db: Database, origin: string, now: Date): Promise<AlertsSent> {
  let erased = 0
  for (const { organisation, id } of await spentAlerts(db, now)) erased += await erase(db, organisation, id, now)
  let sent = 0
  const due = await dueNews(db, now)
  for (let from = 0; from < due.length; from += AT_ONCE) sent += await tell(db, due.slice(from, from + AT_ONCE), origin, now)
  return { sent, erased }
}

interface Due {
  readonly organisation: string
  readonly alert: string
  readonly address: string
  readonly language: Language
  readonly edition: string
  readonly slug: string
  readonly call: string
  readonly title: Trilingual
  readonly zone: string
  readonly kind: AlertKind
  /** 'YYYY-MM-DDTHH:MM' */
  readonly about: string
  readonly about_at: Date
}

/** Days in which an opening is still news. */
const OPENING_IS_NEWS = sql`interval '3 days'`

/** What is to be told and was not yet. What happened before an alert was confirmed stood on the page its owner had read. */
async function dueNews(db: Reader, now: Date): Promise<readonly Due[]> {
  const found = await sql<Due>`
    with shown as (
      select c.*, e.slug, e.programme from call c join edition e on e.organisation = c.organisation and e.id = c.edition
      where c.published_at <= ${now} and (c.deadline_at is null or c.deadline_at > ${now})),
    open as (select * from shown where opens_at <= ${now}),
    news as (
      select organisation, id, 'announced' as kind, opens_wall as about, opens_at as about_at, published_at as since from shown where opens_at > ${now}
      union all
      select organisation, id, 'opens', opens_wall, opens_at, opens_at from open where opens_at > ${now}::timestamptz - ${OPENING_IS_NEWS}
      union all
      select organisation, id, 'week', deadline_wall, deadline_at, deadline_at - interval '7 days' from open
      where ${now} between deadline_at - interval '7 days' and deadline_at - interval '24 hours'
      union all
      select organisation, id, 'day', deadline_wall, deadline_at, deadline_at - interval '24 hours' from open where ${now} >= deadline_at - interval '24 hours'
      union all
      (select distinct on (x.organisation, x.call) x.organisation, x.call, 'extended', x.to_wall, x.to_at, x.decided_at
      from call_extension x join shown s on s.organisation = x.organisation and s.id = x.call order by x.organisation, x.call, x.seq desc)
      union all
      select x.organisation, x.call, 'closing', x.closes_wall, x.closes_at, x.decided_at
      from call_closing x join shown s on s.organisation = x.organisation and s.id = x.call and s.deadline_wall = x.closes_wall)
    select a.organisation, a.id as alert, a.address, a.language, s.edition, s.slug, s.id as call, s.title, s.zone, n.kind,
      to_char(n.about, 'YYYY-MM-DD"T"HH24:MI') as about, n.about_at
    from news n
    join shown s on s.organisation = n.organisation and s.id = n.id
    join call_alert a on a.organisation = n.organisation and (a.programme is null or a.programme = s.programme) and a.confirmed_at < n.since
    where not exists (select from call_alert_sent t where t.organisation = a.organisation and t.alert = a.id and t.call = n.id and t.kind = n.kind and t.about = n.about)
    order by a.organisation, s.id, a.id`.execute(db)
  return found.rows
}

function tell(db: Database, due: readonly Due[], origin: string, now: Date): Promise<number> {
  return atomically(db, async (trx) => {
    let told = 0
    const heads = new Map<string, { organisation: string; edition: string; kind: AlertKind; count: number }>()
    for (const one of due) {
      if (!(await markTold(trx, one, now))) continue
      const { organisation, alert, address, language, slug, edition, kind } = one
      const mail = newsMail({ ...one, aboutAt: one.about_at, call: { origin, slug } }, language)
      const unsubscribe = `${origin}/${language}/alerts/${alert}/removal`
      await writeMessage(trx, { organisation, kind: 'call-alert', person: null, address, language, object: alert, unsubscribe, ...mail }, now)
      told += 1
      const key = `${edition} ${kind}`
      heads.set(key, { organisation, edition, kind, count: (heads.get(key)?.count ?? 0) + 1 })
    }
    for (const { organisation, edition, kind, count } of heads.values())
      await audit(trx, { organisation, stream: edition, act: 'call-alert/told', actor: null, at: now, details: { kind, count } })
    return told
  })
}

/** Whether it was still to be told: another run may have been quicker, or the alert be gone. */
async function markTold(trx: Trx, { organisation, alert, call, kind, about }: Due, now: Date): Promise<boolean> {
  const marked = await sql`
    insert into call_alert_sent (organisation, alert, call, kind, about, sent_at)
    select organisation, id, ${call}, ${kind}, ${about}::timestamp, ${now} from call_alert where organisation = ${organisation} and id = ${alert} for key share
    on conflict do nothing returning alert`.execute(trx)
  return marked.rows.length > 0
}

/** Never confirmed; or a call announced after it is over (one without a deadline: has opened and said so); or kept long enough. */
async function spentAlerts(db: Reader, now: Date): Promise<readonly { organisation: string; id: string }[]> {
  const found = await sql<{ organisation: string; id: string }>`
    select a.organisation, a.id from call_alert a
    where (a.confirmed_at is null and a.asked_at < ${now}::timestamptz - make_interval(hours => ${HOURS_TO_CONFIRM}))
      or a.asked_at < ${now}::timestamptz - make_interval(months => ${MONTHS_KEPT})
      or exists (
        select from call c join edition e on e.organisation = c.organisation and e.id = c.edition
        where c.organisation = a.organisation and (a.programme is null or e.programme = a.programme) and c.published_at > a.confirmed_at
          and coalesce(c.deadline_at, c.opens_at + ${OPENING_IS_NEWS}) < ${now})
    order by a.organisation, a.id`.execute(db)
  return found.rows
}

function erase(db: Database, organisation: string, id: string, now: Date): Promise<number> {
  return atomically(db, async (trx) => {
    const alert = await trx
      .selectFrom('call_alert')
      .select('programme')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (alert === undefined) return 0
    await eraseAlert(trx, organisation, id)
    await audit(trx, { organisation, stream: alert.programme ?? organisation, act: 'call-alert/erased', actor: null, at: now })
    return 1
  })
}
