/** Wrong passwords are counted by address and by network; each makes the next try wait longer (domain/password). */
import { sql } from 'kysely'
import { mayTry, TRIES_KEPT } from '../../../domain/password.ts'
import { ok, type Result } from '../../../domain/result.ts'
import { undo } from '../../../platform/database/atomically.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { secretHash } from '../../../platform/identity/secret.ts'

export interface TryOf {
  readonly email: string
  readonly network: string
}

const keysOf = ({ email, network }: TryOf) => [
  { scope: 'network' as const, key: secretHash(`network:${network}`) },
  { scope: 'address' as const, key: secretHash(`address:${email}`) },
]

/** Counts a try before it is made, so that of many at once each waits for the one before. Refuses `sign-in/wait`; what is refused undoes the caller's transaction, and is not counted. */
export async function countTry(trx: Trx, organisation: string, of: TryOf, now: Date): Promise<Result<null>> {
  const forgotten = new Date(now.getTime() - TRIES_KEPT * 1000)
  await trx.deleteFrom('password_try').where('organisation', '=', organisation).where('last_at', '<', forgotten).execute()
  for (const { scope, key } of keysOf(of)) {
    // Counted first: the row is then ours alone until the end, and what it held before is what decides.
    const { failures, lastAt } = await trx
      .insertInto('password_try')
      .values({ organisation, key, failures: 1, last_at: now })
      .onConflict((one) => one.constraint('password_try_key').doUpdateSet({ failures: sql<number>`password_try.failures + 1` }))
      .returning(['failures', 'last_at as lastAt'])
      .executeTakeFirstOrThrow()
    const allowed = mayTry(failures === 1 ? null : { failures: failures - 1, lastAt }, scope, now)
    if (!allowed.ok) undo(allowed)
    await trx.updateTable('password_try').set({ last_at: now }).where('organisation', '=', organisation).where('key', '=', key).execute()
  }
  return ok(null)
}

/** The password was right: nothing is held against the address; of the network this one try is forgotten, for others sit there too. */
export async function forgetTry(trx: Trx, organisation: string, of: TryOf): Promise<void> {
  for (const { scope, key } of keysOf(of)) {
    const gone = trx.deleteFrom('password_try').where('organisation', '=', organisation).where('key', '=', key)
    const { numDeletedRows } = await (scope === 'address' ? gone : gone.where('failures', '=', 1)).executeTakeFirst()
    if (numDeletedRows === 0n)
      await trx
        .updateTable('password_try')
        .set({ failures: sql<number>`failures - 1` })
        .where('organisation', '=', organisation)
        .where('key', '=', key)
        .execute()
  }
}
