/** Joining a team by the link of an invitation. */
import { mayJoin } from '../../../../domain/team.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { atomically, undo } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { writeMessage } from '../../../messages/index.ts'
import { joinedMail } from '../mails.ts'
import { invitationByKey } from '../queries/invitations.ts'
import { holderIn, holdTeam } from './held-team.ts'
import { keepOwnName } from './own-name.ts'

export interface JoiningInput {
  /** The secret of the link, or a pass of it. */
  readonly key: string
  /** What the person is called, for who has no name yet. */
  readonly name: string
}

/**
 * Makes the viewer a member of the team the invitation is of, and tells its holder. Who is in it already is led there.
 * Refuses `team/unknown-invitation`, `…/taken-back`, `…/used`, `…/expired`, `…/taken-out`, `…/full`, `…/nameless`, and
 * what keeps teams from changing (`…/sent`, `…/withdrawn`, `…/call-closed`).
 */
export async function joinTeam(
  db: Database,
  viewer: SignedIn,
  { key, name }: JoiningInput,
  origin: string,
  now: Date,
): Promise<Result<{ application: string; fresh: boolean }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const found = await invitationByKey(trx, organisation, key, now)
    if (found === null) return refused('team/unknown-invitation')
    const { application } = found
    const team = await holdTeam(trx, organisation, application, person.id)
    // Read again: of two who press at the same instant, the second finds what the first did.
    const invitation = await invitationByKey(trx, organisation, key, now)
    if (team === null || invitation === null) return refused('team/unknown-invitation')
    if (team.membership !== null) return ok({ application, fresh: false })
    const takenOutAt = await lastTakenOut(trx, organisation, application, person.id)
    const allowed = mayJoin({ ...team.facts, invitation, members: team.members.length, takenOutAt }, now)
    if (!allowed.ok) return allowed
    const named = await keepOwnName(trx, viewer, name, now)
    if (!named.ok) return undo(named)
    await trx.insertInto('application_member').values({ organisation, application, person: person.id, part: 'member', joined_at: now }).execute()
    await trx
      .insertInto('team_joining')
      .values({ organisation, invitation: invitation.id, person: person.id, joined_at: now })
      .onConflict((conflict) => conflict.constraint('team_joining_key').doNothing())
      .execute()
    await audit(trx, { organisation, stream: application, act: 'team/joined', actor: person.id, at: now, details: { invitation: invitation.id } })
    const { id, email, language } = holderIn(team)
    const message = { organisation, kind: 'team-joined', person: id, language, object: application }
    if (email !== null) await writeMessage(trx, { ...message, address: email, ...joinedMail({ team, member: named.value, language, origin }) }, now)
    return ok({ application, fresh: true })
  })
}

async function lastTakenOut(trx: Trx, organisation: string, application: string, person: string): Promise<Date | null> {
  const row = await trx
    .selectFrom('team_departure')
    .select((e) => e.fn.max('left_at').as('at'))
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('person', '=', person)
    .where('decided_by', '<>', person)
    .executeTakeFirst()
  return row?.at ?? null
}
