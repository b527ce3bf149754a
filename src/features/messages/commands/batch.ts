/** Letters written together leave when a second person has approved them. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { holds, type Role, type SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { enqueueMany } from '../../../platform/jobs/jobs.ts'
import { tellByPhone } from '../tell-by-phone.ts'

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

/** What a stage does to the letters of its kind as they are approved, in the same transaction: dates that run from now, letters that must not leave. */
export type Readying = Readonly<Record<string, (trx: Trx, organisation: string, batch: string, now: Date) => Promise<void>>>

/** Approves a batch: its letters leave. Refuses whoever prepared it, a role that may not, and a batch approved already. `readying`: by kind of batch. */
export async function approveBatch(
  db: Database,
  viewer: SignedIn,
  id: string,
  now: Date,
  readying: Readying = {},
): Promise<Result<{ letters: number }>> {
  return atomically(db, async (trx) => {
    const batch = await trx
      .selectFrom('message_batch as b')
      .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'b.organisation').onRef('e.id', '=', 'b.edition'))
      .select(['b.kind', 'b.prepared_by', 'b.approved_at', 'e.id as edition', 'e.programme'])
      .where('b.organisation', '=', viewer.organisation)
      .where('b.id', '=', id)
      .forUpdate('b')
      .executeTakeFirst()
    if (batch === undefined) return refused('page/not-found')
    if (!holds(viewer, APPROVERS, { programme: batch.programme, edition: batch.edition })) return refused('page/not-allowed')
    if (batch.approved_at !== null) return refused('letters/already-approved')
    if (batch.prepared_by === viewer.person.id) return refused('letters/second-person')
    await readying[batch.kind]?.(trx, viewer.organisation, id, now)
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
    if (isAnswer(batch.kind)) await tellReaders(trx, { organisation: viewer.organisation, edition: batch.edition, batch: id, what: batch.kind }, now)
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

/** Letters of which phones tell that they have come. */
const isAnswer = (kind: string): kind is 'results' | 'eligibility' => kind === 'results' || kind === 'eligibility'

interface Batch {
  readonly organisation: string
  readonly edition: string
  readonly batch: string
  readonly what: 'results' | 'eligibility'
}

/** Whoever wanted messages on their phone learns that an answer has come; which, is in the letter. */
async function tellReaders(trx: Trx, { organisation, edition, batch, what }: Batch, now: Date): Promise<void> {
  const readers = await trx
    .selectFrom('message as m')
    .innerJoin('phone_consent as k', (join) => join.onRef('k.organisation', '=', 'm.organisation').onRef('k.person', '=', 'm.person'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'm.organisation').on('c.edition', '=', edition))
    .select(['k.person', 'c.zone'])
    .distinctOn('k.person')
    .where('m.organisation', '=', organisation)
    .where('m.batch', '=', batch)
    .where('k.ended_at', 'is', null)
    .orderBy('k.person')
    .execute()
  for (const { person, zone } of readers) await tellByPhone(trx, { organisation, person, zone, news: { what }, object: edition }, now)
}
