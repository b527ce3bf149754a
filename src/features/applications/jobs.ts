/** Work done after the answer. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { writeReceipt } from './commands/write-receipt.ts'

/** Handlers by the name of their task. */
export function applicationJobs({ db, config, clock }: Services): Readonly<Record<'application-receipt', JobHandler>> {
  return {
    'application-receipt': async ({ organisation, application }: { readonly organisation: string; readonly application: string }) =>
      writeReceipt(db, organisation, application, config.origin, clock()),
  }
}
