/** Ending one's own sessions from another device. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { secretHash } from '../../../platform/identity/secret.ts'

/** Ends one open session of the viewer's own. Refuses `page/not-found` for any other. */
export async function endOwnSession(db: Database, viewer: SignedIn, id: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!isId(id)) return refused('page/not-found')
  return atomically(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('session')
      .set({ ended_at: now })
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refused('page/not-found')
    await audit(trx, { organisation, stream: person.id, act: 'session/ended', actor: person.id, at: now, details: { session: id } })
    return ok(null)
  })
}

/** Ends every open session of the viewer but the one of this token; all of them when there is none. Answers how many. */
export async function endOtherSessions(db: Database, viewer: SignedIn, keep: string | null, now: Date): Promise<Result<{ ended: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    let others = trx
      .updateTable('session')
      .set({ ended_at: now })
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
    if (keep !== null) others = others.where('token_hash', '<>', secretHash(keep))
    const ended = Number((await others.executeTakeFirst()).numUpdatedRows)
    if (ended > 0) await audit(trx, { organisation, stream: person.id, act: 'session/others-ended', actor: person.id, at: now, details: { ended } })
    return ok({ ended })
  })
}
