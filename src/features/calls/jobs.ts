/** Promised local times are held every night against the clock as the law has it by then; alerts are told what happened. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { keepPromises } from './commands/keep-promises.ts'
import { sendAlerts } from './commands/send-alerts.ts'

type CallJob = 'call-promises' | 'call-alerts'

export function callJobs({ db, config, clock }: Services): Readonly<Record<CallJob, JobHandler>> {
  return {
    'call-promises': async () => {
      await keepPromises(db, clock())
    },
    'call-alerts': async () => {
      await sendAlerts(db, config.origin, clock())
    },
  }
}

/** In crontab form (UTC): promises before the trail is sealed, alerts every ten minutes so that an opening is told when it happens. */
export const callNights = ['45 2 * * * call-promises', '*/10 * * * * call-alerts'].join('\n')
