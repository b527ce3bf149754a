/** The team that writes an application: who invites, who joins by an invitation, who leaves, who holds it. */
import { type ApplicationFacts, applicationState, type Membership, mayAnswerFor, type Part, takesApplications } from './application.ts'
import type { CallTimes } from './call.ts'
import { ok, type Result, refused } from './result.ts'

/** People who write one application, its holder among them. */
export const LARGEST_TEAM = 10
/** Invitations of one application that are open at the same time. */
export const MOST_INVITATIONS = 10
/** An invitation is worth nothing after this. */
export const INVITATION_DAYS = 14
/** Mails with an invitation that leave in an hour: enough for a whole team, too few to annoy strangers. */
export const INVITATION_MAILS_AN_HOUR = 20
/** And to one address. */
export const INVITATION_MAILS_AN_HOUR_TO_ONE_ADDRESS = 3

/** A team changes while its answers do: until the application is sent or withdrawn, or the last moment of the call has passed. */
export function mayChangeTeam(facts: ApplicationFacts, now: Date): Result<null> {
  const state = applicationState(facts)
  if (state === 'withdrawn') return refused('team/withdrawn')
  if (state === 'submitted') return refused('team/sent')
  const open = takesApplications(facts.call, now)
  if (open.ok) return open
  return open.code === 'application/call-not-open' ? refused('team/call-not-open') : refused('team/call-closed')
}

export interface InvitingFacts extends ApplicationFacts {
  readonly membership: Membership
  readonly members: number
  /** Invitations that could still be used. */
  readonly open: number
  /** Whether one of them went to the same address. */
  readonly sameAddress: boolean
}

/** The holder invites, while there is room. */
export function mayInvite(facts: InvitingFacts, now: Date): Result<null> {
  if (!mayAnswerFor(facts.membership)) return refused('team/not-holder')
  const changes = mayChangeTeam(facts, now)
  if (!changes.ok) return changes
  if (facts.members >= LARGEST_TEAM) return refused('team/full', { max: LARGEST_TEAM })
  if (facts.sameAddress) return refused('team/invited-already')
  return facts.open >= MOST_INVITATIONS ? refused('team/too-many-invitations', { max: MOST_INVITATIONS }) : ok(null)
}

export function mayMailInvitation(sent: { readonly byTeam: number; readonly toAddress: number }): Result<null> {
  const tooMany = sent.byTeam >= INVITATION_MAILS_AN_HOUR || sent.toAddress >= INVITATION_MAILS_AN_HOUR_TO_ONE_ADDRESS
  return tooMany ? refused('team/too-many-mails') : ok(null)
}

export interface InvitationFacts {
  readonly invitedAt: Date
  readonly expiresAt: Date
  readonly takenBackAt: Date | null
  /** Good for one person. */
  readonly once: boolean
  /** How many joined by it. */
  readonly joined: number
}

/** Whether an invitation can be used at all. */
export function invitationStands(invitation: InvitationFacts, now: Date): Result<null> {
  if (invitation.takenBackAt !== null) return refused('team/taken-back')
  if (invitation.once && invitation.joined > 0) return refused('team/used')
  return now < invitation.expiresAt ? ok(null) : refused('team/expired')
}

/** The day told beside an invitation: once the call is closed nobody joins any more. */
export function usableUntil(expiresAt: Date, call: CallTimes): Date {
  return call.deadlineAt !== null && call.deadlineAt < expiresAt ? call.deadlineAt : expiresAt
}

export interface JoiningFacts extends ApplicationFacts {
  readonly invitation: InvitationFacts
  readonly members: number
  /** When the holder took this person out of the team last. */
  readonly takenOutAt: Date | null
}

/**
 * Who holds an open invitation joins. Somebody taken out does not come back by a link from before. Holding another
 * application of the call, or writing in other teams, stands in nobody's way: one person holds one, and may help several.
 */
export function mayJoin(facts: JoiningFacts, now: Date): Result<null> {
  const changes = mayChangeTeam(facts, now)
  if (!changes.ok) return changes
  const stands = invitationStands(facts.invitation, now)
  if (!stands.ok) return stands
  if (facts.takenOutAt !== null && facts.takenOutAt >= facts.invitation.invitedAt) return refused('team/taken-out')
  return facts.members >= LARGEST_TEAM ? refused('team/full', { max: LARGEST_TEAM }) : ok(null)
}

/** A member leaves an application that was not sent, at any time; its holder hands it over first, or withdraws it. */
export function mayLeave(membership: Membership, facts: ApplicationFacts): Result<null> {
  if (facts.submittedAt !== null) return refused('team/sent')
  return mayAnswerFor(membership) ? refused('team/holder-stays') : ok(null)
}

/** The holder takes a member out. */
export function mayTakeOut(membership: Membership, part: Part | null, facts: ApplicationFacts, now: Date): Result<null> {
  if (!mayAnswerFor(membership)) return refused('team/not-holder')
  const changes = mayChangeTeam(facts, now)
  if (!changes.ok) return changes
  if (part === null) return refused('team/no-member')
  return part === 'holder' ? refused('team/holder-stays') : ok(null)
}

/** The holder asks a member to hold the application; one at a time. */
export function mayOfferPart(membership: Membership, part: Part | null, open: boolean, facts: ApplicationFacts, now: Date): Result<null> {
  if (!mayAnswerFor(membership)) return refused('team/not-holder')
  const changes = mayChangeTeam(facts, now)
  if (!changes.ok) return changes
  if (part !== 'member') return refused('team/no-member')
  return open ? refused('team/offered-already') : ok(null)
}

export interface TakingFacts extends ApplicationFacts {
  /** Whether the offer is still open, and to this person. */
  readonly offered: boolean
  /** Whether this person holds another application of the same call. */
  readonly holdsAnother: boolean
}

/** The member asked takes the holder's part, who holds no other application of the call. */
export function mayTakePart(facts: TakingFacts, now: Date): Result<null> {
  const changes = mayChangeTeam(facts, now)
  if (!changes.ok) return changes
  if (!facts.offered) return refused('team/not-offered')
  return facts.holdsAnother ? refused('team/holds-another') : ok(null)
}
