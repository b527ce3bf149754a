import { publishCall as mayPublish } from '../../../domain/call.ts'
import { mayBuildEditions } from '../../../domain/edition.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { actorOf, isSystem, type SystemCaller } from '../system-caller.ts'

/**
 * Makes the call of an edition public: its page appears, and at the promised time it takes applications. Refuses
 * `edition/unknown`, `page/not-allowed`, `call/already-public`, `call/deadline-passed`.
 */
export function publishCall(db: Database, by: Viewer | SystemCaller, edition: string, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = by
    const call = await trx
      .selectFrom('call as c')
      .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
      .select(['c.id', 'c.edition', 'e.programme', 'c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds'])
      .where('c.organisation', '=', organisation)
      .where('e.slug', '=', edition)
      .forUpdate('c')
      .executeTakeFirst()
    if (call === undefined) return refused('edition/unknown', { slug: edition })
    if (!isSystem(by) && !mayBuildEditions(by, call.programme)) return refused('page/not-allowed')
    const allowed = mayPublish(
      { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds },
      now,
    )
    if (!allowed.ok) return allowed
    await trx
      .updateTable('call')
      .set({ published_at: now, published_by: actorOf(by) })
      .where('organisation', '=', organisation)
      .where('id', '=', call.id)
      .execute()
    await audit(trx, { organisation, stream: call.edition, act: 'call/published', actor: actorOf(by), at: now })
    return ok(null)
  })
}
