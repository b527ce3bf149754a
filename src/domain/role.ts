/** Roles: who gives them, where each may hold, and who must remain to give them. */
import { ok, type Result, refused } from './result.ts'
import { type Grant, OFFICERS, type Role, type Viewer } from './viewer.ts'

/** Those who, for the whole organisation, give and end roles. */
export const GIVERS: readonly Role[] = ['administrator', 'director']
const READERS: readonly Role[] = [...OFFICERS, 'auditor']

/** Roles that serve the installation, not a programme: they hold everywhere or not at all. */
const EVERYWHERE_ONLY: readonly Role[] = ['administrator']
/** Roles whose work is divided by region: what others do has no region. */
export const REGIONAL: readonly Role[] = ['officer']

/** Whether a role holds in the whole organisation. */
export function isEverywhere(grant: Omit<Grant, 'role'>): boolean {
  return grant.programme === null && grant.edition === null && grant.region === null
}

function holdsEverywhere(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role) && isEverywhere(grant))
}

/** Administrators and directors of the whole organisation give and end roles; who leads one programme does not. */
export function mayGiveRoles(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, GIVERS)
}

/** The list of people names everybody's address: it is for those whose role reaches the whole organisation. */
export function maySeePeople(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, READERS)
}

/** Officers of the whole organisation mend the names and the language of people; the address is the person's own. */
export function mayCorrectPeople(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, OFFICERS)
}

/** A role as it is asked for: in the whole organisation, a programme, an edition, or some regions of an edition. */
export interface WantedRole {
  readonly role: Role
  readonly programme: string | null
  readonly edition: string | null
  /** Codes; none for all. */
  readonly regions: readonly string[]
}

/** What is to be given, a grant for each region. Refuses a place in which the role cannot hold. */
export function grantsOf({ role, programme, edition, regions }: WantedRole): Result<readonly Grant[]> {
  if (EVERYWHERE_ONLY.includes(role) && (programme !== null || edition !== null || regions.length > 0)) return refused('role/everywhere-only')
  if (regions.length > 0 && !REGIONAL.includes(role)) return refused('role/no-regions')
  if (regions.length > 0 && edition === null) return refused('role/regions-of-an-edition')
  const places = regions.length === 0 ? [null] : [...new Set(regions)]
  return ok(places.map((region) => ({ role, programme, edition, region })))
}

/** Whether a role that is held reaches all that the other would. */
export function covers(held: Grant, wanted: Grant): boolean {
  return (
    held.role === wanted.role &&
    (held.programme === null || held.programme === wanted.programme) &&
    (held.edition === null || held.edition === wanted.edition) &&
    (held.region === null || held.region === wanted.region)
  )
}

export interface GivingFacts {
  /** Null for the command line. */
  readonly giver: string | null
  readonly person: string
  /** What the person holds now. */
  readonly held: readonly Grant[]
  readonly wanted: readonly Grant[]
}

/** Nobody gives themselves a role, and nobody is given what they hold already, there or more widely. */
export function mayReceive({ giver, person, held, wanted }: GivingFacts): Result<null> {
  if (giver === person) return refused('role/own')
  for (const one of wanted) {
    const wider = held.find((grant) => covers(grant, one))
    if (wider !== undefined) return covers(one, wider) ? refused('role/held-already') : refused('role/held-wider')
  }
  return ok(null)
}

/** Whether the end of some roles leaves somebody who can give them again. `left` counts the other grants that let somebody give roles. */
export function mayEnd(ended: readonly Grant[], left: number): Result<null> {
  const gives = ended.some((grant) => GIVERS.includes(grant.role) && isEverywhere(grant))
  return gives && left === 0 ? refused('role/last-giver') : ok(null)
}
