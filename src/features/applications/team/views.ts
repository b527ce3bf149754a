/** What the pages of a team show. */
import type { Part } from '../../../domain/application.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { PersonName } from '../../../domain/person.ts'
import type { Refused } from '../../../domain/result.ts'
import type { ApplicationHead } from '../views.ts'

export interface TeamMember extends PersonName {
  readonly id: string
  readonly part: Part
  readonly joinedAt: Date
}

/** An invitation that can still be used. */
export interface OpenInvitation {
  readonly id: string
  /** Where it was mailed; null for a link that was passed on. */
  readonly address: string | null
  readonly once: boolean
  readonly invitedAt: Date
  readonly expiresAt: Date
  /** How many joined by it. */
  readonly joined: number
}

export interface TeamView extends ApplicationHead {
  /** The holder first, then in the order they joined. */
  readonly members: readonly TeamMember[]
  readonly viewer: string
  /** For the holder alone. */
  readonly invitations: readonly OpenInvitation[]
  /** The member who was asked to hold the application and did not answer yet. */
  readonly asked: string | null
}

/** What whoever holds the link of an invitation is shown. */
export interface InvitationView {
  readonly number: string
  /** Title of the project as last written; empty while there is none. */
  readonly title: string
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly call: { readonly id: string; readonly deadlineAt: Date; readonly zone: string }
  readonly inviter: PersonName
  readonly expiresAt: Date
  /** Why it cannot be used; null while it can. */
  readonly refusal: Refused | null
}

/** A link just made: shown once, for only its hash is kept. */
export interface MadeLink {
  readonly href: string
  readonly language: Language
  readonly once: boolean
  readonly expiresAt: Date
}
