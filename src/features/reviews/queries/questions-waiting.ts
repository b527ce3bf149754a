/** Questions of readers that wait, and who of the office is told of them. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { QuestionsWaiting } from '../questions/mails.ts'

/** What waits in an edition; null where nothing does. */
export async function questionsWaiting(db: Reader, organisation: string, edition: string): Promise<QuestionsWaiting | null> {
  const found = await sql<QuestionsWaiting>`
    select e.name as edition, e.slug, count(*)::int as count, json_agg(distinct a.number) as numbers
    from file_question q
    join edition e on e.organisation = q.organisation and e.id = q.edition
    join application a on a.organisation = q.organisation and a.id = q.application
    where q.organisation = ${organisation} and q.edition = ${edition} and q.answered_at is null
      and not exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application)
    group by e.name, e.slug`.execute(db)
  return found.rows[0] ?? null
}

export interface OfficeAddress {
  readonly person: string
  readonly address: string
  readonly language: Language
}

/**
 * Officers whose role holds in the whole edition, for an officer of one region does not answer readers; where there is none,
 * the direction. Nobody is written to who asked every question that waits.
 */
export async function officeToTell(db: Reader, organisation: string, edition: string): Promise<readonly OfficeAddress[]> {
  const found = await sql<OfficeAddress & { role: 'officer' | 'director' }>`
    select distinct p.id as person, p.email as address, p.language, g.role
    from role_grant g
    join edition e on e.organisation = g.organisation and e.id = ${edition}
    join person p on p.organisation = g.organisation and p.id = g.person and p.email is not null
    where g.organisation = ${organisation} and g.role in ('officer', 'director') and g.region is null and g.ended_at is null
      and (g.programme is null or g.programme = e.programme) and (g.edition is null or g.edition = e.id)
      and exists (select from file_question q where q.organisation = e.organisation and q.edition = e.id and q.answered_at is null and q.asked_by <> p.id)
    order by p.id`.execute(db)
  const officers = found.rows.filter(({ role }) => role === 'officer')
  return officers.length > 0 ? officers : found.rows
}
