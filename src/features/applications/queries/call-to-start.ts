import { mayStart } from '../../../domain/application.ts'
import type { Result } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { liveApplication } from './live-application.ts'

/** Whether the viewer may begin in the call of an edition, and the application they already hold there; null if no such call is public. */
export async function callToStart(
  db: Reader,
  viewer: SignedIn,
  edition: string,
  now: Date,
): Promise<{ application: string | null; allowed: Result<null> } | null> {
  const call = await db
    .selectFrom('call as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .select(['c.id', 'c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds'])
    .where('c.organisation', '=', viewer.organisation)
    .where('e.slug', '=', edition)
    .where('c.published_at', '<=', now)
    .executeTakeFirst()
  if (call === undefined) return null
  const live = await liveApplication(db, viewer, call.id)
  const times = { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }
  return { application: live?.application ?? null, allowed: mayStart(times, now) }
}
