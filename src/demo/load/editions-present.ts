/** The editions of the world that the database holds, by their key. */
import type { Reader } from '../../platform/database/database.ts'
import { EDITIONS, type EditionKey, SCENARIO } from '../world/scenario.ts'
import { ORGANISATION } from './organisation.ts'

export interface PresentEdition {
  readonly id: string
  readonly programme: string
}

/** In the order of the years; an edition whose call is not prepared yet is not there. */
export async function editionsPresent(db: Reader): Promise<ReadonlyMap<EditionKey, PresentEdition>> {
  const rows = await db.selectFrom('edition').select(['id', 'programme', 'slug']).where('organisation', '=', ORGANISATION).execute()
  return new Map(
    EDITIONS.flatMap((key) => {
      const row = rows.find((one) => one.slug === String(SCENARIO[key].year))
      return row === undefined ? [] : [[key, { id: row.id, programme: row.programme }] as const]
    }),
  )
}
