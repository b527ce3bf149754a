/** The law may change the clock between the announcement of a deadline and the day itself: the local time that was promised stands. */
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { promisedInstant } from '../../../platform/time/time.ts'

/**
 * Derives again, with the zone data of this machine, the instants of every opening and deadline to come; those that moved
 * are written, with an entry in the trail of their edition. Answers how many calls that concerned. Nobody asks for it: it
 * runs when the server starts and every night.
 */
export async function keepPromises(db: Database, now: Date): Promise<number> {
  const ahead = await db
    .selectFrom('call')
    .select(['organisation', 'id'])
    .where((any) => any.or([any('deadline_at', '>', now), any('opens_at', '>', now)]))
    .orderBy('id')
    .execute()
  let moved = 0
  for (const { organisation, id } of ahead) if (await keepPromise(db, organisation, id, now)) moved += 1
  return moved
}

function keepPromise(db: Database, organisation: string, id: string, now: Date): Promise<boolean> {
  return atomically(db, async (trx) => {
    const call = await trx
      .selectFrom('call')
      .select(['edition', 'opens_at', 'opens_wall', 'deadline_at', 'deadline_wall', 'zone'])
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const opens = derived(call.opens_wall, call.zone, 'earlier', call.opens_at)
    const { deadline_at: before, deadline_wall: wall } = call
    const deadline = before === null || wall === null ? null : derived(wall, call.zone, 'later', before)
    // What is past has happened at its instant, whatever a law says afterwards.
    const opensAt = call.opens_at > now ? opens : call.opens_at
    if (opensAt.getTime() === call.opens_at.getTime() && deadline?.getTime() === before?.getTime()) return false
    await trx
      .updateTable('call')
      .set({ opens_at: opensAt, deadline_at: deadline })
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .execute()
    await audit(trx, {
      organisation,
      stream: call.edition,
      act: 'call/instants-derived',
      actor: null,
      at: now,
      details: { call: id, before: (before ?? call.opens_at).toISOString(), after: (deadline ?? opensAt).toISOString() },
    })
    return true
  })
}

/** The instant of a wall time; where the clock skips it, the instant it had stays. */
function derived(wall: string, zone: string, repeated: 'earlier' | 'later', known: Date): Date {
  const promised = promisedInstant({ wall: wall.slice(0, 16).replace(' ', 'T'), zone }, repeated)
  return promised.ok ? promised.instant : known
}
