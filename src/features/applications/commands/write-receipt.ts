/** The receipt by mail. */
import { atomically } from '../../../platform/database/atomically.ts'
import type { Database } from '../../../platform/database/database.ts'
import { writeMessage } from '../../messages/index.ts'
import { holderOf, receiptView } from '../queries/receipt.ts'
import { receiptMail } from '../receipt-mail.ts'

const KIND = 'application-receipt'

/** Writes the receipt of a submission to its holder, in the language it was sent in; after corrections anew. Run again after a failure, it writes none twice; without an address, none. */
export async function writeReceipt(db: Database, organisation: string, application: string, origin: string, now: Date): Promise<void> {
  const holder = await holderOf(db, organisation, application)
  if (holder === null || holder.email === null) return
  const address = holder.email
  const view = await receiptView(db, holder, application)
  if (view === null) return
  const mail = receiptMail(view, origin)
  await atomically(db, async (trx) => {
    const written = await trx
      .selectFrom('message')
      .select('id')
      .where('organisation', '=', organisation)
      .where('object', '=', application)
      .where('kind', '=', KIND)
      .where('written_at', '>=', view.correctedAt ?? view.submittedAt)
      .executeTakeFirst()
    if (written !== undefined) return
    await writeMessage(
      trx,
      { organisation, kind: KIND, person: holder.person.id, address, language: view.language, object: application, ...mail },
      now,
    )
  })
}
