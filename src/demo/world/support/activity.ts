/** An activity of the world: planned, then held or called off. */
import type { ActivityKind, ActivityPart, AttendanceMark } from '../../../domain/activity.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { addMinutes, instant } from '../clock.ts'
import type { CohortProject } from '../cohort.ts'
import { idOf } from '../key.ts'
import type { EditionKey, RegionCode } from '../scenario.ts'
import { seeded } from '../seeded.ts'
import { plannedOn } from './calendar.ts'

export interface WorldActivity {
  /** 'e2-group-fm-1'. */
  readonly key: string
  readonly edition: EditionKey
  readonly kind: ActivityKind
  /** Key of its tour, or null. */
  readonly tour: string | null
  readonly title: Trilingual
  /** Null: national. */
  readonly region: RegionCode | null
  /** Day and wall times in Morocco. */
  readonly day: string
  readonly starts: string
  readonly ends: string
  /** Instants of the same. */
  readonly from: string
  readonly to: string
  readonly place: string
  /** Key of a room, or null. */
  readonly room: string | null
  readonly public: boolean
  readonly people: readonly { readonly person: string; readonly part: ActivityPart }[]
  /** Ids of the projects it is for. */
  readonly projects: readonly string[]
  readonly plannedAt: string
  readonly plannedBy: string
  /** When it was called off, and why; such an activity is never held. */
  readonly cancelled: { readonly at: string; readonly reason: string } | null
  /** When, and by whom, it is noted that it took place. */
  readonly recordedAt: string
  readonly recordedBy: string
  /** Mark of each project, in the order of `projects`. */
  readonly marks: readonly AttendanceMark[]
}

export function teamId(key: string): string {
  return idOf(`person:${key}`)
}

/** The officer who looks after a region. */
export function officerOf(region: RegionCode | null): string {
  return teamId(region === 'SM' || region === 'TTA' ? 'youssef' : 'nadia')
}

type Facts = Omit<WorldActivity, 'from' | 'to' | 'plannedAt' | 'plannedBy' | 'recordedAt' | 'recordedBy' | 'cancelled'>

interface Turn {
  /** Day on which it was called off, and why. */
  readonly cancelled?: { readonly on: string; readonly reason: string }
  /** Day on which it was planned, when that is not with the calendar. */
  readonly planned?: string
}

/** What follows from the facts of an activity: its instants, when it was planned and by whom, when it was noted as held and by whom. */
export function activity(facts: Facts, { cancelled, planned }: Turn = {}): WorldActivity {
  const chance = seeded(`${facts.key}/moments`)
  const to = instant(`${facts.day}T${facts.ends}`)
  const trainer = facts.people.find((one) => one.part === 'trainer')
  const byTrainer = trainer !== undefined && facts.tour === null && chance.chance(0.6)
  return {
    ...facts,
    from: instant(`${facts.day}T${facts.starts}`),
    to,
    plannedAt: addMinutes(instant(`${planned ?? plannedOn(facts.edition, facts.day)}T09:30`), chance.between(0, 120)),
    plannedBy: officerOf(facts.region),
    cancelled: cancelled === undefined ? null : { at: instant(`${cancelled.on}T08:00`), reason: cancelled.reason },
    recordedAt: addMinutes(to, chance.between(4, 110)),
    recordedBy: byTrainer ? trainer.person : officerOf(facts.region),
  }
}

/** The projects of a region (null: of all) that are there when an activity is planned and have not left on its day. */
export function expected(cohort: readonly CohortProject[], edition: EditionKey, region: RegionCode | null, day: string): readonly CohortProject[] {
  const planned = `${plannedOn(edition, day)}T08:00:00Z`
  return cohort.filter(
    (one) =>
      (region === null || one.region === region) && Date.parse(one.acceptedAt) < Date.parse(planned) && (one.leftOn === null || one.leftOn > day),
  )
}
