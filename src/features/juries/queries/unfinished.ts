/** What the jury of an edition has begun, or planned, and not ended. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export interface UnfinishedJury {
  /** Sessions that are open, or planned for this day or later. */
  readonly sessions: readonly { readonly session: string; readonly beginsAt: Date; readonly open: boolean }[]
  /** Numbers of files whose last discussion said that they are to be discussed again. */
  readonly again: readonly string[]
  /** Numbers of files on the agenda of a session that was held, or is, that no session ever opened. */
  readonly notOpened: readonly string[]
}

/** A session that was planned for longer ago than this and never opened is not waited for. */
const LATE = '24 hours'

export async function unfinishedJury(db: Reader, organisation: string, edition: string, now: Date): Promise<UnfinishedJury> {
  const [sessions, again, notOpened] = await Promise.all([
    sql<UnfinishedJury['sessions'][number]>`
      select s.id as session, s.begins_at as "beginsAt", s.opened_at is not null as open from jury_session s
      where s.organisation = ${organisation} and s.edition = ${edition} and s.closed_at is null
        and (s.opened_at is not null or s.begins_at > ${now}::timestamptz - ${LATE}::interval)
      order by s.begins_at, s.id`.execute(db),
    sql<{ number: string }>`
      select a.number from (
        select distinct on (d.application) d.application, d.outcome from jury_discussion d
        join jury_session s on s.organisation = d.organisation and s.id = d.session
        where d.organisation = ${organisation} and s.edition = ${edition} order by d.application, d.opened_at desc, d.id desc) l
      join application a on a.organisation = ${organisation} and a.id = l.application
      where l.outcome = 'again' and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
      order by a.number`.execute(db),
    sql<{ number: string }>`
      select distinct a.number from jury_item i
      join jury_session s on s.organisation = i.organisation and s.id = i.session and s.opened_at is not null
      join application a on a.organisation = i.organisation and a.id = i.application
      where i.organisation = ${organisation} and i.edition = ${edition}
        and not exists (select from jury_discussion d where d.organisation = i.organisation and d.application = i.application)
        and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
      order by a.number`.execute(db),
  ])
  const numbers = ({ rows }: { rows: readonly { number: string }[] }): string[] => rows.map(({ number }) => number)
  return { sessions: sessions.rows, again: numbers(again), notOpened: numbers(notOpened) }
}
