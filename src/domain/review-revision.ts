/** A review changed once after its file was discussed: what was said may change a mind, and the record shows that it did. */
import { type DiscussionFacts, mayReadDiscussion } from './discussion.ts'
import { ok, type Result, refused } from './result.ts'
import type { Mode } from './review-stage.ts'
import { type Comments, commentsFit, compositeScore, gapsOf, type HandIn, type Scores } from './review.ts'

export const LONGEST_REVISION_REASON = 2000

/** How a review stands that its reviewer would change. */
export interface RevisionFacts extends DiscussionFacts {
  readonly mode: Mode
  readonly scores: Scores
  /** Whether it was changed before. */
  readonly revised: boolean
  /** Whether it was decided if the file goes on from this stage: that rests on the scores as they were. */
  readonly decided: boolean
}

/** Whether a review may be changed now: its discussion is open to its reviewer, and nothing rests on it yet. */
export function mayRevise(facts: RevisionFacts): Result<null> {
  const reads = mayReadDiscussion(facts)
  if (!reads.ok) return reads
  // A place among files is no mark of one file: one that moves would move the others, of which nothing was said.
  if (facts.mode === 'rank') return refused('revision/ranked')
  if (facts.withdrawn) return refused('review/application-withdrawn')
  if (facts.sealedAt !== null) return refused('review/selection-sealed')
  if (facts.decided) return refused('revision/decided')
  return facts.revised ? refused('revision/once') : ok(null)
}

export interface Revision extends Omit<HandIn, 'version' | 'unrelated'> {
  readonly reason: string
}

/** The changed grid is whole as the first was, differs from it by one mark at least, and says why. Answers its score; null for a vote that abstains. */
export function reviseReview(facts: RevisionFacts, input: Revision): Result<{ score: string | null }> {
  const may = mayRevise(facts)
  if (!may.ok) return may
  const { criteria, scores, comments, scale, asks, points } = input
  const fit = commentsFit(input)
  if (!fit.ok) return fit
  const gaps = gapsOf(criteria, scores, comments, scale, asks)
  if (gaps.length > 0) return refused('review/incomplete', { count: gaps.length, criteria: gaps.map((gap) => gap.criterion) })
  if (criteria.every(({ code }) => scores[code] === facts.scores[code])) return refused('revision/unchanged')
  if (input.reason === '') return refused('revision/without-reason')
  if (input.reason.length > LONGEST_REVISION_REASON)
    return refused('revision/reason-too-long', { max: LONGEST_REVISION_REASON, over: input.reason.length - LONGEST_REVISION_REASON })
  return ok({ score: points === undefined ? compositeScore(criteria, scores, scale) : points(scores) })
}

/** What a review was before it was changed. */
export interface RevisedFrom {
  readonly scores: Scores
  readonly comments: Comments
  readonly score: string | null
  readonly reason: string
  readonly at: Date
}

/** The score that was handed in first, where it was changed after the discussion, and why it was. */
export interface ChangedScore {
  readonly before: string | null
  readonly reason: string
}
