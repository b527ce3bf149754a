import type { Reader } from '../../../platform/database/database.ts'

/** The zone an organisation tells the time in. */
export async function zoneOf(db: Reader, organisation: string): Promise<string> {
  const row = await db.selectFrom('organisation').select('zone').where('id', '=', organisation).executeTakeFirst()
  return row?.zone ?? 'UTC'
}
