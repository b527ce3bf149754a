/** The organisation whose people these are. */
import type { Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

export function organisationOf(db: Reader, organisation: string): Promise<{ readonly name: Trilingual; readonly zone: string }> {
  return db.selectFrom('organisation').select(['name', 'zone']).where('id', '=', organisation).executeTakeFirstOrThrow()
}
