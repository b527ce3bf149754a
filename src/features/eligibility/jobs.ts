/** Work done after the answer. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { rereadApplication } from './commands/reread-corrected.ts'

/** Handlers by the name of their task. */
export function eligibilityJobs({ db, clock }: Services): Readonly<Record<'correction-reread', JobHandler>> {
  return {
    'correction-reread': async ({ organisation, application }: { readonly organisation: string; readonly application: string }) =>
      rereadApplication(db, organisation, application, clock()),
  }
}
