/** What a reader does with a sample: keeps a draft of the grid, hands it in once. */
import { commentAsked } from '../../../../domain/review-stage.ts'
import { type HandIn, mayWriteReview, saveReview, submitReview } from '../../../../domain/review.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { type ReviewInput, withinGrid } from '../../commands/review.ts'
import { type CellChanges, type CellsSaved, withChanges } from '../../commands/workspace.ts'
import { type HeldSample, heldSample } from '../queries/reading.ts'

export interface SampleInput extends Omit<ReviewInput, 'assignment'> {
  readonly sample: string
}

/** Keeps a draft. Refuses `review/unknown`, `…/stale`, `…/comment-too-long`, `…/submitted`, `…/selection-sealed`. Answers the new version. */
export async function saveSample(db: Database, viewer: SignedIn, input: SampleInput, now: Date): Promise<Result<{ version: number }>> {
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.sample)
    if (held === null) return refused('review/unknown')
    const outcome = saveReview(held.facts, { ...input, criteria: held.grid.criteria })
    if (!outcome.ok) return outcome
    await write(trx, viewer, held, input, now)
    await note(trx, viewer, held, 'sample/saved', now)
    return ok({ version: input.version + 1 })
  })
}

/** Keeps some cells while one types; those of other criteria keep what another device saved meanwhile. Refuses `review/unknown`, `…/submitted`, `…/selection-sealed`. */
export async function saveSampleCells(
  db: Database,
  viewer: SignedIn,
  input: { readonly sample: string; readonly changes: CellChanges },
  now: Date,
): Promise<Result<CellsSaved>> {
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.sample)
    if (held === null) return refused('review/unknown')
    const open = mayWriteReview(held.facts)
    if (!open.ok) return open
    const { grid, isChanged, ...told } = withChanges(held, held, input.changes)
    const { version } = held.facts
    if (!isChanged) return ok({ version, savedAt: held.savedAt ?? now, ...told })
    await write(trx, viewer, held, { sample: input.sample, version, ...grid }, now)
    await note(trx, viewer, held, 'sample/saved', now)
    return ok({ version: version + 1, savedAt: now, ...told })
  })
}

/** Hands a sample in whole; it never changes again, and counts nowhere. Refuses as `saveSample`, and `review/incomplete`. Answers points of 100. */
export async function submitSample(db: Database, viewer: SignedIn, input: SampleInput, now: Date): Promise<Result<{ score: string | null }>> {
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.sample)
    if (held === null) return refused('review/unknown')
    const { stage, grid } = held
    const given = within(held, input)
    // Nobody is chosen by a sample: no tie to it has to be denied.
    const handIn: HandIn = { ...given, ...grid, asks: commentAsked(stage, grid), unrelated: true }
    const outcome = submitReview(held.facts, handIn)
    if (!outcome.ok) return outcome
    await write(trx, viewer, held, input, now)
    await trx
      .updateTable('sample_review')
      .set({ submitted_at: now, score: outcome.value.score })
      .where('organisation', '=', viewer.organisation)
      .where('sample', '=', input.sample)
      .where('reviewer', '=', held.reviewer)
      .execute()
    await note(trx, viewer, held, 'sample/submitted', now)
    return ok(outcome.value)
  })
}

/** Locks the reader's own row, so that two devices of theirs come one after the other. */
async function hold(trx: Trx, viewer: SignedIn, sample: string): Promise<HeldSample | null> {
  if (!isId(sample)) return null
  await trx
    .selectFrom('reviewer')
    .select('id')
    .where('organisation', '=', viewer.organisation)
    .where('person', '=', viewer.person.id)
    .forUpdate()
    .execute()
  return heldSample(trx, viewer, sample)
}

function within(held: HeldSample, { sample, ...input }: SampleInput): ReviewInput {
  return withinGrid(held, { ...input, assignment: sample })
}

async function write(trx: Trx, { organisation }: SignedIn, held: HeldSample, input: SampleInput, now: Date): Promise<void> {
  const { scores, comments, version } = within(held, input)
  const row = { scores: JSON.stringify(scores), comments: JSON.stringify(comments), version: version + 1, saved_at: now }
  await trx
    .insertInto('sample_review')
    .values({ organisation, sample: input.sample, reviewer: held.reviewer, edition: held.edition, ...row })
    .onConflict((already) => already.constraint('sample_review_key').doUpdateSet(row))
    .execute()
}

async function note(
  trx: Trx,
  { organisation, person }: SignedIn,
  { edition, sample }: HeldSample,
  act: 'sample/saved' | 'sample/submitted',
  now: Date,
): Promise<void> {
  await audit(trx, { organisation, stream: edition, act, actor: person.id, at: now, details: { sample } })
}
