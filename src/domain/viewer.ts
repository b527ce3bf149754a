/**
 * Who is asking. Queries and commands take a viewer and answer within what it may see; the questions themselves live
 * in the file of the noun they protect.
 */
import type { Language } from './language.ts'

export const ROLES = [
  'administrator',
  'director',
  'officer',
  'reviewer',
  'chair',
  'trainer',
  'finance',
  'approver',
  'communication',
  'donor',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** A role and where it holds: the whole organisation when programme and edition are null. */
export interface Grant {
  readonly role: Role
  readonly programme: string | null
  readonly edition: string | null
  readonly region: string | null
}

export interface Viewer {
  readonly organisation: string
  /** Null for a visitor who has not signed in. */
  readonly person: { readonly id: string; readonly nameAr: string; readonly nameLatin: string; readonly language: Language } | null
  readonly grants: readonly Grant[]
}

/** A viewer known to be somebody. */
export interface SignedIn extends Viewer {
  readonly person: NonNullable<Viewer['person']>
}

/** Where an act takes place: an edition (with its programme), and a region of it where that matters. */
export interface Place {
  readonly programme: string
  readonly edition: string
  readonly region?: string | null
}

export function visitor(organisation: string): Viewer {
  return { organisation, person: null, grants: [] }
}

export function isSignedIn(viewer: Viewer): viewer is SignedIn {
  return viewer.person !== null
}

/** Whether the viewer holds one of the roles at the place. A grant of a wider scope holds in every narrower one; a regional grant holds only in its region. */
export function holds(viewer: Viewer, roles: readonly Role[], place: Place): boolean {
  return viewer.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (grant.programme === null || grant.programme === place.programme) &&
      (grant.edition === null || grant.edition === place.edition) &&
      (grant.region === null || grant.region === (place.region ?? null)),
  )
}

/** Whether the viewer holds one of the roles anywhere in the organisation. */
export function holdsSomewhere(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role))
}

/** Everyone who works at the desk: sees the staff pages of an edition. */
export const STAFF: readonly Role[] = ['administrator', 'director', 'officer', 'finance', 'approver', 'communication', 'chair', 'donor', 'auditor']
/** Who changes the records of applications, eligibility and cohort. */
export const OFFICERS: readonly Role[] = ['administrator', 'director', 'officer']
/**
 * Who at the desk reads what people wrote of themselves, chosen or not. Whoever pays, speaks for the programme or funds it
 * works with the projects that were chosen and with figures: the files of those who were refused are none of their business.
 */
export const FILE_READERS: readonly Role[] = [...OFFICERS, 'chair', 'auditor']
/** Who decides: seals and publishes a selection. */
export const DECIDERS: readonly Role[] = ['director', 'chair']
