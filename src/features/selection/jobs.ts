/** What the worker does for the selection. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { computeInfluence } from './commands/influence.ts'
import { computeRehearsal } from './commands/rehearse.ts'
import { computeRun } from './commands/run.ts'

export function selectionJobs({ db, clock }: Services): Readonly<Record<'selection-influence' | 'selection-run' | 'rule-rehearsal', JobHandler>> {
  return {
    'selection-influence': async ({ organisation, plan }: { organisation: string; plan: string }) => {
      await computeInfluence(db, organisation, plan, clock())
    },
    'selection-run': async ({ organisation, edition }: { organisation: string; edition: string }) => {
      await computeRun(db, organisation, edition, clock())
    },
    'rule-rehearsal': async ({ organisation, edition }: { organisation: string; edition: string }) => {
      await computeRehearsal(db, organisation, edition, clock())
    },
  }
}
