import { PRESENT_SECONDS } from '../../../../domain/presence.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import type { Present } from '../here.ts'

/** Who else has a draft of the viewer's open at this moment. */
export async function presentIn(db: Reader, viewer: SignedIn, application: string, now: Date): Promise<Present[]> {
  return db
    .selectFrom('presence as e')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.person'))
    .select(['e.person', 'p.name_ar as nameAr', 'p.name_latin as nameLatin', 'e.section', 'e.question'])
    .where('e.organisation', '=', viewer.organisation)
    .where('e.application', '=', application)
    .where('e.person', '<>', viewer.person.id)
    .where('e.seen_at', '>=', new Date(now.getTime() - PRESENT_SECONDS * 1000))
    .orderBy('e.person')
    .execute()
}
