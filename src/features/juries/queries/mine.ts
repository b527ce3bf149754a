/** The sessions a person sits in, and those they lead that are still to be held. */
import { sql } from 'kysely'
import { mayLeadJury } from '../../../domain/jury.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface MySession {
  readonly session: string
  readonly beginsAt: Date
  readonly place: string
  readonly zone: string
}

interface Row extends MySession {
  readonly programme: string
  readonly edition: string
  readonly sits: boolean
}

/** The latest first. */
export async function mySessions(db: Reader, viewer: SignedIn): Promise<readonly MySession[]> {
  const found = await sql<Row>`
    select s.id as session, s.begins_at as "beginsAt", s.place, o.zone, e.programme, s.edition, m.person is not null as sits
    from jury_session s join organisation o on o.id = s.organisation join edition e on e.organisation = s.organisation and e.id = s.edition
    left join jury_member m on m.organisation = s.organisation and m.session = s.id and m.person = ${viewer.person.id}
    where s.organisation = ${viewer.organisation} and (m.person is not null or s.closed_at is null) order by s.begins_at desc`.execute(db)
  return found.rows
    .filter(({ sits, programme, edition }) => sits || mayLeadJury(viewer, { programme, edition }))
    .map(({ session, beginsAt, place, zone }) => ({ session, beginsAt, place, zone }))
}
