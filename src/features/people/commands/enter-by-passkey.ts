/** Coming in with a device: no address is typed, the key says whose it is. */
import { CHALLENGES_AN_HOUR, mayHaveCounted } from '../../../domain/passkey.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { countedThisHour } from '../../../platform/database/rate.ts'
import { entryOptions, provedEntry, readAnswer } from '../../../platform/identity/passkey.ts'
import type { Entered } from '../commands.ts'
import { openSession } from '../session.ts'
import { keepChallenge, useChallenge } from './passkey.ts'

/** What the browser hands to the device of somebody coming in at this address. Refuses `sign-in/too-many-tries` past the hourly limit of a network. */
export async function askToEnterByPasskey(
  db: Database,
  organisation: string,
  { origin, network }: { readonly origin: string; readonly network: string },
  now: Date,
): Promise<Result<ReturnType<typeof entryOptions>>> {
  return atomically(db, async (trx) => {
    if ((await countedThisHour(trx, organisation, `passkey:${network}`, now)) >= CHALLENGES_AN_HOUR) return refused('sign-in/too-many-tries')
    return ok(entryOptions(await keepChallenge(trx, organisation, null, origin, now), new URL(origin).hostname))
  })
}

/**
 * Enters by the answer of a device. Refuses `passkey/too-late` for a challenge unknown, old or answered already,
 * `passkey/wrong-address` for one answered elsewhere, `passkey/unknown-here` for a key nobody here has or that was taken
 * off, `passkey/not-proved` for a signature that does not hold, `passkey/copied` when the device counts backwards.
 */
export async function enterByPasskey(
  db: Database,
  organisation: string,
  { answer, device }: { readonly answer: unknown; readonly device: string },
  now: Date,
): Promise<Result<Omit<Entered, 'returnTo'>>> {
  const said = readAnswer(answer)
  if (said === null) return refused('passkey/not-proved')
  const used = await atomically(db, (trx) => useChallenge(trx, organisation, { ...said, person: null }, now))
  if (!used.ok) return used
  const key = await db
    .selectFrom('passkey')
    .select(['id', 'person', 'credential', 'public_key as publicKey'])
    .where('organisation', '=', organisation)
    .where('credential', '=', said.credential)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (key === undefined) return refused('passkey/unknown-here')
  const proved = await provedEntry(answer, key, used.value)
  if (proved === null) return refused('passkey/not-proved')
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('passkey as k')
      .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'k.organisation').onRef('p.id', '=', 'k.person'))
      .select(['k.counter', 'p.language'])
      .where('k.organisation', '=', organisation)
      .where('k.id', '=', key.id)
      .where('k.removed_at', 'is', null)
      .forUpdate('k')
      .executeTakeFirst()
    if (row === undefined) return refused('passkey/unknown-here')
    const counted = mayHaveCounted(Number(row.counter), proved.counter)
    if (!counted.ok) {
      await audit(trx, { organisation, stream: key.person, act: 'passkey/counted-backwards', actor: null, at: now, details: { passkey: key.id } })
      return counted
    }
    await trx
      .updateTable('passkey')
      .set({ counter: proved.counter, synced: proved.synced, used_at: now })
      .where('organisation', '=', organisation)
      .where('id', '=', key.id)
      .execute()
    const session = await openSession(trx, organisation, key.person, now, { way: 'passkey', device })
    return ok({ session, person: key.person, language: row.language })
  })
}
