/** Work done after the answer. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { remindOfDeadlines } from './commands/remind-of-deadline.ts'
import { remindCorrections } from './commands/remind-corrections.ts'
import { writeReceipt } from './commands/write-receipt.ts'
import { sweepPresence } from './presence/commands/say-present.ts'

/** Handlers by the name of their task. */
export function applicationJobs({
  db,
  config,
  clock,
}: Services): Readonly<Record<'application-receipt' | 'correction-reminders' | 'deadline-reminders' | 'presence-over', JobHandler>> {
  return {
    'application-receipt': async ({ organisation, application }: { readonly organisation: string; readonly application: string }) =>
      writeReceipt(db, organisation, application, config.origin, clock()),
    'correction-reminders': async () => {
      await remindCorrections(db, config.origin, clock())
    },
    'deadline-reminders': async () => {
      await remindOfDeadlines(db, config.origin, clock())
    },
    'presence-over': async () => sweepPresence(db, clock()),
  }
}

/** In crontab form (UTC): mail that reminds leaves in the morning; every hour teams are reminded of a last moment that comes near, and what pages left behind is swept. */
export const applicationNights = ['0 8 * * * correction-reminders', '5 * * * * deadline-reminders', '40 * * * * presence-over'].join('\n')
