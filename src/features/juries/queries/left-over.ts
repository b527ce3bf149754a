/** What a session would leave if it were closed now. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export interface LeftOver {
  /** Numbers of files of the agenda that were never opened, in its order. */
  readonly notOpened: readonly string[]
  /** Numbers of files last said to be discussed again. */
  readonly again: readonly string[]
}

export async function leftOver(db: Reader, organisation: string, session: string): Promise<LeftOver> {
  const found = await sql<{ number: string; outcome: string | null; opened: boolean }>`
    select a.number, l.outcome, l.id is not null as opened from jury_item i
    join application a on a.organisation = i.organisation and a.id = i.application
    left join lateral (select d.id, d.outcome from jury_discussion d where d.organisation = i.organisation and d.session = i.session and d.application = i.application
      order by d.opened_at desc, d.id desc limit 1) l on true
    where i.organisation = ${organisation} and i.session = ${session} order by i.position, a.number`.execute(db)
  const numbers = (rows: typeof found.rows): string[] => rows.map(({ number }) => number)
  return { notOpened: numbers(found.rows.filter((one) => !one.opened)), again: numbers(found.rows.filter((one) => one.outcome === 'again')) }
}
