/** Handing the holder's part to another member, who accepts it. */
import { mayOfferPart, mayTakePart } from '../../../../domain/team.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { newId } from '../../../../platform/database/id.ts'
import { writeMessage } from '../../../messages/index.ts'
import { liveApplication } from '../../queries/live-application.ts'
import { holderChangedMail, holderOfferMail } from '../mails.ts'
import { emptyHoldersOwn } from './empty-own.ts'
import { type HeldTeam, holderIn, holdTeam } from './held-team.ts'

/** The holder asks a member to hold the application from now on. Refuses `application/unknown`, `team/not-holder`, `…/no-member`, `…/offered-already`, and what keeps teams from changing. */
export async function offerHolderPart(
  db: Database,
  viewer: SignedIn,
  input: { readonly application: string; readonly person: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    if (team === null || team.membership === null) return refused('application/unknown')
    const member = team.members.find((one) => one.id === input.person)
    const allowed = mayOfferPart(team.membership, member?.part ?? null, team.offer !== null, team.facts, now)
    if (!allowed.ok) return allowed
    if (member === undefined) return refused('team/no-member')
    const { application } = team
    await trx
      .insertInto('holder_offer')
      .values({ organisation, id: newId(now), application, holder: person.id, member: member.id, offered_at: now })
      .execute()
    await audit(trx, { organisation, stream: application, act: 'team/part-offered', actor: person.id, at: now, details: { person: member.id } })
    const { email, language } = member
    const mail = holderOfferMail({ team, holder: holderIn(team), language, origin })
    const message = { organisation, kind: 'holder-offer', person: member.id, language, object: application }
    if (email !== null) await writeMessage(trx, { ...message, address: email, ...mail }, now)
    return ok(null)
  })
}

/** The holder takes the offer back, or the member declines it. Refuses `application/unknown`, `team/not-offered`. */
export async function endHolderOffer(db: Database, viewer: SignedIn, input: { readonly application: string }, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    if (team === null || team.membership === null) return refused('application/unknown')
    if (team.offer === null || (team.membership !== 'holder' && team.offer.member !== person.id)) return refused('team/not-offered')
    await endOffer(trx, organisation, team.offer.id, person.id, false, now)
    const act = team.membership === 'holder' ? ('team/part-offer-taken-back' as const) : ('team/part-declined' as const)
    await audit(trx, { organisation, stream: team.application, act, actor: person.id, at: now })
    return ok(null)
  })
}

/**
 * The member asked becomes the holder, the holder before a member; what only that one could answer (identity card,
 * consents) is emptied, for the new holder to give theirs. Refuses `application/unknown`, `team/not-offered`,
 * `…/holds-another`, and what keeps teams from changing.
 */
export async function takeHolderPart(
  db: Database,
  viewer: SignedIn,
  input: { readonly application: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    if (team === null || team.membership === null) return refused('application/unknown')
    // Whoever begins an application holds this row too: the person cannot begin one of their own at the same instant.
    await trx
      .selectFrom('application_count')
      .select('last')
      .where('organisation', '=', organisation)
      .where('call', '=', team.call)
      .forUpdate()
      .execute()
    const holdsAnother = (await liveApplication(trx, viewer, team.call)) !== null
    const allowed = mayTakePart({ ...team.facts, offered: team.offer?.member === person.id, holdsAnother }, now)
    if (!allowed.ok) return allowed
    if (team.offer === null) return refused('team/not-offered')
    await endOffer(trx, organisation, team.offer.id, person.id, true, now)
    const before = holderIn(team)
    await setPart(trx, organisation, team, before.id, 'member')
    await setPart(trx, organisation, team, person.id, 'holder')
    const emptied = await emptyHoldersOwn(trx, { organisation, application: team.application, by: person.id }, now)
    await audit(trx, {
      organisation,
      stream: team.application,
      act: 'team/part-taken',
      actor: person.id,
      at: now,
      details: { from: before.id, ...(emptied.length === 0 ? {} : { emptied }) },
    })
    const member = team.members.find((one) => one.id === person.id) ?? before
    const mail = holderChangedMail({ team, holder: member, language: before.language, origin })
    const message = { organisation, kind: 'holder-changed', person: before.id, language: before.language, object: team.application }
    if (before.email !== null) await writeMessage(trx, { ...message, address: before.email, ...mail }, now)
    return ok(null)
  })
}

async function endOffer(trx: Trx, organisation: string, offer: string, by: string, accepted: boolean, now: Date): Promise<void> {
  await trx
    .updateTable('holder_offer')
    .set({ ended_at: now, ended_by: by, accepted })
    .where('organisation', '=', organisation)
    .where('id', '=', offer)
    .execute()
}

async function setPart(trx: Trx, organisation: string, team: HeldTeam, person: string, part: 'holder' | 'member'): Promise<void> {
  await trx
    .updateTable('application_member')
    .set({ part })
    .where('organisation', '=', organisation)
    .where('application', '=', team.application)
    .where('person', '=', person)
    .execute()
}
