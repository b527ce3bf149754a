/** Leaving a team, and taking somebody out of it. */
import { mayLeave, mayTakeOut } from '../../../../domain/team.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { writeMessage } from '../../../messages/index.ts'
import { takenOutMail } from '../mails.ts'
import { type HeldMember, type HeldTeam, holdTeam } from './held-team.ts'

/** Leaves a team. What the person wrote stays, with their name on it. Refuses `application/unknown`, `team/sent`, `team/holder-stays`. */
export async function leaveTeam(db: Database, viewer: SignedIn, input: { readonly application: string }, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    const member = team?.members.find((one) => one.id === person.id)
    if (team === null || member === undefined) return refused('application/unknown')
    const allowed = mayLeave(team.membership, team.facts)
    if (!allowed.ok) return allowed
    await depart(trx, organisation, team, member, person.id, now)
    await audit(trx, { organisation, stream: team.application, act: 'team/left', actor: person.id, at: now })
    return ok(null)
  })
}

/**
 * Takes a member out of the team: they lose sight of the draft at once, what they wrote stays with their name on it, and
 * they are told. Links good for several people end with it: who was taken out may hold one, and another e-mail address.
 * Refuses `application/unknown`, `team/not-holder`, `…/no-member`, `…/holder-stays`, and what keeps teams
 * from changing.
 */
export async function takeOutMember(
  db: Database,
  viewer: SignedIn,
  input: { readonly application: string; readonly person: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    if (team === null || team.membership === null) return refused('application/unknown')
    const member = team.members.find((one) => one.id === input.person)
    const allowed = mayTakeOut(team.membership, member?.part ?? null, team.facts, now)
    if (!allowed.ok) return allowed
    if (member === undefined) return refused('team/no-member')
    await depart(trx, organisation, team, member, person.id, now)
    await audit(trx, { organisation, stream: team.application, act: 'team/taken-out', actor: person.id, at: now, details: { person: member.id } })
    await endSharedLinks(trx, { organisation, application: team.application, by: person.id }, now)
    const { email, language } = member
    const message = { organisation, kind: 'team-taken-out', person: member.id, language, object: team.application }
    if (email !== null) await writeMessage(trx, { ...message, address: email, ...takenOutMail({ team, language }) }, now)
    return ok(null)
  })
}

async function endSharedLinks(
  trx: Trx,
  { organisation, application, by }: { readonly organisation: string; readonly application: string; readonly by: string },
  now: Date,
): Promise<void> {
  const ended = await trx
    .updateTable('team_invitation')
    .set({ taken_back_at: now, taken_back_by: by })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('once', '=', false)
    .where('taken_back_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  for (const { id } of ended)
    await audit(trx, { organisation, stream: application, act: 'team/invitation-taken-back', actor: by, at: now, details: { invitation: id } })
}

/** The row of the member goes and a dated one stays; the holder's part is no longer offered to who left. */
async function depart(trx: Trx, organisation: string, team: HeldTeam, member: HeldMember, by: string, now: Date): Promise<void> {
  const { application, offer } = team
  await trx
    .deleteFrom('application_member')
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('person', '=', member.id)
    .execute()
  await trx
    .insertInto('team_departure')
    .values({ organisation, application, person: member.id, left_at: now, joined_at: member.joinedAt, decided_by: by })
    .execute()
  if (offer?.member !== member.id) return
  await trx
    .updateTable('holder_offer')
    .set({ ended_at: now, ended_by: by })
    .where('organisation', '=', organisation)
    .where('id', '=', offer.id)
    .execute()
}
