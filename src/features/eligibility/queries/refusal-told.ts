/** What the letters of refusal have said of the decision that stands on an application. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** Whether the decision that stands on an application is a refusal whose letter has left: the applicant has it. */
export async function refusalLeft(db: Reader, organisation: string, application: string): Promise<boolean> {
  const found = await sql<{ left: boolean }>`
    select not d.eligible and exists (select from eligibility_letter k
      left join message_batch b on b.organisation = k.organisation and b.id = k.batch
      where k.organisation = d.organisation and k.application = d.application and k.decision = d.seq and (k.batch is null or b.approved_at is not null)) as left
    from eligibility_decision d where d.organisation = ${organisation} and d.application = ${application} order by d.seq desc limit 1`.execute(db)
  return found.rows[0]?.left ?? false
}

/** Whether it is a refusal its letter tells, sent or waiting for a second person. */
export async function refusalTold(db: Reader, organisation: string, application: string): Promise<boolean> {
  const found = await sql<{ told: boolean }>`
    select not d.eligible and exists (select from eligibility_letter k
      where k.organisation = d.organisation and k.application = d.application and k.decision = d.seq) as told
    from eligibility_decision d where d.organisation = ${organisation} and d.application = ${application} order by d.seq desc limit 1`.execute(db)
  return found.rows[0]?.told ?? false
}
