/** The receipt by mail, and the word to the rest of the team that it left. */
import { atomically } from '../../../platform/database/atomically.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { writeMessage } from '../../messages/index.ts'
import { holderOf, receiptView } from '../queries/receipt.ts'
import { receiptMail, sentMail } from '../receipt-mail.ts'

const KIND = 'application-receipt'
const TEAM_KIND = 'application-sent'

/**
 * Writes the receipt of a submission to its holder, in the language it was sent in, and to each of the others that it was
 * sent, in theirs; after corrections anew. Run again after a failure, it writes none twice; without an address, none.
 */
export async function writeReceipt(db: Database, organisation: string, application: string, origin: string, now: Date): Promise<void> {
  const holder = await holderOf(db, organisation, application)
  if (holder === null) return
  const view = await receiptView(db, holder, application)
  if (view === null) return
  const about = { organisation, object: application }
  await atomically(db, async (trx) => {
    if (await isWritten(trx, about, view.correctedAt ?? view.submittedAt)) return
    if (holder.email !== null) {
      const { language } = view
      const mail = { kind: KIND, person: holder.person.id, address: holder.email, language, ...receiptMail(view, origin) }
      await writeMessage(trx, { ...about, ...mail }, now)
    }
    for (const { id, email, language } of await membersOf(trx, organisation, application)) {
      const mail = { kind: TEAM_KIND, person: id, address: email, language, ...sentMail(view, language, origin) }
      await writeMessage(trx, { ...about, ...mail }, now)
    }
  })
}

interface About {
  readonly organisation: string
  readonly object: string
}

async function isWritten(trx: Trx, { organisation, object }: About, since: Date): Promise<boolean> {
  const written = await trx
    .selectFrom('message')
    .select('id')
    .where('organisation', '=', organisation)
    .where('object', '=', object)
    .where('kind', 'in', [KIND, TEAM_KIND])
    .where('written_at', '>=', since)
    .executeTakeFirst()
  return written !== undefined
}

/** The others of the team who have an address. */
async function membersOf(trx: Trx, organisation: string, application: string) {
  const rows = await trx
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['p.id', 'p.email', 'p.language'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .where('m.part', '=', 'member')
    .orderBy('m.joined_at')
    .orderBy('p.id')
    .execute()
  return rows.flatMap(({ email, ...row }) => (email === null ? [] : [{ ...row, email }]))
}
