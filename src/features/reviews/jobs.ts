/** The office is told of readers' questions; an interview is called off once its file is no more in the call. What nobody asks for: every night it is looked at what ties reviewers to applicants, and of a morning readers and those who have an interview are reminded. */
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'
import { tellOffice } from './commands/file-question.ts'
import { remindBeforeLast } from './commands/remind-readers.ts'
import { lookEveryNight } from './commands/look-for-ties.ts'
import { callOffInterview } from './slots/commands/call-off.ts'
import { remindInterviews } from './slots/commands/remind-interviews.ts'

export function reviewJobs({
  db,
  config,
  clock,
}: Services): Readonly<Record<'review-ties' | 'reading-reminders' | 'interview-reminders' | 'interview-call-off' | 'reader-questions', JobHandler>> {
  return {
    'review-ties': async () => {
      await lookEveryNight(db, clock())
    },
    'reading-reminders': async () => {
      await remindBeforeLast(db, config.origin, clock())
    },
    'interview-reminders': async () => {
      await remindInterviews(db, config.origin, clock())
    },
    'interview-call-off': async ({ organisation, application }: { organisation: string; application: string }) => {
      await callOffInterview(db, organisation, application, config.origin, clock())
    },
    'reader-questions': async ({ organisation, edition }: { organisation: string; edition: string }) => {
      await tellOffice(db, organisation, edition, config.origin, clock())
    },
  }
}

/** In crontab form (UTC): mail that reminds leaves in the morning. */
export const reviewNights = ['30 3 * * * review-ties', '10 8 * * * reading-reminders', '10 8 * * * interview-reminders'].join('\n')
