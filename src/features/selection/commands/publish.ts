/** Publication: the sealed list becomes public. Nothing else happens by it: letters and offers are acts of their own. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPublishSelection, publishSelection as publish } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit, sealAudit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { lockEdition } from './plan.ts'

/**
 * Publishes the sealed selection of an edition and seals the audit trail. Refuses `page/not-allowed`, `selection/not-sealed`, `selection/already-published`,
 * `selection/publisher-sealed`.
 */
export async function publishSelection(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<{ seal: string }>> {
  const { organisation } = viewer
  if (!mayPublishSelection(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const row = await trx
      .selectFrom('selection_seal as s')
      .leftJoin('publication as p', (join) => join.onRef('p.organisation', '=', 's.organisation').onRef('p.seal', '=', 's.id'))
      .select(['s.id', 's.hash', 's.sealed_by', 'p.published_at'])
      .where('s.organisation', '=', organisation)
      .where('s.edition', '=', place.edition)
      .executeTakeFirst()
    const allowed = publish({ sealedBy: row?.sealed_by ?? null, published: (row?.published_at ?? null) !== null, by: viewer.person.id })
    if (!allowed.ok) return allowed
    const seal = row?.id as string
    await trx
      .insertInto('publication')
      .values({ organisation, edition: place.edition, seal, published_at: now, published_by: viewer.person.id })
      .execute()
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: 'selection/published',
      actor: viewer.person.id,
      at: now,
      details: { seal, hash: row?.hash },
    })
    await sealAudit(trx, organisation, now)
    return ok({ seal })
  })
}
