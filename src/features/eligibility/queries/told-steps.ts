/** Dates of what applicants were told of their eligibility, and of their appeals. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export interface EligibilityStep {
  readonly application: string
  readonly what: 'eligible' | 'ineligible' | 'appealed' | 'upheld' | 'rejected'
  readonly at: Date
}

/** The first first, and an appeal upheld before the decision that follows it at the same moment. Of decisions only those whose letter has left. The caller has checked whose applications they are. */
export async function toldStepsOf(db: Reader, organisation: string, applications: readonly string[]): Promise<EligibilityStep[]> {
  if (applications.length === 0) return []
  const found = await sql<EligibilityStep>`
    with told as (
      select k.application, d.eligible, case when k.batch is null then k.written_at else b.approved_at end as at
      from eligibility_letter k
      join eligibility_decision d on d.organisation = k.organisation and d.application = k.application and d.seq = k.decision
      left join message_batch b on b.organisation = k.organisation and b.id = k.batch
      where k.organisation = ${organisation} and k.application = any(${[...applications]}::uuid[])
    ), appeal as (
      select q.* from eligibility_appeal q where q.organisation = ${organisation} and q.application = any(${[...applications]}::uuid[])
    )
    select application, what, at from (
      select application, case when eligible then 'eligible' else 'ineligible' end as what, at from told where at is not null
      union all select application, 'appealed', lodged_at from appeal
      union all select application, case when upheld then 'upheld' else 'rejected' end, answered_at from appeal where answered_at is not null
    ) t order by at, array_position(array['ineligible', 'appealed', 'rejected', 'upheld', 'eligible'], what)`.execute(db)
  return found.rows
}
