/** The discussion of a file: only among those who have handed in, once all have or the office has opened it, and until the seal. */
import { ok, type Result, refused } from './result.ts'

export const LONGEST_REMARK = 4000

/** How a discussion stands for one reviewer of the file. */
export interface DiscussionFacts {
  /** Their own review of this stage. */
  readonly submittedAt: Date | null
  readonly endedAt: Date | null
  /** Whether they still owe a review of the same file in any stage. */
  readonly owes: boolean
  /** Whether every review of the file in this stage that stands is in. */
  readonly whole: boolean
  readonly openedAt: Date | null
  readonly withdrawn: boolean
  readonly sealedAt: Date | null
}

/** Whether a reviewer may read what is said: nobody does before they have scored, so that no score follows another. */
export function mayReadDiscussion(facts: DiscussionFacts): Result<null> {
  if (facts.endedAt !== null) return refused('discussion/unknown')
  if (facts.submittedAt === null || facts.owes) return refused('discussion/not-handed-in')
  return facts.whole || facts.openedAt !== null ? ok(null) : refused('discussion/not-open')
}

/** Whether they may say something now. */
export function mayDiscuss(facts: DiscussionFacts, text: string): Result<null> {
  const reads = mayReadDiscussion(facts)
  if (!reads.ok) return reads
  if (facts.withdrawn || facts.sealedAt !== null) return refused('discussion/closed')
  if (text === '') return refused('discussion/empty')
  return text.length > LONGEST_REMARK ? refused('discussion/too-long', { max: LONGEST_REMARK }) : ok(null)
}
