import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/database.ts'

/** Nobody decides on these applications until the transaction ends; always in one order, so that two acts wait instead of blocking each other. */
export async function holdAll(trx: Trx, organisation: string, applications: readonly string[]): Promise<void> {
  await sql`select id from application where organisation = ${organisation} and id = any(${[...applications]}::uuid[]) order by id for update`.execute(
    trx,
  )
}
