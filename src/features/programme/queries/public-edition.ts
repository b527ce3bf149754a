import { sql } from 'kysely'
import type { CallTimes } from '../../../domain/call.ts'
import type { EditionFile } from '../../../domain/edition.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type EditionView, editionBySlug } from '../editions.ts'
import { editionContent } from './edition-content.ts'

/** What anyone may read of an edition once its call is public: everything but the budget lines and the dates kept inside. */
export interface PublicEdition {
  readonly edition: EditionView
  readonly times: CallTimes
  readonly content: Omit<EditionFile, 'budgetLines'>
  /** Whether its results are public. */
  readonly results: boolean
  /** Days after its letter within which a decision on eligibility can be appealed. */
  readonly appealDays: number
}

/** The public face of an edition; null when there is none of that name or its call is not public yet, which nobody can tell apart. */
export async function publicEdition(db: Reader, organisation: string, slug: string, now: Date): Promise<PublicEdition | null> {
  const edition = await editionBySlug(db, organisation, slug)
  if (edition === null) return null
  const times = await publicTimes(db, organisation, edition.id, now)
  const content = times === null ? null : await editionContent(db, organisation, edition.id)
  if (times === null || content === null) return null
  const { budgetLines: _inside, ...open } = content
  return { edition, ...times, content: { ...open, calendar: content.calendar.filter((entry) => entry.public) } }
}

async function publicTimes(
  db: Reader,
  organisation: string,
  edition: string,
  now: Date,
): Promise<Pick<PublicEdition, 'times' | 'results' | 'appealDays'> | null> {
  const row = await db
    .selectFrom('call as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .select(['c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds', 'e.appeal_days'])
    .select(
      sql<Date | null>`(select min(r.published_at) from publication r where r.organisation = c.organisation and r.edition = c.edition)`.as(
        'results_at',
      ),
    )
    .where('c.organisation', '=', organisation)
    .where('c.edition', '=', edition)
    .where('c.published_at', '<=', now)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    times: {
      publishedAt: row.published_at,
      opensAt: row.opens_at,
      deadlineAt: row.deadline_at,
      graceSeconds: row.grace_seconds,
      resultsAt: row.results_at,
    },
    results: row.results_at !== null && row.results_at <= now,
    appealDays: row.appeal_days,
  }
}
