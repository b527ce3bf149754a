/** How often something was tried: a brake on what anybody may do without signing in. */
import { sql } from 'kysely'
import type { Trx } from './database.ts'

const HOUR = 60 * 60_000

/** How many times a key was counted in this hour before now, counting it once more. What is refused is counted too, unless it is undone. */
export async function countedThisHour(trx: Trx, organisation: string, key: string, now: Date): Promise<number> {
  const row = await trx
    .insertInto('rate_count')
    .values({ organisation, key, window_start: new Date(Math.floor(now.getTime() / HOUR) * HOUR), count: 1 })
    .onConflict((conflict) => conflict.constraint('rate_count_key').doUpdateSet({ count: sql<number>`rate_count.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count - 1
}
