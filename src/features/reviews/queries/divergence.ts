/** How far apart two readings may lie in an edition. */
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** Points of 100; public, as every rule of an edition is. */
export async function divergenceOf(db: Reader, viewer: Viewer, place: Place): Promise<string> {
  const row = await db
    .selectFrom('edition')
    .select('divergence')
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', place.edition)
    .executeTakeFirstOrThrow()
  return row.divergence
}
