/** Applications begun and never sent: nobody read them, and nobody answers them. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export interface UnsentDrafts {
  readonly count: number
  /** When sending ended; null for a call without a deadline. */
  readonly deadlineAt: Date | null
}

/** Of an edition; who was given more time and sent is not among them. */
export async function unsentDrafts(db: Reader, organisation: string, edition: string): Promise<UnsentDrafts> {
  const found = await sql<{ count: number; deadline_at: Date | null }>`
    select (select count(*)::int from application a where a.organisation = e.organisation and a.edition = e.id
        and not exists (select from submission s where s.organisation = a.organisation and s.application = a.id)) as count,
      (select c.deadline_at from call c where c.organisation = e.organisation and c.edition = e.id) as deadline_at
    from edition e where e.organisation = ${organisation} and e.id = ${edition}`.execute(db)
  const [row] = found.rows
  return { count: row?.count ?? 0, deadlineAt: row?.deadline_at ?? null }
}
