import { sql } from 'kysely'
import { applicationState, type Membership } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { MyApplication } from '../views.ts'
import { EXTRA_UNTIL } from './extra-until.ts'
import { RESULTS_AT } from './results-at.ts'

/** Every application of which the viewer is part, the newest first. */
export async function myApplications(db: Reader, viewer: SignedIn): Promise<MyApplication[]> {
  const rows = await db
    .selectFrom('application_member as m')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'm.organisation').onRef('a.id', '=', 'm.application'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .leftJoin('draft as d', (join) => join.onRef('d.organisation', '=', 'a.organisation').onRef('d.application', '=', 'a.id'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 'a.organisation').onRef('w.application', '=', 'a.id'))
    .select([
      'a.id',
      'a.number',
      'm.part',
      'e.slug',
      'e.name',
      'c.published_at',
      'c.opens_at',
      'c.deadline_at',
      'c.grace_seconds',
      'c.zone',
      'd.saved_at',
      's.submitted_at',
      'w.withdrawn_at',
    ])
    .select(sql<string>`coalesce(s.title, d.answers->>'project_title', '')`.as('title'))
    .select(sql<Date | null>`${sql.raw(EXTRA_UNTIL)}`.as('extra_until'))
    .select(sql<Date | null>`${sql.raw(RESULTS_AT)}`.as('results_at'))
    .where('m.organisation', '=', viewer.organisation)
    .where('m.person', '=', viewer.person.id)
    .orderBy('a.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    edition: { slug: row.slug, name: row.name },
    state: applicationState({ submittedAt: row.submitted_at, withdrawnAt: row.withdrawn_at }),
    membership: row.part as Membership,
    call: withExtraTime(
      {
        publishedAt: row.published_at,
        opensAt: row.opens_at,
        deadlineAt: row.deadline_at,
        graceSeconds: row.grace_seconds,
        resultsAt: row.results_at,
        zone: row.zone,
      },
      row.extra_until,
    ),
    savedAt: row.saved_at,
    submittedAt: row.submitted_at,
    withdrawnAt: row.withdrawn_at,
  }))
}
