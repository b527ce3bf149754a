/** What the worker does for the selection. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { computeInfluence } from './commands/influence.ts'

export function selectionJobs({ db, clock }: Services): Readonly<Record<'selection-influence', JobHandler>> {
  return {
    'selection-influence': async ({ organisation, plan }: { organisation: string; plan: string }) => {
      await computeInfluence(db, organisation, plan, clock())
    },
  }
}
