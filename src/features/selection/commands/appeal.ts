/** Appealing against what a selection decided. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { lodgeSelectionAppeal as lodge } from '../../../domain/selection-appeal.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { writeMessage } from '../../messages/index.ts'
import { appealReceipt } from '../appeals/mails.ts'
import { holderToTell, type ToTell } from '../queries/appeal-holder.ts'
import { ownSelectionAppeal } from '../queries/appeals.ts'

/** The holder appeals within the term and gets a receipt. Refuses `appeal/unknown`, and as `lodgeSelectionAppeal`. One entry in the trail of the application. */
export async function appealSelection(
  db: Database,
  viewer: SignedIn,
  { application, text }: { readonly application: string; readonly text: string },
  origin: string,
  now: Date,
): Promise<Result<{ lodgedAt: Date }>> {
  if (!isId(application)) return refused('appeal/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockApplication(trx, organisation, application)
    const own = await ownSelectionAppeal(trx, viewer, application)
    if (own === null) return refused('appeal/unknown')
    const allowed = lodge({ ...own, lodgedAt: own.appeal?.lodgedAt ?? null }, { text }, now)
    if (!allowed.ok) return allowed
    const to = (await holderToTell(trx, organisation, application)) as ToTell
    const row = { organisation, edition: to.edition, application, text: text.trim(), lodged_at: now, lodged_by: person.id }
    await trx.insertInto('selection_appeal').values(row).execute()
    await tell(trx, organisation, to, 'selection-appeal-receipt', appealReceipt(to, row.text, origin, now), now)
    await audit(trx, { organisation, stream: application, act: 'selection-appeal/lodged', actor: person.id, at: now })
    return ok({ lodgedAt: now })
  })
}

/** One act at a time on the appeal of an application. */
export async function lockApplication(trx: Trx, organisation: string, application: string): Promise<void> {
  await trx.selectFrom('application').select('id').where('organisation', '=', organisation).where('id', '=', application).forUpdate().execute()
}

/** To the holder, who reads it on their page where they have no address. */
export async function tell(
  trx: Trx,
  organisation: string,
  to: ToTell,
  kind: string,
  mail: ReturnType<typeof appealReceipt>,
  now: Date,
): Promise<void> {
  if (to.email === null) return
  await writeMessage(trx, { organisation, kind, person: to.person, address: to.email, language: to.language, object: to.application, ...mail }, now)
}
