/** Every night: the promised local times are held against the clock as the law has it by then. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { keepPromises } from './commands/keep-promises.ts'

export function callJobs({ db, clock }: Services): Readonly<Record<'call-promises', JobHandler>> {
  return {
    'call-promises': async () => {
      await keepPromises(db, clock())
    },
  }
}

/** Before the trail is sealed, in crontab form (UTC). */
export const callNights = '45 2 * * * call-promises'
