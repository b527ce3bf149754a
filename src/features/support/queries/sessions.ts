/** The sessions a trainer gives: theirs alone, in every edition that granted them the role. */
import { sql } from 'kysely'
import { holds, holdsSomewhere, type SignedIn } from '../../../domain/viewer.ts'
import type { Language } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type ActivityLine, type ActivityView, activityWhere, linesWhere } from './activities.ts'

/** What the viewer gives as a trainer; empty for whoever is none. */
export async function sessionsOf(db: Reader, viewer: SignedIn, language: Language): Promise<ActivityLine[]> {
  if (!holdsSomewhere(viewer, ['trainer'])) return []
  const editions = await editionsTaught(db, viewer)
  return editions.length === 0 ? [] : linesWhere(db, viewer.organisation, mine(viewer, editions), language)
}

/** One session the viewer gives; null when there is none of that id or it is another's. */
export async function sessionById(db: Reader, viewer: SignedIn, id: string, language: Language): Promise<ActivityView | null> {
  const editions = holdsSomewhere(viewer, ['trainer']) ? await editionsTaught(db, viewer) : []
  if (editions.length === 0) return null
  return activityWhere(db, viewer.organisation, id, sql`a.id = ${id} and ${mine(viewer, editions)}`, language)
}

function mine(viewer: SignedIn, editions: readonly string[]) {
  return sql`a.edition = any(${[...editions]}::uuid[]) and exists (select from activity_person x
    where x.organisation = a.organisation and x.activity = a.id and x.person = ${viewer.person.id})`
}

/** Editions with an activity of the viewer where their role still holds, in the region of the activity. */
async function editionsTaught(db: Reader, viewer: SignedIn): Promise<string[]> {
  const rows = await db
    .selectFrom('activity_person as x')
    .innerJoin('activity as a', (join) => join.onRef('a.organisation', '=', 'x.organisation').onRef('a.id', '=', 'x.activity'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .select(['e.id', 'e.programme', 'a.region'])
    .distinct()
    .where('x.organisation', '=', viewer.organisation)
    .where('x.person', '=', viewer.person.id)
    .execute()
  const taught = rows.filter((row) => holds(viewer, ['trainer'], { programme: row.programme, edition: row.id, region: row.region }))
  return [...new Set(taught.map((row) => row.id))]
}

/** The zone of the organisation's clocks. */
export async function zoneOf(db: Reader, organisation: string): Promise<string> {
  return (await db.selectFrom('organisation').select('zone').where('id', '=', organisation).executeTakeFirstOrThrow()).zone
}
