/** A grid as it was saved last. */
import type { Comments, Scores } from '../../../domain/review.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface StandingGrid {
  readonly scores: Scores
  readonly comments: Comments
  /** Points of 100; null until it is handed in, and for a vote that abstains. */
  readonly score: string | null
  /** Null before the first save. */
  readonly savedAt: Date | null
}

/** What is saved of an assignment's review; empty before the first save. */
export async function standingGrid(db: Reader, organisation: string, assignment: string): Promise<StandingGrid> {
  const row = await db
    .selectFrom('review')
    .select(['scores', 'comments', 'score', 'saved_at'])
    .where('organisation', '=', organisation)
    .where('assignment', '=', assignment)
    .executeTakeFirst()
  return {
    scores: (row?.scores ?? {}) as Scores,
    comments: (row?.comments ?? {}) as Comments,
    score: row?.score ?? null,
    savedAt: row?.saved_at ?? null,
  }
}
