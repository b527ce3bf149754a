/** Dates of what a team was told of its interview. */
import { sql } from 'kysely'
import type { Reader } from '../../../../platform/database/database.ts'

export interface InterviewStep {
  readonly application: string
  readonly what: 'asked' | 'hour' | 'held' | 'off'
  readonly at: Date
  /** When the interview is, or was to be. */
  readonly from: Date | null
  readonly zone: string
}

/** The first first. Who did not come reads it on the page of the interview. The caller has checked whose applications they are. */
export async function toldInterviews(db: Reader, organisation: string, applications: readonly string[]): Promise<InterviewStep[]> {
  if (applications.length === 0) return []
  const mine = sql`organisation = ${organisation} and application = any(${[...applications]}::uuid[])`
  const found = await sql<InterviewStep>`
    select t.*, o.zone from (
      select application, 'asked' as what, asked_at as at, null::timestamptz as "from" from interview_request where ${mine}
      union all select application, 'hour', invited_at, lower(during) from interview where ${mine}
      union all select application, 'held', lower(during), lower(during) from interview where ${mine} and attended
      union all select application, 'off', called_off_at, lower(during) from interview_called_off where ${mine}
    ) t join organisation o on o.id = ${organisation}
    order by t.at, array_position(array['asked', 'hour', 'held', 'off'], t.what)`.execute(db)
  return found.rows
}
