/** What stands of an activity, locked for the command that changes it; and what planning one must know. */
import { sql } from 'kysely'
import type { ActivityKind, ActivityPart, PlanFacts } from '../../../domain/activity.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'

/** What an officer says of an activity, new or changed. */
export interface ActivityTerms {
  readonly kind: ActivityKind
  readonly title: Trilingual
  /** Code of a region of the edition; null for a national activity. */
  readonly region: string | null
  readonly from: Date
  readonly to: Date
  readonly place: string
  /** Whether the public agenda shows it; as usual for its kind when left out. */
  readonly public?: boolean
  readonly tour: string | null
  readonly room: string | null
  readonly people: readonly { readonly person: string; readonly part: ActivityPart }[]
  readonly projects: readonly string[]
}

export interface StandingActivity {
  readonly programme: string
  readonly edition: string
  readonly region: string | null
  readonly zone: string
  readonly heldAt: Date | null
  readonly cancelledAt: Date | null
  readonly from: Date
  readonly version: number
  readonly people: readonly string[]
}

/** The activity, held for the rest of the transaction; null when the organisation has none of that id. */
export async function standingActivity(trx: Trx, organisation: string, activity: string): Promise<StandingActivity | null> {
  const row = await trx
    .selectFrom('activity as a')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .innerJoin('organisation as o', 'o.id', 'a.organisation')
    .select(['a.edition', 'a.region', 'a.held_at', 'a.cancelled_at', 'a.version', 'e.programme', 'o.zone', sql<Date>`lower(a.during)`.as('from')])
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', activity)
    .forUpdate('a')
    .executeTakeFirst()
  if (row === undefined) return null
  const people = await trx
    .selectFrom('activity_person')
    .select('person')
    .where('organisation', '=', organisation)
    .where('activity', '=', activity)
    .execute()
  const { held_at: heldAt, cancelled_at: cancelledAt, ...rest } = row
  return { ...rest, heldAt, cancelledAt, people: people.map((one) => one.person) }
}

/** Facts of the rule `plan`; null when a tour, project or person is not of the edition or organisation. The tour is held: it cannot be cancelled meanwhile. */
export async function planFacts(trx: Trx, organisation: string, edition: string, zone: string, terms: ActivityTerms): Promise<PlanFacts | null> {
  const [tour, projects] = [await tourOf(trx, organisation, edition, terms.tour), await projectsOf(trx, organisation, edition, terms.projects)]
  if (tour === undefined || projects.length !== new Set(terms.projects).size) return null
  return {
    kind: terms.kind,
    ...(terms.public === undefined ? {} : { public: terms.public }),
    from: terms.from,
    to: terms.to,
    projects: projects.map((project) => ({ id: project.id, admitted: project.accepted === true, leftOn: project.left_on })),
    tour: tour === null ? null : { startsOn: tour.starts_on, endsOn: tour.ends_on, cancelled: tour.cancelled_at !== null },
    firstDay: dayIn(terms.from, zone),
    lastDay: dayIn(terms.to, zone),
  }
}

async function tourOf(trx: Trx, organisation: string, edition: string, tour: string | null) {
  if (tour === null) return null
  return trx
    .selectFrom('tour')
    .select(['starts_on', 'ends_on', 'cancelled_at'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('id', '=', tour)
    .forShare()
    .executeTakeFirst()
}

async function projectsOf(trx: Trx, organisation: string, edition: string, projects: readonly string[]) {
  if (projects.length === 0) return []
  return trx
    .selectFrom('project as j')
    .leftJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .select(['j.id', 'o.accepted', 'l.left_on'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('j.id', 'in', [...projects])
    .execute()
}
