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
  /** A message of a batch waits until a second person approves the batch. */
  readonly batch?: string
}

/** Puts a message in the outbox, in the caller's transaction; one that belongs to no batch is queued to leave at once. Answers its id. */
export async function writeMessage(trx: Trx, message: OutgoingMessage, now: Date): Promise<string> {
  const id = newId(now)
  await trx
    .insertInto('message')
    .values({
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
      written_at: now,
    })
    .execute()
  if (message.batch === undefined) await enqueue(trx, 'message-delivery', { organisation: message.organisation, message: id })
  return id
}
