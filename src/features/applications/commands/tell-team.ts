/** Writing to everybody who carries an application. */
import type { Language } from '../../../domain/language.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { type OutgoingMessage, type PhoneMessage, tellByPhone, writeMessage } from '../../messages/index.ts'

/** Writes the same message to each member of the team who has an address, and to the phones of those who want it there; answers to how many addresses. */
export async function tellTeam(
  trx: Trx,
  organisation: string,
  application: string,
  message: Pick<OutgoingMessage, 'kind' | 'subject' | 'paragraphs'> & { readonly language: Language },
  now: Date,
  phone?: Pick<PhoneMessage, 'zone' | 'news'>,
): Promise<number> {
  const team = await trx
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['p.id', 'p.email'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .orderBy('m.joined_at')
    .orderBy('p.id')
    .execute()
  let told = 0
  for (const { id, email } of team) {
    if (phone !== undefined) await tellByPhone(trx, { organisation, person: id, object: application, ...phone }, now)
    if (email === null) continue
    await writeMessage(trx, { organisation, person: id, address: email, object: application, ...message }, now)
    told += 1
  }
  return told
}
