/** Writing to the outbox: a message is a row in the reader's language; whether and when it leaves is a separate matter. */
import type { Language } from '../../domain/language.ts'
import type { Trx } from '../../platform/database/database.ts'
import { newId } from '../../platform/database/id.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import type { Paragraph } from '../../platform/mail/message.ts'

export interface OutgoingMessage {
  readonly organisation: string
  /** What it is ('sign-in', 'application-receipt', 'result-selected'…): decides nothing, is shown in lists. */
  readonly kind: string
  /** Whom it is for; null for an address that is nobody yet. */
  readonly person: string | null
  readonly address: string
  readonly language: Language
  readonly subject: string
  readonly paragraphs: readonly Paragraph[]
  /** The record it is about, for the trail of that record. */
  readonly object?: string
  /** Address that stops messages of this kind at a POST: for those that answer no act of their reader. */
  readonly unsubscribe?: string
  /** A message of a batch waits until a second person approves the batch. */
  readonly batch?: string
  /** Its reader waits for it at a screen. */
  readonly urgent?: boolean
}

/** Messages of one batch put in the outbox with a few statements; they wait for its approval. Answers their ids, in their order. */
export async function writeMessages(trx: Trx, messages: readonly (OutgoingMessage & { readonly batch: string })[], now: Date): Promise<string[]> {
  const AT_ONCE = 500
  const rows = messages.map((message) => rowOf(message, newId(now), now))
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await trx
      .insertInto('message')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
  return rows.map((row) => row.id)
}

function rowOf(message: OutgoingMessage, id: string, now: Date) {
  return {
    organisation: message.organisation,
    id,
    batch: message.batch ?? null,
    kind: message.kind,
    person: message.person,
    address: message.address,
    language: message.language,
    subject: message.subject,
    content: JSON.stringify(message.paragraphs),
    object: message.object ?? null,
    unsubscribe: message.unsubscribe ?? null,
    written_at: now,
  }
}

/** Puts a message in the outbox, in the caller's transaction; one that belongs to no batch is queued to leave at once. Answers its id. */
export async function writeMessage(trx: Trx, message: OutgoingMessage, now: Date): Promise<string> {
  const id = newId(now)
  await trx
    .insertInto('message')
    .values(rowOf(message, id, now))
    .execute()
  const { organisation, batch, urgent = false } = message
  if (batch === undefined) await enqueue(trx, 'message-delivery', { organisation, message: id }, { urgent })
  return id
}

/** Erases the address and the words of every message about a record, sent or not; what has not left will not. That there was one stays. */
export async function forgetAddress(trx: Trx, organisation: string, object: string): Promise<void> {
  await trx
    .updateTable('message')
    .set({ address: '', subject: '', content: '[]', unsubscribe: null })
    .where('organisation', '=', organisation)
    .where('object', '=', object)
    .execute()
}
