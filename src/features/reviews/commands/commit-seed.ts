/** A seed for lots, made by chance and committed before anybody sees what it draws. */
import { randomBytes } from 'node:crypto'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openSeed } from '../queries/seed.ts'
import { isSealed, lockEdition } from './assign.ts'

/** Refuses `assignment/not-allowed`, `…/sealed`, and `…/already-committed` while one has not served: nobody draws until they like the outcome. */
export async function commitSeed(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<{ seed: string }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('assignment/not-allowed')
  const { organisation, person } = viewer
  const seed = randomBytes(32).toString('hex')
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('assignment/sealed')
    const { last, open } = await openSeed(trx, organisation, place.edition)
    if (open !== null) return refused('assignment/already-committed')
    const row = { organisation, edition: place.edition, seq: last + 1, seed, committed_at: now, committed_by: person.id }
    await trx.insertInto('assignment_seed').values(row).execute()
    const details = { seq: last + 1, seed }
    await audit(trx, { organisation, stream: place.edition, act: 'assignment/seed-committed', actor: person.id, at: now, details })
    return ok({ seed })
  })
}
