/** The sessions a person sits in. */
import { sql } from 'kysely'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface MySession {
  readonly session: string
  readonly beginsAt: Date
  readonly place: string
  readonly zone: string
}

export async function mySessions(db: Reader, { organisation, person }: SignedIn): Promise<readonly MySession[]> {
  const found = await sql<MySession>`
    select s.id as session, s.begins_at as "beginsAt", s.place, o.zone
    from jury_member m join jury_session s on s.organisation = m.organisation and s.id = m.session join organisation o on o.id = m.organisation
    where m.organisation = ${organisation} and m.person = ${person.id} order by s.begins_at desc`.execute(db)
  return found.rows
}
