/** The support of the world in bulk: trainers, rooms, tours, activities and who came, as far as the clock of the stage. */
import { fold } from '../../domain/fold.ts'
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { CohortProject } from '../world/cohort.ts'
import { instant } from '../world/clock.ts'
import { idOf } from '../world/key.ts'
import { EDITIONS, type EditionKey } from '../world/scenario.ts'
import { officerOf, teamId, type WorldActivity } from '../world/support/activity.ts'
import { plannedOn } from '../world/support/calendar.ts'
import { makeSupport } from '../world/support/support.ts'
import { TRAINERS, trainerId } from '../world/support/trainers.ts'
import { lastDay, type WorldTour } from '../world/support/tours.ts'
import { roomId, venueId, VENUES } from '../world/support/venues.ts'
import { inPortions, type Trx } from './context.ts'
import { editionsPresent } from './editions-present.ts'
import { ORGANISATION } from './organisation.ts'
import { CLOCK, type DemoStage } from './stage.ts'

/**
 * Inserts what was planned by the clock of the stage; what had taken place by then has its attendance. `without` leaves
 * out activities that a story plans by hand.
 */
export async function loadSupport(
  trx: Trx,
  stage: DemoStage,
  cohorts: Readonly<Record<EditionKey, readonly CohortProject[]>>,
  without: (one: WorldActivity) => boolean = () => false,
): Promise<void> {
  const until = CLOCK[stage]
  const editions = await editionsPresent(trx)
  await loadHouses(trx)
  await loadTrainers(trx, until, [...editions.values()][0]?.programme)
  for (const key of EDITIONS) {
    const edition = editions.get(key)
    if (edition === undefined) continue
    const { tours, activities } = makeSupport(key, cohorts[key])
    await loadTours(trx, edition.id, tours, until)
    await loadActivities(
      trx,
      edition.id,
      activities.filter((one) => new Date(one.plannedAt) <= until && !without(one)),
      until,
    )
  }
}

async function loadHouses(trx: Trx): Promise<void> {
  const organisation = ORGANISATION
  const json = JSON.stringify
  await trx
    .insertInto('venue')
    .values(VENUES.map(({ key, name, town, region }) => ({ organisation, id: venueId(key), name: json(name), town: json(town), region_iso: region })))
    .execute()
  const rooms = VENUES.flatMap((venue) => venue.rooms.map((room) => ({ ...room, venue: venueId(venue.key) })))
  await trx
    .insertInto('room')
    .values(rooms.map(({ key, venue, name, capacity }) => ({ organisation, id: roomId(key), venue, name: json(name), capacity })))
    .execute()
}

/** Those who have joined, each a trainer of the programme. */
async function loadTrainers(trx: Trx, until: Date, programme: string | undefined): Promise<void> {
  if (programme === undefined) return
  const joined = TRAINERS.map((one) => ({ ...one, id: trainerId(one.key), at: new Date(instant(`${one.since}T10:00`)) })).filter(
    (one) => one.at <= until,
  )
  await trx
    .insertInto('person')
    .values(
      joined.map((one) => ({
        organisation: ORGANISATION,
        id: one.id,
        email: `${one.key}@formation.example`,
        name_ar: one.nameAr,
        name_latin: one.nameLatin,
        gender: one.gender,
        language: one.language,
        search: fold(`${one.nameAr} ${one.nameLatin}`),
        created_at: one.at,
      })),
    )
    .execute()
  const grant = { organisation: ORGANISATION, role: 'trainer', programme, granted_by: teamId('director') }
  await trx
    .insertInto('role_grant')
    .values(joined.map((one) => ({ ...grant, id: idOf(`trainer-${one.key}/grant`), person: one.id, granted_at: one.at })))
    .execute()
}

async function loadTours(trx: Trx, edition: string, tours: readonly WorldTour[], until: Date): Promise<void> {
  const planned = tours
    .map((tour) => ({ tour, at: new Date(instant(`${plannedOn(tour.edition, tour.startsOn)}T09:05`)) }))
    .filter(({ at }) => at <= until)
  if (planned.length === 0) return
  const rows = planned.map(({ tour, at }) => ({
    organisation: ORGANISATION,
    id: tourId(tour.key),
    edition,
    name: JSON.stringify(tour.name),
    theme: JSON.stringify(tour.theme),
    stops: JSON.stringify(tour.stops),
    host: tour.host,
    region: tour.region,
    starts_on: tour.startsOn,
    ends_on: lastDay(tour),
    planned_at: at,
    planned_by: officerOf(tour.region),
  }))
  await trx.insertInto('tour').values(rows).execute()
  await auditAll(
    trx,
    rows.map((row) => ({ organisation: ORGANISATION, stream: row.id, act: 'tour/planned', actor: row.planned_by, at: row.planned_at })),
  )
}

async function loadActivities(trx: Trx, edition: string, activities: readonly WorldActivity[], until: Date): Promise<void> {
  const held = (one: WorldActivity): boolean => one.cancelled === null && new Date(one.recordedAt) <= until
  const off = (one: WorldActivity): boolean => one.cancelled !== null && new Date(one.cancelled.at) <= until
  await inPortions(activities, (portion) =>
    trx
      .insertInto('activity')
      .values(portion.map((one) => activityRow(edition, one, held(one), off(one))))
      .execute(),
  )
  const organisation = ORGANISATION
  const of = (one: WorldActivity) => ({ organisation, activity: activityId(one.key), during: duringOf(one) })
  const rooms = activities.flatMap((one) => (one.room === null ? [] : [{ ...of(one), room: roomId(one.room) }]))
  await inPortions(rooms, (portion) => trx.insertInto('activity_room').values(portion).execute())
  const people = activities.flatMap((one) => one.people.map((person) => ({ ...of(one), ...person })))
  await inPortions(people, (portion) => trx.insertInto('activity_person').values(portion).execute())
  const projects = activities.flatMap((one) => one.projects.map((project) => ({ ...of(one), edition, project })))
  await inPortions(projects, (portion) => trx.insertInto('activity_project').values(portion).execute())
  const marks = activities.filter(held).flatMap(attendanceRows)
  await inPortions(marks, (portion) => trx.insertInto('attendance').values(portion).execute())
  await auditAll(
    trx,
    activities.flatMap((one) => trailOf(one, held(one), off(one))),
  )
}

function activityRow(edition: string, one: WorldActivity, held: boolean, off: boolean) {
  return {
    organisation: ORGANISATION,
    id: activityId(one.key),
    edition,
    kind: one.kind,
    tour: one.tour === null ? null : tourId(one.tour),
    title: JSON.stringify(one.title),
    region: one.region,
    during: duringOf(one),
    place: one.place,
    public: one.public,
    planned_at: new Date(one.plannedAt),
    planned_by: one.plannedBy,
    version: off ? 2 : 1,
    held_at: held ? new Date(one.recordedAt) : null,
    held_by: held ? one.recordedBy : null,
    cancelled_at: off ? new Date(one.cancelled?.at ?? one.plannedAt) : null,
    cancelled_by: off ? one.plannedBy : null,
    cancel_reason: off ? (one.cancelled?.reason ?? '') : null,
  }
}

function attendanceRows(one: WorldActivity) {
  return one.projects.map((project, index) => ({
    organisation: ORGANISATION,
    activity: activityId(one.key),
    project,
    mark: one.marks[index] ?? 'present',
    recorded_at: new Date(one.recordedAt),
    recorded_by: one.recordedBy,
  }))
}

/** What the trail of an activity says, as the commands would have written it. */
function trailOf(one: WorldActivity, held: boolean, off: boolean): AuditFacts[] {
  const stream = { organisation: ORGANISATION, stream: activityId(one.key) }
  const planned: AuditFacts = {
    ...stream,
    act: 'activity/planned',
    actor: one.plannedBy,
    at: new Date(one.plannedAt),
    details: { kind: one.kind, projects: one.projects.length },
  }
  if (off) return [planned, { ...stream, act: 'activity/cancelled', actor: one.plannedBy, at: new Date(one.cancelled?.at ?? one.plannedAt) }]
  if (!held) return [planned]
  const details = { present: one.marks.filter((mark) => mark === 'present').length, expected: one.projects.length }
  return [planned, { ...stream, act: 'attendance/recorded', actor: one.recordedBy, at: new Date(one.recordedAt), details }]
}

export function activityId(key: string): string {
  return idOf(`activity/${key}`)
}

export function tourId(key: string): string {
  return idOf(`tour/${key}`)
}

function duringOf({ from, to }: WorldActivity): string {
  return `[${from},${to})`
}
