/** The whole list as it is filtered, to be printed. */
import { sql } from 'kysely'
import type { Place, Viewer } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import type { DeskFilters, DeskList } from '../../views.ts'
import { chosen, deskList, linesOf } from '../desk-list.ts'
import { reachOf } from './matching.ts'

/** More lines than that are read by nobody on paper. */
export const MOST_PRINTED = 2000

/** Every line that matches, in its order, up to MOST_PRINTED; `total` tells how many there are. Null without a place at this desk. */
export async function printedList(db: Reader, viewer: Viewer, place: Place, filters: DeskFilters): Promise<DeskList | null> {
  const reach = reachOf(viewer, place)
  if (reach === null) return null
  const [list, lines] = await Promise.all([
    deskList(db, viewer, place, { ...filters, page: 1 }),
    linesOf(db, reach, sql`select application, place from (${chosen(reach, filters)}) every where place <= ${MOST_PRINTED}`),
  ])
  return list === null ? null : { ...list, lines }
}
