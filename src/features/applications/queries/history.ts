/** What happened to applications since they were sent, as their teams know it. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export type HistoryWhat = 'sent' | 'correction-asked' | 'corrected' | 'correction-recalled' | 'withdrawn'

export interface HistoryEvent {
  readonly what: HistoryWhat
  readonly at: Date
}

/** Dated rows of these applications, the first first; nothing of what is decided and not told stands here. The caller has checked whose they are. */
export async function historyOf(db: Reader, organisation: string, applications: readonly string[]): Promise<ReadonlyMap<string, HistoryEvent[]>> {
  const told = new Map(applications.map((application): [string, HistoryEvent[]] => [application, []]))
  if (applications.length === 0) return told
  const found = await sql<HistoryEvent & { application: string }>`
    select e.* from unnest(${[...applications]}::uuid[]) chosen (application)
    cross join lateral (
      select s.application, 'sent' as what, s.submitted_at as at from submission s where s.organisation = ${organisation} and s.application = chosen.application
      union all select r.application, 'correction-asked', r.asked_at from correction_request r
        where r.organisation = ${organisation} and r.application = chosen.application
      union all select r.application, 'corrected', k.corrected_at from correction_request r
        join correction k on k.organisation = r.organisation and k.request = r.id where r.organisation = ${organisation} and r.application = chosen.application
      union all select r.application, 'correction-recalled', k.recalled_at from correction_request r
        join correction_recall k on k.organisation = r.organisation and k.request = r.id where r.organisation = ${organisation} and r.application = chosen.application
      union all select w.application, 'withdrawn', w.withdrawn_at from withdrawal w where w.organisation = ${organisation} and w.application = chosen.application
    ) e
    order by e.at`.execute(db)
  for (const { application, what, at } of found.rows) told.get(application)?.push({ what, at })
  return told
}
