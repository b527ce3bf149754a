/** Inviting: by mail, or by a link that the holder passes on. */
import { INVITATION_DAYS, mayInvite, mayMailInvitation, usableUntil } from '../../../../domain/team.ts'
import type { Language } from '../../../../domain/language.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { atomically, undo } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { isId, newId } from '../../../../platform/database/id.ts'
import { countedThisHour } from '../../../../platform/database/rate.ts'
import { newToken, secretHash } from '../../../../platform/identity/secret.ts'
import { writeMessage } from '../../../messages/index.ts'
import { invitationMail } from '../mails.ts'
import { openInvitations } from '../queries/invitations.ts'
import { type HeldTeam, holdTeam } from './held-team.ts'
import { keepOwnName } from './own-name.ts'

const DAY = 24 * 60 * 60_000

export interface InvitationInput {
  readonly application: string
  /** Where to mail it, in lower case; null for a link to pass on. */
  readonly address: string | null
  /** Good for one person. A mailed one always is. */
  readonly once: boolean
  /** Language of the mail and of the page the link opens. */
  readonly language: Language
  /** What the holder is called, for a holder who has no name yet. */
  readonly name: string
}

export interface Invited {
  readonly invitation: string
  /** The only time it can be read: its hash alone is kept. */
  readonly link: string
  readonly expiresAt: Date
}

/**
 * Makes an invitation, and mails it if it has an address. Refuses `application/unknown`, `team/not-holder`, `…/sent`,
 * `…/withdrawn`, `…/call-closed`, `…/full`, `…/invited-already`, `…/too-many-invitations`, `…/too-many-mails`,
 * `…/nameless`.
 */
export async function invite(db: Database, viewer: SignedIn, input: InvitationInput, origin: string, now: Date): Promise<Result<Invited>> {
  const { organisation, person } = viewer
  const { address, language } = input
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    if (team === null || team.membership === null) return refused('application/unknown')
    const open = await openInvitations(trx, organisation, team.application, now)
    const sameAddress = address !== null && open.some((one) => one.address === address)
    const allowed = mayInvite({ ...team.facts, membership: team.membership, members: team.members.length, open: open.length, sameAddress }, now)
    if (!allowed.ok) return allowed
    if (address !== null) {
      const mailable = mayMailInvitation(await mailsSent(trx, organisation, team, address, now))
      if (!mailable.ok) return mailable
    }
    const inviter = await keepOwnName(trx, viewer, input.name, now)
    if (!inviter.ok) return undo(inviter)
    const [invitation, token, expiresAt] = [newId(now), newToken(), new Date(now.getTime() + INVITATION_DAYS * DAY)]
    const link = `${origin}/${language}/invitations/${token}`
    const once = input.once || address !== null
    await trx
      .insertInto('team_invitation')
      .values({
        organisation,
        id: invitation,
        application: team.application,
        token_hash: secretHash(token),
        address,
        once,
        language,
        invited_at: now,
        invited_by: person.id,
        expires_at: expiresAt,
      })
      .execute()
    if (address !== null)
      await mail(trx, { organisation, team, address, language, link, inviter: inviter.value, until: usableUntil(expiresAt, team.facts.call) }, now)
    await audit(trx, {
      organisation,
      stream: team.application,
      act: 'team/invited',
      actor: person.id,
      at: now,
      details: { invitation, way: address === null ? 'link' : 'mail', once },
    })
    return ok({ invitation, link, expiresAt })
  })
}

async function mailsSent(trx: Trx, organisation: string, team: HeldTeam, address: string, now: Date) {
  return {
    byTeam: await countedThisHour(trx, organisation, `team:${team.application}`, now),
    toAddress: await countedThisHour(trx, organisation, `invite:${address}`, now),
  }
}

type MailedInvitation = Parameters<typeof invitationMail>[0] & { readonly organisation: string; readonly address: string }

async function mail(trx: Trx, { organisation, address, ...facts }: MailedInvitation, now: Date): Promise<void> {
  const known = await trx.selectFrom('person').select('id').where('organisation', '=', organisation).where('email', '=', address).executeTakeFirst()
  const message = {
    organisation,
    kind: 'team-invitation',
    person: known?.id ?? null,
    address,
    language: facts.language,
    object: facts.team.application,
  }
  await writeMessage(trx, { ...message, ...invitationMail(facts) }, now)
}

/** Takes an invitation back: its link opens nothing any more. Refuses `application/unknown`, `team/not-holder`, `team/no-invitation`. */
export async function takeBackInvitation(
  db: Database,
  viewer: SignedIn,
  input: { readonly application: string; readonly invitation: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const team = await holdTeam(trx, organisation, input.application, person.id)
    if (team === null || team.membership === null) return refused('application/unknown')
    if (team.membership !== 'holder') return refused('team/not-holder')
    if (!isId(input.invitation)) return refused('team/no-invitation')
    const ended = await trx
      .updateTable('team_invitation')
      .set({ taken_back_at: now, taken_back_by: person.id })
      .where('organisation', '=', organisation)
      .where('application', '=', team.application)
      .where('id', '=', input.invitation)
      .where('taken_back_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) return refused('team/no-invitation')
    const details = { invitation: input.invitation }
    await audit(trx, { organisation, stream: team.application, act: 'team/invitation-taken-back', actor: person.id, at: now, details })
    return ok(null)
  })
}
