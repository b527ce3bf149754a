/** Sessions of the jury: who leads, who reads, when a file may be opened, who has to be out of the room. */
import { ok, type Result, refused } from './result.ts'
import { DECIDERS, holds, OFFICERS, type Place, type Viewer } from './viewer.ts'

/** Plans a session, keeps its agenda, says who comes in and goes out. */
export function mayPrepareJury(viewer: Viewer, place: Place): boolean {
  return holds(viewer, [...OFFICERS, ...DECIDERS], place)
}

/** Opens the session and its files, notes what is decided, closes it. */
export function mayLeadJury(viewer: Viewer, place: Place): boolean {
  return holds(viewer, DECIDERS, place)
}

/** Reads every session, its minutes and its votes. */
export function mayReadJury(viewer: Viewer, place: Place): boolean {
  return mayPrepareJury(viewer, place) || holds(viewer, ['auditor'], place)
}

export const JURY_GROUNDS = ['borderline', 'divergent', 'region', 'hand'] as const
export type JuryGround = (typeof JURY_GROUNDS)[number]
export const JURY_OUTCOMES = ['keep', 'again', 'remark'] as const
export type JuryOutcome = (typeof JURY_OUTCOMES)[number]
export const JURY_VOTES = ['for', 'against', 'abstain'] as const
export type JuryVote = (typeof JURY_VOTES)[number]

/** How a session stands. */
export interface JuryFacts {
  readonly opened: boolean
  readonly closed: boolean
  /** The file that is open. */
  readonly current: string | null
  readonly quorum: number
  /** Ids of members in the room. */
  readonly present: readonly string[]
}

function isOpen(facts: JuryFacts): Result<null> {
  if (facts.closed) return refused('jury/closed')
  return facts.opened ? ok(null) : refused('jury/not-open')
}

/** A file is opened one at a time, before enough members, and only once everybody in conflict with it has left the room. */
export function openFile(facts: JuryFacts, inConflict: readonly string[]): Result<null> {
  const open = isOpen(facts)
  if (!open.ok) return open
  if (facts.current !== null) return refused('jury/file-open')
  if (mustLeave(facts.present, inConflict).length > 0) return refused('jury/must-leave')
  return facts.present.length < facts.quorum ? refused('jury/no-quorum', { quorum: facts.quorum, present: facts.present.length }) : ok(null)
}

/** Members in the room who may not hear of a file. */
export function mustLeave(present: readonly string[], inConflict: readonly string[]): string[] {
  return present.filter((one) => inConflict.includes(one))
}

/** Whoever is in conflict with the file that is open stays out until it is closed. */
export function comeIn(facts: JuryFacts, inConflict: boolean): Result<null> {
  const open = isOpen(facts)
  if (!open.ok) return open
  return facts.current !== null && inConflict ? refused('jury/must-stay-out') : ok(null)
}

/** A vote or a note is of somebody in the room, of the file that is open. */
export function say(facts: JuryFacts, person: string, input: { readonly vote: JuryVote | null; readonly note: string }): Result<null> {
  const open = isOpen(facts)
  if (!open.ok) return open
  if (facts.current === null) return refused('jury/no-file')
  if (!facts.present.includes(person)) return refused('jury/not-in-room')
  return input.vote === null && input.note === '' ? refused('jury/nothing-said') : ok(null)
}

/** What is decided of the open file, before enough members; a remark says something. */
export function decide(facts: JuryFacts, outcome: JuryOutcome, note: string): Result<null> {
  const open = isOpen(facts)
  if (!open.ok) return open
  if (facts.current === null) return refused('jury/no-file')
  if (facts.present.length < facts.quorum) return refused('jury/no-quorum', { quorum: facts.quorum, present: facts.present.length })
  return outcome === 'remark' && note === '' ? refused('jury/no-remark') : ok(null)
}

/** A session closes once no file is open; with files of its agenda that were never opened, only by who says that they are left. */
export function close(facts: JuryFacts, { notOpened, leaving }: { readonly notOpened: number; readonly leaving: boolean }): Result<null> {
  const open = isOpen(facts)
  if (!open.ok) return open
  if (facts.current !== null) return refused('jury/file-open')
  return notOpened > 0 && !leaving ? refused('jury/files-left', { count: notOpened }) : ok(null)
}
