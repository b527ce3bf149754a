/** What the worker does with the outbox. */
import { atomically } from '../../platform/database/atomically.ts'
import { enqueue, type JobHandler } from '../../platform/jobs/jobs.ts'
import { makeTransport } from '../../platform/mail/send.ts'
import { makeGateway } from '../../platform/sms/gateway.ts'
import type { Services } from '../../platform/web/context.ts'
import { deliverMessage } from './deliver.ts'

/** Handlers by the name of their task. */
export function messageJobs({ db, config, clock }: Services): Readonly<Record<'message-delivery', JobHandler>> {
  const ways = { mail: makeTransport(config), sms: makeGateway(config.sms), origin: config.origin }
  return {
    'message-delivery': async (job: { readonly organisation: string; readonly message: string }) => {
      const held = await deliverMessage(db, ways, job, clock())
      if (held !== null) await atomically(db, (trx) => enqueue(trx, 'message-delivery', job, { at: held.notBefore }))
    },
  }
}
