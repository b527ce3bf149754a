/** A place is offered: whoever of the team wanted messages on their phone learns that an answer is waited for. */
import type { Trx } from '../../../platform/database/database.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { inEach, tellByPhone } from '../../messages/index.ts'

/** Writes to the phones of a team that an answer is waited for, and until when; which place, stands on their page. */
export async function tellOfOffer(
  trx: Trx,
  { organisation, application, offer, replyBy }: { organisation: string; application: string; offer: string; replyBy: Date },
  now: Date,
): Promise<void> {
  const team = await trx
    .selectFrom('application_member as m')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'm.organisation').onRef('a.id', '=', 'm.application'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .select(['m.person', 'c.zone'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .orderBy('m.person')
    .execute()
  for (const { person, zone } of team) {
    const by = inEach((language) => formatDateTime(replyBy, language, zone, { style: 'day-month' }))
    await tellByPhone(trx, { organisation, person, zone, news: { what: 'offer', by }, object: offer }, now)
  }
}
