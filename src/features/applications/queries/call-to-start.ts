import { sql } from 'kysely'
import { mayStart } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { Result } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { extraUntilFor } from './extra-until.ts'
import { liveApplication } from './live-application.ts'
import { RESULTS_AT } from './results-at.ts'

/** Whether the viewer may begin in the call of an edition, the application they already hold there, and whether they withdrew one; null if no such call is public. */
export async function callToStart(
  db: Reader,
  viewer: SignedIn,
  edition: string,
  now: Date,
): Promise<{ application: string | null; withdrawn: boolean; allowed: Result<null> } | null> {
  const call = await db
    .selectFrom('call as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .select(['c.id', 'c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds'])
    .select(sql<Date | null>`${sql.raw(RESULTS_AT)}`.as('results_at'))
    .select(
      sql<boolean>`exists (select from withdrawal w
        join application a on a.organisation = w.organisation and a.id = w.application and a.call = c.id
        join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder' and m.person = ${viewer.person.id}
        where w.organisation = c.organisation)`.as('withdrawn'),
    )
    .where('c.organisation', '=', viewer.organisation)
    .where('e.slug', '=', edition)
    .where('c.published_at', '<=', now)
    .executeTakeFirst()
  if (call === undefined) return null
  const live = await liveApplication(db, viewer, call.id)
  const times = {
    publishedAt: call.published_at,
    opensAt: call.opens_at,
    deadlineAt: call.deadline_at,
    graceSeconds: call.grace_seconds,
    resultsAt: call.results_at,
  }
  const until = await extraUntilFor(db, viewer, call.id)
  return { application: live?.application ?? null, withdrawn: call.withdrawn, allowed: mayStart(withExtraTime(times, until), now) }
}
