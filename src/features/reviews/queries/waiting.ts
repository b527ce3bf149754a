/** Applications that lack readers: what is left of the plan, and what comes back when somebody leaves or steps back. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** Numbers of eligible applications with fewer readings than the edition asks, in their order. With a reviewer: those they no longer read. */
export async function waitingApplications(db: Reader, organisation: string, edition: string, reviewer: string | null = null): Promise<string[]> {
  const left =
    reviewer === null
      ? sql`true`
      : sql`exists (select from assignment g where g.organisation = s.organisation and g.application = s.application and g.stage = t.code and g.reviewer = ${reviewer} and g.ended_at is not null)`
  const found = await sql<{ number: string }>`
    select distinct a.number
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join edition_stage t on t.organisation = s.organisation and t.edition = s.edition and t.happens = 'reading'
    join stage_admission m on m.organisation = s.organisation and m.edition = s.edition and m.stage = t.code and m.application = s.application
    join lateral (select eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by seq desc limit 1) d on d.eligible
    where s.organisation = ${organisation} and s.edition = ${edition} and ${left}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
      and (select count(*) from assignment g where g.organisation = s.organisation and g.application = s.application
        and g.stage = t.code and not g.third and g.ended_at is null) < t.readers
    order by a.number`.execute(db)
  return found.rows.map(({ number }) => number)
}
