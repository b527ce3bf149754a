/** A session held for a command: one act at a time in a room. */
import { type JuryFacts, mayLeadJury, mayPrepareJury } from '../../../domain/jury.ts'
import type { Language } from '../../../domain/language.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { conflictsOf, juryFacts, membersOf, type SessionRow, sessionRow } from '../queries/session.ts'
import type { JuryMember } from '../views.ts'

export interface HeldSession {
  readonly row: SessionRow
  readonly place: Place
  readonly members: readonly JuryMember[]
  readonly conflicts: ReadonlyMap<string, readonly string[]>
  readonly facts: JuryFacts
  readonly leads: boolean
  readonly prepares: boolean
  readonly member: boolean
}

/** Locks the session and reads how it stands; null where there is none, or it is not the viewer's. */
export async function holdSession(
  trx: Trx,
  viewer: SignedIn,
  session: string,
  language: Language = viewer.person.language,
): Promise<HeldSession | null> {
  if (!isId(session)) return null
  const { organisation, person } = viewer
  // First the lock, then the facts: whoever waited reads what the one before has done.
  await trx.selectFrom('jury_session').select('id').where('organisation', '=', organisation).where('id', '=', session).forUpdate().execute()
  const row = await sessionRow(trx, organisation, session)
  if (row === undefined) return null
  const place = { programme: row.programme, edition: row.edition }
  const members = await membersOf(trx, organisation, session, language)
  const member = members.some((one) => one.person === person.id)
  const [leads, prepares] = [mayLeadJury(viewer, place), mayPrepareJury(viewer, place)]
  if (!member && !prepares) return null
  const conflicts = await conflictsOf(trx, organisation, session)
  return { row, place, members, conflicts, facts: juryFacts(row, members, conflicts), leads, prepares, member }
}

/** Members in conflict with an application. */
export function against({ conflicts }: HeldSession, application: string): readonly string[] {
  return conflicts.get(application) ?? []
}
