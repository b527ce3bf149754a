/** Which project of an edition a record of its money belongs to. */
import { maySeeMeans } from '../../../domain/award.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

export type RecordKind = 'award' | 'instalment' | 'payment'

/** Its project; null when this edition has no such record or the viewer may not read it: both look the same. */
export async function projectOfRecord(db: Reader, viewer: SignedIn, place: Place, kind: RecordKind, id: string): Promise<string | null> {
  if (!maySeeMeans(viewer, place)) return null
  let found = db
    .selectFrom('award as w')
    .innerJoin('instalment as i', (join) => join.onRef('i.organisation', '=', 'w.organisation').onRef('i.award', '=', 'w.id'))
    .leftJoin('payment as p', (join) => join.onRef('p.organisation', '=', 'i.organisation').onRef('p.instalment', '=', 'i.id'))
    .select('w.project')
    .where('w.organisation', '=', viewer.organisation)
    .where('w.edition', '=', place.edition)
  found = kind === 'award' ? found.where('w.id', '=', id) : kind === 'instalment' ? found.where('i.id', '=', id) : found.where('p.id', '=', id)
  return (await found.executeTakeFirst())?.project ?? null
}
