/** Activities of support: planned, held, cancelled; who attends. That nobody is in two places at once is the database's to refuse. */
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, STAFF, type Viewer } from './viewer.ts'

export const ACTIVITY_KINDS = [
  'group-training',
  'individual-training',
  'training',
  'visit',
  'meeting',
  'creative-workshop',
  'round-table',
  'talk',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export const ATTENDANCE_MARKS = ['present', 'absent', 'excused'] as const
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number]

export function mayPlan(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/** The desk of support. Trainers are not of the desk: they see the sessions they give (`mayHold`). */
export function maySeeSupport(viewer: Viewer, place: Place): boolean {
  return holds(viewer, STAFF, place)
}

/** Who says that an activity took place and who came: officers, and the trainers who give it. */
export function mayHold(viewer: Viewer, place: Place, people: readonly string[]): boolean {
  return mayPlan(viewer, place) || (viewer.person !== null && people.includes(viewer.person.id) && holds(viewer, ['trainer'], place))
}

export const ACTIVITY_PARTS = ['trainer', 'host', 'speaker', 'organiser'] as const
export type ActivityPart = (typeof ACTIVITY_PARTS)[number]

/** What the person who gives an activity does in it. */
export function partOf(kind: ActivityKind): ActivityPart {
  if (kind === 'talk' || kind === 'round-table') return 'speaker'
  return kind === 'visit' || kind === 'meeting' ? 'host' : 'trainer'
}

/** Kinds one plans inside a tour; the others stand alone. */
export const TOUR_KINDS: readonly ActivityKind[] = ['training', 'visit', 'meeting', 'creative-workshop', 'round-table', 'talk']

/** Whether the agenda that anyone may read may show it: an individual training concerns one project and nobody else. */
export function mayBePublic(kind: ActivityKind): boolean {
  return kind !== 'individual-training'
}

/** What is put on the public agenda unless one says otherwise. */
export function publicByDefault(kind: ActivityKind): boolean {
  return kind === 'talk' || kind === 'round-table'
}

export interface PlanFacts {
  readonly kind: ActivityKind
  /** Whether it is put on the public agenda. */
  readonly public?: boolean
  readonly from: Date
  readonly to: Date
  readonly projects: readonly { readonly id: string; readonly admitted: boolean; readonly leftOn: string | null }[]
  /** Of the tour it is part of: its days; null when it stands alone. */
  readonly tour: { readonly startsOn: string; readonly endsOn: string; readonly cancelled: boolean } | null
  /** The days the activity begins and ends on, in the zone of the organisation. */
  readonly firstDay: string
  readonly lastDay: string
}

/** An activity lasts between five minutes and a day; a training inside a tour belongs to it; an individual training is for one project; projects are admitted and have not left before it. */
export function plan(facts: PlanFacts): Result<null> {
  const minutes = (facts.to.getTime() - facts.from.getTime()) / 60_000
  if (minutes <= 0) return refused('activity/ends-before-it-begins')
  if (minutes < 5 || minutes > 24 * 60) return refused('activity/impossible-length')
  if (facts.kind === 'training' && facts.tour === null) return refused('activity/training-needs-a-tour')
  if (facts.kind === 'individual-training' && facts.projects.length !== 1) return refused('activity/one-project')
  if (facts.public === true && !mayBePublic(facts.kind)) return refused('activity/never-public')
  if (facts.tour?.cancelled) return refused('tour/cancelled')
  if (facts.tour !== null && (facts.firstDay < facts.tour.startsOn || facts.lastDay > facts.tour.endsOn)) return refused('activity/outside-its-tour')
  if (facts.projects.some((project) => !project.admitted || (project.leftOn !== null && project.leftOn <= facts.firstDay)))
    return refused('activity/project-not-active')
  return ok(null)
}

export interface HeldFacts {
  readonly heldAt: Date | null
  readonly cancelledAt: Date | null
  readonly from: Date
}

/** What was cancelled was not held, and what has not begun has nobody present. */
export function recordAttendance(facts: HeldFacts, now: Date): Result<null> {
  if (facts.cancelledAt !== null) return refused('activity/cancelled')
  if (now < facts.from) return refused('activity/not-begun')
  return ok(null)
}

/** What was held stays as it was; a change starts from what stands now, not from what somebody read earlier. */
export function change(facts: HeldFacts & { readonly version: number }, version: number): Result<null> {
  if (facts.cancelledAt !== null) return refused('activity/cancelled')
  if (facts.heldAt !== null) return refused('activity/held-stays')
  if (facts.version !== version) return refused('activity/changed-since')
  return ok(null)
}

export function cancel(facts: HeldFacts, reason: string): Result<null> {
  if (facts.cancelledAt !== null) return refused('activity/cancelled')
  if (facts.heldAt !== null) return refused('activity/already-held')
  if (reason.trim() === '') return refused('activity/without-reason')
  return ok(null)
}
