import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** The application the viewer holds in a call and has not withdrawn: id and number, or null. */
export async function liveApplication(db: Reader, viewer: SignedIn, call: string): Promise<{ application: string; number: string } | null> {
  const row = await db
    .selectFrom('application as a')
    .innerJoin('application_member as m', (join) => join.onRef('m.organisation', '=', 'a.organisation').onRef('m.application', '=', 'a.id'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 'a.organisation').onRef('w.application', '=', 'a.id'))
    .select(['a.id as application', 'a.number'])
    .where('a.organisation', '=', viewer.organisation)
    .where('a.call', '=', call)
    .where('m.person', '=', viewer.person.id)
    .where('m.part', '=', 'holder')
    .where('w.application', 'is', null)
    .orderBy('a.created_at')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
