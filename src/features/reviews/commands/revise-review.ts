/** A reader changes what they handed in, once, after the discussion of the file. */
import { reviseReview as revise } from '../../../domain/review-revision.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { commentAsked, votePoints } from '../../../domain/review-stage.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { discussionFacts } from '../queries/discussion.ts'
import { revisionFacts } from '../queries/revision.ts'
import { standingGrid } from '../queries/standing-grid.ts'
import { lockEdition } from './assign.ts'
import { hold, type ReviewInput, withinGrid, writeReview } from './review.ts'

export interface RevisionInput extends Omit<ReviewInput, 'version'> {
  readonly reason: string
}

/**
 * Writes the changed grid over the one handed in, which is kept with the reason. The moment it was handed in stays. Refuses
 * `review/unknown`, `discussion/unknown`, `…/not-handed-in`, `…/not-open`, `review/application-withdrawn`,
 * `…/selection-sealed`, `…/incomplete`, `revision/ranked`, `…/decided`, `…/once`, `…/unchanged`, `…/without-reason`, `…/reason-too-long`.
 */
export async function reviseReview(db: Database, viewer: SignedIn, input: RevisionInput, now: Date): Promise<Result<{ score: string | null }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    // A plan of who goes on holds the edition while it reads the scores.
    const of = await discussionFacts(trx, viewer, input.assignment)
    if (of === null) return refused('review/unknown')
    await lockEdition(trx, organisation, of.edition)
    const held = await hold(trx, viewer, input.assignment)
    const facts = held === null ? null : await revisionFacts(trx, viewer, input.assignment, held.stage.mode)
    if (held === null || facts === null) return refused('review/unknown')
    const { stage, grid } = held
    const given = withinGrid(held, { ...input, version: held.facts.version })
    const points = stage.mode === 'vote' ? { points: votePoints } : {}
    const outcome = revise(facts, { ...given, ...grid, asks: commentAsked(stage, grid), reason: input.reason.trim(), ...points })
    if (!outcome.ok) return outcome
    await keepBefore(trx, viewer, input, now)
    const version = held.facts.version + 1
    await writeReview(trx, organisation, given, version, now)
    await trx
      .updateTable('review')
      .set({ score: outcome.value.score })
      .where('organisation', '=', organisation)
      .where('assignment', '=', input.assignment)
      .execute()
    await audit(trx, {
      organisation,
      stream: held.application,
      act: 'review/revised',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, version },
    })
    return ok(outcome.value)
  })
}

async function keepBefore(trx: Trx, { organisation, person }: SignedIn, { assignment, reason }: RevisionInput, now: Date): Promise<void> {
  const before = await standingGrid(trx, organisation, assignment)
  await trx
    .insertInto('review_revision')
    .values({
      organisation,
      assignment,
      reason: reason.trim(),
      scores_before: JSON.stringify(before.scores),
      comments_before: JSON.stringify(before.comments),
      score_before: before.score,
      revised_at: now,
      revised_by: person.id,
    })
    .execute()
}
