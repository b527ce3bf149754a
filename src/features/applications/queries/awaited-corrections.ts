import { sql } from 'kysely'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** The applications of the viewer whose corrections are waited for at `now`, each with its last day ('YYYY-MM-DD'). */
export async function awaitedCorrections(db: Reader, { organisation, person }: SignedIn, now: Date): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ application: string; day: string }>`
    select r.application, d.day::text as day
    from application_member m
    join correction_request r on r.organisation = m.organisation and r.application = m.application
    join lateral (select * from correction_day d where d.organisation = r.organisation and d.request = r.id order by d.seq desc limit 1) d on d.due_at >= ${now}
    where m.organisation = ${organisation} and m.person = ${person.id}
      and not exists (select from correction c where c.organisation = r.organisation and c.request = r.id)
      and not exists (select from correction_recall c where c.organisation = r.organisation and c.request = r.id)
      and not exists (select from withdrawal w where w.organisation = r.organisation and w.application = r.application)`.execute(db)
  return new Map(found.rows.map(({ application, day }) => [application, day]))
}
