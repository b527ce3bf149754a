/** The cohort: places offered and answered, projects that leave. Admitted and active are two different figures. */
import { ok, type Result, refused } from './result.ts'
import { FILE_READERS, holds, OFFICERS, type Place, type Role, STAFF, type Viewer } from './viewer.ts'

/** Offers are made by officers; the answer belongs to the holder alone. */
export function mayOffer(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

const READERS: readonly Role[] = [...STAFF, 'trainer']
export function maySeeCohort(viewer: Viewer, place: Place): boolean {
  return holds(viewer, READERS, place)
}

/** Who is on the reserve was not chosen: those who read applications alone see it. */
export function maySeeReserve(viewer: Viewer, place: Place): boolean {
  return holds(viewer, FILE_READERS, place)
}

export interface OfferFacts {
  readonly publishedAt: Date | null
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  readonly alreadyOffered: boolean
  /** A reserve takes the place of a project of its region that left or declined, and comes in the order of its rank. */
  readonly replaces: { readonly region: string; readonly free: boolean } | null
  readonly region: string
  /** Whether nobody of the region is called before: the line puts appeals that were upheld first, then the reserve by rank, and passes over whom a rule forbids. */
  readonly nextInLine: boolean
  /** The direction opened a place for it alone. */
  readonly extra: boolean
}

/** A place is offered to a selected application once its selection is published; to a reserve when a place of its region is free, the first in line first; without one, to whom the direction opened a place. */
export function offer(facts: OfferFacts): Result<null> {
  if (facts.publishedAt === null) return refused('offer/not-published')
  if (facts.alreadyOffered) return refused('offer/already-made')
  if (facts.extra && facts.replaces === null) return ok(null)
  if (facts.outcome === 'not-selected') return refused('offer/not-selected')
  if (facts.outcome === 'selected') return ok(null)
  if (facts.replaces === null || !facts.replaces.free) return refused('offer/no-free-place')
  if (facts.replaces.region !== facts.region) return refused('offer/other-region')
  if (!facts.nextInLine) return refused('offer/not-next-in-line')
  return ok(null)
}

export interface AnswerFacts {
  readonly answeredAt: Date | null
  readonly replyBy: Date
  readonly isHolder: boolean
}

/** The holder accepts or declines once, until the date to reply by. */
export function answerOffer(facts: AnswerFacts, now: Date): Result<null> {
  if (!facts.isHolder) return refused('page/not-found')
  if (facts.answeredAt !== null) return refused('offer/already-answered')
  if (now > facts.replyBy) return refused('offer/too-late')
  return ok(null)
}

export interface DepartureFacts {
  readonly accepted: boolean
  readonly alreadyLeft: boolean
  readonly reason: string
  /** Days 'YYYY-MM-DD': of the departure, of the acceptance, and today. */
  readonly leftOn: string
  readonly acceptedOn: string
  readonly today: string
}

/** A project leaves on a date, for a reason; it stays admitted and is no longer active. */
export function leave(facts: DepartureFacts): Result<null> {
  if (!facts.accepted) return refused('departure/not-admitted')
  if (facts.alreadyLeft) return refused('departure/already-left')
  if (facts.reason.trim() === '') return refused('departure/without-reason')
  if (facts.leftOn < facts.acceptedOn || facts.leftOn > facts.today) return refused('departure/impossible-date')
  return ok(null)
}

/** The months of support end on a day that has come, for projects that are still there. */
export function graduate(facts: { readonly active: number; readonly on: string; readonly today: string }): Result<null> {
  if (facts.on > facts.today) return refused('graduation/not-yet')
  return facts.active === 0 ? refused('graduation/nobody') : ok(null)
}

/**
 * Whether a project is one of those admitted. Who leaves stays admitted; but a place is counted once, so that where
 * another project took it over, that one is counted and not both.
 */
export function isAdmitted(facts: {
  readonly accepted: boolean | null
  readonly left: boolean
  readonly replacementAccepted: boolean | null
}): boolean {
  return facts.accepted === true && !(facts.left && facts.replacementAccepted === true)
}

export type ProjectState = 'offered' | 'declined' | 'expired' | 'active' | 'left' | 'graduated'

/** Where a project stands, from its dated rows. */
export function projectState(
  facts: { readonly accepted: boolean | null; readonly replyBy: Date; readonly left: boolean; readonly graduated: boolean },
  now: Date,
): ProjectState {
  if (facts.accepted === false) return 'declined'
  if (facts.accepted === null) return now > facts.replyBy ? 'expired' : 'offered'
  if (facts.left) return 'left'
  return facts.graduated ? 'graduated' : 'active'
}
