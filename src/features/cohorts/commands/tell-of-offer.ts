/** A place is offered: everybody of the team reads it by mail, and on the phone whoever wanted that. */
import type { Trx } from '../../../platform/database/database.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { inEach, tellByPhone, writeMessage } from '../../messages/index.ts'
import { offerMail } from '../mails.ts'

export interface Offer {
  readonly organisation: string
  readonly application: string
  readonly offer: string
  readonly title: string
  readonly replyBy: Date
}

/** Writes to the team that an answer is waited for, and until when, each in their language; a phone is told no title. */
export async function tellOfOffer(trx: Trx, { organisation, application, offer, title, replyBy }: Offer, origin: string, now: Date): Promise<void> {
  const team = await trx
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'm.organisation').onRef('a.id', '=', 'm.application'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .select(['m.person', 'c.zone', 'p.email', 'p.language'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .orderBy('m.person')
    .execute()
  for (const { person, zone, email, language } of team) {
    if (email !== null) {
      const mail = offerMail({ offer, title, replyBy, zone, language }, origin)
      await writeMessage(trx, { organisation, person, address: email, language, object: offer, ...mail }, now)
    }
    const by = inEach((each) => formatDateTime(replyBy, each, zone, { style: 'day-month' }))
    await tellByPhone(trx, { organisation, person, zone, news: { what: 'offer', by }, object: offer }, now)
  }
}
