/** The job that takes one message out of the outbox. */
import { inLanguage } from '../../domain/language.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import type { MailTransport } from '../../platform/mail/send.ts'

/** Kinds whose content opens a door: it is forgotten once the mail has left. */
const SECRET_KINDS = ['sign-in']

/** Asks the queue to try again later. */
class NotYet extends Error {}

/**
 * Delivers a message once: a message already sent or kept is left alone, so a job run twice sends one mail. A message
 * whose batch is not approved does not leave. A temporary failure is written down and thrown, so that the queue tries
 * again; a permanent one is written down and ends there.
 */
export async function deliverMessage(db: Database, transport: MailTransport, organisation: string, id: string, now: Date): Promise<void> {
  const message = await db
    .selectFrom('message as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation')
    .leftJoin('message_batch as b', (join) => join.onRef('b.organisation', '=', 'm.organisation').onRef('b.id', '=', 'm.batch'))
    .select(['m.kind', 'm.address', 'm.language', 'm.subject', 'm.content', 'm.batch', 'o.name as organisation_name', 'b.approved_at'])
    .where('m.organisation', '=', organisation)
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (message === undefined || (message.batch !== null && message.approved_at === null)) return
  const tried = await db
    .selectFrom('message_delivery')
    .select(['attempt', 'outcome'])
    .where('organisation', '=', organisation)
    .where('message', '=', id)
    .orderBy('attempt')
    .execute()
  if (tried.some((one) => one.outcome !== 'delayed')) return
  const delivery = await transport.deliver(
    {
      id,
      to: { address: message.address },
      language: message.language,
      organisation: inLanguage(message.organisation_name, message.language).text,
      subject: message.subject,
      paragraphs: message.content as Paragraph[],
      kind: 'transactional',
    },
    now,
  )
  await db
    .insertInto('message_delivery')
    .values({ organisation, message: id, attempt: tried.length + 1, outcome: delivery.outcome, detail: delivery.detail, at: now })
    // Written by somebody else at the same instant: what became of it stands already.
    .onConflict((already) => already.constraint('message_delivery_key').doNothing())
    .execute()
  if (delivery.outcome === 'sent' && SECRET_KINDS.includes(message.kind)) {
    await db.updateTable('message').set({ content: '[]', subject: '' }).where('organisation', '=', organisation).where('id', '=', id).execute()
  }
  if (delivery.outcome === 'delayed') throw new NotYet(delivery.detail)
}
