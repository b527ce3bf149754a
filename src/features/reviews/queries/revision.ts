/** The change of a review that was handed in: what it was before, and whether it may be changed now. */
import { mayRevise, type RevisedFrom, type RevisionFacts } from '../../../domain/review-revision.ts'
import type { Comments, Scores } from '../../../domain/review.ts'
import type { Mode } from '../../../domain/review-stage.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { discussionFacts } from './discussion.ts'
import { assignedGrid } from './stages.ts'
import { standingGrid } from './standing-grid.ts'

/** What a review was before its change; null when there is none. */
export async function revisedFrom(db: Reader, organisation: string, assignment: string): Promise<RevisedFrom | null> {
  const row = await db
    .selectFrom('review_revision')
    .select(['scores_before', 'comments_before', 'score_before', 'reason', 'revised_at'])
    .where('organisation', '=', organisation)
    .where('assignment', '=', assignment)
    .executeTakeFirst()
  if (row === undefined) return null
  const { scores_before, comments_before, score_before, reason, revised_at } = row
  return { scores: scores_before as Scores, comments: comments_before as Comments, score: score_before, reason, at: revised_at }
}

/** How the viewer's own review stands before a change; null for any other. */
export async function revisionFacts(db: Reader, viewer: SignedIn, assignment: string, mode: Mode): Promise<RevisionFacts | null> {
  const { organisation } = viewer
  const facts = await discussionFacts(db, viewer, assignment)
  if (facts === null) return null
  const decided = await db
    .selectFrom('stage_passage')
    .select('application')
    .where('organisation', '=', organisation)
    .where('application', '=', facts.application)
    .where('stage', '=', facts.stage)
    .executeTakeFirst()
  const [grid, before] = [await standingGrid(db, organisation, assignment), await revisedFrom(db, organisation, assignment)]
  return { ...facts, mode, scores: grid.scores, revised: before !== null, decided: decided !== undefined }
}

/** Of one's own review that was handed in: what it was before its change, and whether it may be changed now. */
export interface RevisionView {
  readonly before: RevisedFrom | null
  readonly open: boolean
  /** Whether it may be changed once its readers discuss the file, which they cannot yet. */
  readonly later: boolean
}

/** Null when the review is not the viewer's. */
export async function revisionOf(db: Reader, viewer: SignedIn, assignment: string): Promise<RevisionView | null> {
  const assigned = isId(assignment) ? await assignedGrid(db, viewer.organisation, assignment) : null
  const facts = assigned === null ? null : await revisionFacts(db, viewer, assignment, assigned.stage.mode)
  if (facts === null || facts.endedAt !== null) return null
  const before = facts.revised ? await revisedFrom(db, viewer.organisation, assignment) : null
  const open = mayRevise(facts).ok
  return { before, open, later: !open && mayRevise({ ...facts, owes: false, whole: true }).ok }
}
