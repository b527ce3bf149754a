/** Letters written together leave when a second person has approved them. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { holds, type Role, type SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { enqueueMany } from '../../../platform/jobs/jobs.ts'

export interface NewBatch {
  readonly organisation: string
  readonly edition: string
  /** 'results', 'offers'…: worded as `batch.<kind>`. */
  readonly kind: string
  readonly preparedBy: string
}

/** Opens a batch; the messages written with its id wait for approval. */
export async function openBatch(trx: Trx, batch: NewBatch, now: Date): Promise<string> {
  const id = newId(now)
  await trx
    .insertInto('message_batch')
    .values({ organisation: batch.organisation, id, edition: batch.edition, kind: batch.kind, prepared_at: now, prepared_by: batch.preparedBy })
    .execute()
  return id
}

const APPROVERS: readonly Role[] = ['administrator', 'director', 'officer', 'chair']

/** Approves a batch: its letters leave. Refuses whoever prepared it, a role that may not, and a batch approved already. */
export async function approveBatch(db: Database, viewer: SignedIn, id: string, now: Date): Promise<Result<{ letters: number }>> {
  return atomically(db, async (trx) => {
    const batch = await trx
      .selectFrom('message_batch as b')
      .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'b.organisation').onRef('e.id', '=', 'b.edition'))
      .select(['b.prepared_by', 'b.approved_at', 'e.id as edition', 'e.programme'])
      .where('b.organisation', '=', viewer.organisation)
      .where('b.id', '=', id)
      .forUpdate('b')
      .executeTakeFirst()
    if (batch === undefined) return refused('page/not-found')
    if (!holds(viewer, APPROVERS, { programme: batch.programme, edition: batch.edition })) return refused('page/not-allowed')
    if (batch.approved_at !== null) return refused('letters/already-approved')
    if (batch.prepared_by === viewer.person.id) return refused('letters/second-person')
    await trx
      .updateTable('message_batch')
      .set({ approved_at: now, approved_by: viewer.person.id })
      .where('organisation', '=', viewer.organisation)
      .where('id', '=', id)
      .execute()
    const letters = await trx.selectFrom('message').select('id').where('organisation', '=', viewer.organisation).where('batch', '=', id).execute()
    await enqueueMany(
      trx,
      'message-delivery',
      letters.map((letter) => ({ organisation: viewer.organisation, message: letter.id })),
    )
    await audit(trx, {
      organisation: viewer.organisation,
      stream: batch.edition,
      act: 'letters/approved',
      actor: viewer.person.id,
      at: now,
      details: { batch: id, letters: letters.length },
    })
    return ok({ letters: letters.length })
  })
}
