/** The room, people and projects an activity holds for its time. The database refuses to hold one of them twice. */
import { sql } from 'kysely'
import { type Refused, refused } from '../../../domain/result.ts'
import { databaseFault, type Trx } from '../../../platform/database/database.ts'
import type { ActivityTerms } from './activity-facts.ts'

/** The time of an activity as the database keeps it. */
export function duringOf({ from, to }: Pick<ActivityTerms, 'from' | 'to'>) {
  return sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
}

/** Holds what the terms name, each once. */
export async function hold(trx: Trx, organisation: string, edition: string, activity: string, terms: ActivityTerms): Promise<void> {
  const during = duringOf(terms)
  if (terms.room !== null) await trx.insertInto('activity_room').values({ organisation, activity, room: terms.room, during }).execute()
  const people = [...new Map(terms.people.map((one) => [one.person, one])).values()]
  if (people.length > 0) {
    await trx
      .insertInto('activity_person')
      .values(people.map((one) => ({ organisation, activity, ...one, during })))
      .execute()
  }
  const projects = [...new Set(terms.projects)]
  if (projects.length > 0) {
    await trx
      .insertInto('activity_project')
      .values(projects.map((project) => ({ organisation, activity, edition, project, during })))
      .execute()
  }
}

/** Lets go of everything the activity holds. */
export async function letGo(trx: Trx, organisation: string, activity: string): Promise<void> {
  for (const held of ['activity_room', 'activity_person', 'activity_project'] as const)
    await trx.deleteFrom(held).where('organisation', '=', organisation).where('activity', '=', activity).execute()
}

const BUSY: Readonly<Record<string, Refused['code']>> = {
  activity_person_free: 'activity/person-busy',
  activity_room_free: 'activity/room-busy',
  activity_project_free: 'activity/project-busy',
}

/** What names a person, room or region that the organisation or edition has not: a made-up form. */
const UNKNOWN = new Set(['activity_person_person', 'activity_room_room', 'activity_region'])

/** The refusal behind a constraint of the tables above; null for any other error. */
export function clashOf(error: unknown): Refused | null {
  const constraint = databaseFault(error)?.constraint
  if (constraint === undefined) return null
  if (UNKNOWN.has(constraint)) return refused('page/not-found')
  const code = BUSY[constraint]
  return code === undefined ? null : refused(code)
}
