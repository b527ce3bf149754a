import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** Until when an application may be sent by extra time given to it, of the row `a` of a statement; null for most. */
export const EXTRA_UNTIL = `(select max(x.until_at) from extra_time x where x.organisation = a.organisation and x.application = a.id and x.recalled_at is null)`

/** Until when this person may begin in a call by extra time of their own; null for most. */
export async function extraUntilFor(db: Reader, { organisation, person }: SignedIn, call: string): Promise<Date | null> {
  const row = await db
    .selectFrom('extra_time')
    .select((e) => e.fn.max('until_at').as('until'))
    .where('organisation', '=', organisation)
    .where('call', '=', call)
    .where('person', '=', person.id)
    .where('recalled_at', 'is', null)
    .executeTakeFirst()
  return row?.until ?? null
}
