/** Planning an activity: its time, its people, its room, its projects, all free at that time or none of it is written. */
import { sql } from 'kysely'
import { type ActivityKind, mayPlan, plan, type PlanFacts } from '../../../domain/activity.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Refused, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'

export interface NewActivity {
  readonly edition: string
  readonly kind: ActivityKind
  readonly title: Trilingual
  /** Code of a region of the edition; null for a national activity. */
  readonly region: string | null
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly tour: string | null
  readonly room: string | null
  readonly people: readonly { readonly person: string; readonly part: 'trainer' | 'host' | 'speaker' | 'organiser' }[]
  readonly projects: readonly string[]
}

/**
 * Plans an activity. Refusals: `activity/*`, `tour/cancelled`, and `activity/person-busy`, `activity/room-busy`,
 * `activity/project-busy`, found by the exclusion constraints of the database: two officers planning at the same
 * instant cannot both have the room. A refusal leaves no trace.
 */
export async function planActivity(db: Database, viewer: SignedIn, input: NewActivity, now: Date): Promise<Result<{ activity: string }>> {
  try {
    return await atomically(db, (trx) => write(trx, viewer, input, now))
  } catch (error) {
    const busy = clashOf(error)
    if (busy !== null) return busy
    throw error
  }
}

const BUSY: Readonly<Record<string, Refused['code']>> = {
  activity_person_free: 'activity/person-busy',
  activity_room_free: 'activity/room-busy',
  activity_project_free: 'activity/project-busy',
}

/** The refusal behind an exclusion constraint; null for any other error. */
export function clashOf(error: unknown): Refused | null {
  const constraint = databaseFault(error)?.constraint
  const code = constraint === undefined ? undefined : BUSY[constraint]
  return code === undefined ? null : refused(code)
}

async function write(trx: Trx, viewer: SignedIn, input: NewActivity, now: Date): Promise<Result<{ activity: string }>> {
  const { organisation } = viewer
  const edition = await trx
    .selectFrom('edition as e')
    .innerJoin('organisation as o', 'o.id', 'e.organisation')
    .select(['e.programme', 'o.zone'])
    .where('e.organisation', '=', organisation)
    .where('e.id', '=', input.edition)
    .executeTakeFirst()
  if (edition === undefined) return refused('page/not-found')
  if (!mayPlan(viewer, { programme: edition.programme, edition: input.edition, region: input.region })) return refused('page/not-allowed')
  const facts = await factsOf(trx, organisation, input, edition.zone)
  if (facts === null) return refused('page/not-found')
  const allowed = plan(facts)
  if (!allowed.ok) return allowed
  const activity = newId(now)
  const during = sql<string>`tstzrange(${input.from}::timestamptz, ${input.to}::timestamptz)`
  await trx
    .insertInto('activity')
    .values({
      organisation,
      id: activity,
      edition: input.edition,
      kind: input.kind,
      tour: input.tour,
      title: JSON.stringify(input.title),
      region: input.region,
      during,
      place: input.place,
      planned_at: now,
      planned_by: viewer.person.id,
    })
    .execute()
  if (input.room !== null) await trx.insertInto('activity_room').values({ organisation, activity, room: input.room, during }).execute()
  if (input.people.length > 0) {
    await trx
      .insertInto('activity_person')
      .values(input.people.map((one) => ({ organisation, activity, ...one, during })))
      .execute()
  }
  if (input.projects.length > 0) {
    await trx
      .insertInto('activity_project')
      .values(input.projects.map((project) => ({ organisation, activity, edition: input.edition, project, during })))
      .execute()
  }
  await audit(trx, {
    organisation,
    stream: activity,
    act: 'activity/planned',
    actor: viewer.person.id,
    at: now,
    details: { kind: input.kind, projects: input.projects.length },
  })
  return ok({ activity })
}

async function factsOf(trx: Trx, organisation: string, input: NewActivity, zone: string): Promise<PlanFacts | null> {
  const tour =
    input.tour === null
      ? null
      : await trx
          .selectFrom('tour')
          .select(['starts_on', 'ends_on', 'cancelled_at'])
          .where('organisation', '=', organisation)
          .where('edition', '=', input.edition)
          .where('id', '=', input.tour)
          .executeTakeFirst()
  if (tour === undefined) return null
  const projects =
    input.projects.length === 0
      ? []
      : await trx
          .selectFrom('project as j')
          .leftJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
          .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
          .select(['j.id', 'o.accepted', 'l.left_on'])
          .where('j.organisation', '=', organisation)
          .where('j.edition', '=', input.edition)
          .where('j.id', 'in', [...input.projects])
          .execute()
  if (projects.length !== new Set(input.projects).size) return null
  return {
    kind: input.kind,
    from: input.from,
    to: input.to,
    projects: projects.map((project) => ({ id: project.id, admitted: project.accepted === true, leftOn: project.left_on })),
    tour: tour === null ? null : { startsOn: tour.starts_on, endsOn: tour.ends_on, cancelled: tour.cancelled_at !== null },
    firstDay: dayIn(input.from, zone),
    lastDay: dayIn(input.to, zone),
  }
}
