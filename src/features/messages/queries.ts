/** Reading the outbox: the demo mailbox, and the letters of an edition. */
import type { Language } from '../../domain/language.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Paragraph } from '../../platform/mail/message.ts'

export interface MailboxLine {
  readonly id: string
  readonly kind: string
  readonly channel: string
  readonly address: string
  readonly language: Language
  readonly subject: string
  readonly writtenAt: Date
}

/** The newest mails of an organisation, a page at a time; for the demo only, where every address is invented. */
export async function mailboxOf(
  db: Reader,
  organisation: string,
  page: { limit: number; offset: number; address?: string },
): Promise<{ lines: MailboxLine[]; total: number }> {
  let found = db.selectFrom('message').where('organisation', '=', organisation)
  if (page.address !== undefined && page.address !== '') found = found.where('address', '=', page.address)
  const [lines, count] = await Promise.all([
    found
      .select(['id', 'kind', 'channel', 'address', 'language', 'subject', 'content', 'written_at'])
      .orderBy('written_at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
    found.select((all) => all.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ])
  return {
    lines: lines.map(({ written_at, content, ...line }) => ({ ...line, subject: titleOf(line.subject, content), writtenAt: written_at })),
    total: Number(count.n),
  }
}

export interface MessageView extends MailboxLine {
  readonly paragraphs: readonly Paragraph[]
}

export async function messageById(db: Reader, organisation: string, id: string): Promise<MessageView | null> {
  const row = await db
    .selectFrom('message')
    .select(['id', 'kind', 'channel', 'address', 'language', 'subject', 'written_at', 'content'])
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { written_at, content, ...line } = row
  return { ...line, subject: titleOf(line.subject, content), writtenAt: written_at, paragraphs: content as Paragraph[] }
}

/** A message to a phone has no subject: it is its first sentence. */
function titleOf(subject: string, content: unknown): string {
  const [first] = content as Paragraph[]
  return subject === '' && typeof first === 'string' ? first : subject
}

export interface LetterView {
  readonly batch: string
  readonly kind: string
  readonly letters: number
  readonly preparedAt: Date
  readonly preparedBy: string
  readonly approvedAt: Date | null
  readonly delivered: number
  readonly failed: number
}

/** The batches of letters of an edition, newest first, with how many have left. */
export async function lettersOf(db: Reader, organisation: string, edition: string): Promise<LetterView[]> {
  const rows = await db
    .selectFrom('message_batch as b')
    .leftJoin('message as m', (join) => join.onRef('m.organisation', '=', 'b.organisation').onRef('m.batch', '=', 'b.id'))
    .leftJoin('message_delivery as d', (join) =>
      join.onRef('d.organisation', '=', 'm.organisation').onRef('d.message', '=', 'm.id').on('d.outcome', '<>', 'delayed'),
    )
    .select((all) => [
      'b.id as batch',
      'b.kind',
      'b.prepared_at as preparedAt',
      'b.prepared_by as preparedBy',
      'b.approved_at as approvedAt',
      all.fn.count<number>('m.id').distinct().as('letters'),
      all.fn.count<number>('d.message').filterWhere('d.outcome', 'in', ['sent', 'kept']).as('delivered'),
      all.fn.count<number>('d.message').filterWhere('d.outcome', '=', 'failed').as('failed'),
    ])
    .where('b.organisation', '=', organisation)
    .where('b.edition', '=', edition)
    .groupBy(['b.organisation', 'b.id', 'b.kind', 'b.prepared_at', 'b.prepared_by', 'b.approved_at'])
    .orderBy('b.prepared_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, letters: Number(row.letters), delivered: Number(row.delivered), failed: Number(row.failed) }))
}
