/** The job that takes one message out of the outbox. */
import { inLanguage, type Language } from '../../domain/language.ts'
import { DAY_BEGINS, isQuiet, textLength } from '../../domain/text-message.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Mail, Paragraph } from '../../platform/mail/message.ts'
import type { Delivery, MailTransport } from '../../platform/mail/send.ts'
import { nextDay } from '../../platform/sms/day.ts'
import type { Gateway } from '../../platform/sms/gateway.ts'
import { words } from './words/index.ts'

/** Kinds whose content opens a door: it is forgotten once the mail has left. */
const SECRET_KINDS = ['sign-in']

/** How the reader of an announcement stops it: by a button of their mail programme, and by a link at its foot. */
function leavable(unsubscribe: string | null, language: Language): Pick<Mail, 'kind' | 'listUnsubscribe' | 'foot'> {
  if (unsubscribe === null) return { kind: 'transactional' }
  return { kind: 'announcement', listUnsubscribe: unsubscribe, foot: [{ label: words(language)('mail.unsubscribe'), href: unsubscribe }] }
}

/** Asks the queue to try again later. */
class NotYet extends Error {}

/** The ways out, by channel. */
export interface WaysOut {
  readonly mail: MailTransport
  readonly sms: Gateway
  /** Address of the site: links in messages to phones begin with it. */
  readonly origin: string
}

/**
 * Delivers a message once: a message already sent or kept is left alone, so a job run twice sends one. A message whose
 * batch is not approved does not leave, nor one to a phone at night: then the moment of its next try is answered. A
 * temporary failure is written down and thrown, so that the queue tries again; a permanent one is written down and ends there.
 */
export async function deliverMessage(
  db: Database,
  ways: WaysOut,
  { organisation, message: id }: { readonly organisation: string; readonly message: string },
  now: Date,
): Promise<{ readonly notBefore: Date } | null> {
  const message = await db
    .selectFrom('message as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation')
    .leftJoin('message_batch as b', (join) => join.onRef('b.organisation', '=', 'm.organisation').onRef('b.id', '=', 'm.batch'))
    .select(['m.kind', 'm.channel', 'm.zone', 'm.person', 'm.address', 'm.language', 'm.subject', 'm.content', 'm.batch', 'm.unsubscribe'])
    .select(['o.name as organisation_name', 'b.approved_at'])
    .where('m.organisation', '=', organisation)
    .where('m.id', '=', id)
    .executeTakeFirst()
  // An address that was erased meanwhile receives nothing.
  if (message === undefined || message.address === '' || (message.batch !== null && message.approved_at === null)) return null
  const tried = await db
    .selectFrom('message_delivery')
    .select(['attempt', 'outcome'])
    .where('organisation', '=', organisation)
    .where('message', '=', id)
    .orderBy('attempt')
    .execute()
  if (tried.some((one) => one.outcome !== 'delayed')) return null
  if (message.zone !== null) {
    const notBefore = nextDay(now, message.zone, isQuiet, DAY_BEGINS)
    if (notBefore > now) return { notBefore }
  }
  const delivery = message.channel === 'sms' ? await byPhone(db, ways, { organisation, id, ...message }) : await byMail(ways, { id, ...message }, now)
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
  return null
}

interface Leaving {
  readonly id: string
  readonly address: string
  readonly language: Language
  readonly content: unknown
}

type LeavingMail = Leaving & {
  readonly subject: string
  readonly unsubscribe: string | null
  readonly organisation_name: Parameters<typeof inLanguage>[0]
}

function byMail({ mail }: WaysOut, message: LeavingMail, now: Date): Promise<Delivery> {
  return mail.deliver(
    {
      id: message.id,
      to: { address: message.address },
      language: message.language,
      organisation: inLanguage(message.organisation_name, message.language).text,
      subject: message.subject,
      paragraphs: message.content as Paragraph[],
      ...leavable(message.unsubscribe, message.language),
    },
    now,
  )
}

/** Somebody who has changed their mind or their number since it was written is left in peace; what would cost too much does not leave. */
async function byPhone(
  db: Database,
  { sms, origin }: WaysOut,
  message: Leaving & { readonly organisation: string; readonly person: string | null },
): Promise<Delivery> {
  const wanted = await db
    .selectFrom('phone_consent')
    .select('seq')
    .where('organisation', '=', message.organisation)
    .where('person', '=', message.person)
    .where('phone', '=', message.address)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (wanted === undefined) return { outcome: 'failed', detail: 'stopped' }
  const text = phoneLine(message.content as Paragraph[], origin)
  if (textLength(text).segments > sms.mostSegments) return { outcome: 'failed', detail: 'too-long' }
  return sms.deliver({ id: message.id, to: message.address, text })
}

/** What the phone shows: the sentence, and the address its link leads to. */
export function phoneLine(content: readonly Paragraph[], origin: string): string {
  return content
    .map((part) => (typeof part === 'string' ? part : 'action' in part ? `${origin}${part.action.href}` : ''))
    .filter(Boolean)
    .join(' ')
}
