/** What a reader does with their own file: keeps a draft of the grid, hands it in, declares a conflict. */
import { sql } from 'kysely'
import {
  type Comments,
  LONGEST_COMMENT,
  mayWriteReview,
  type ReviewFacts,
  type Scores,
  saveReview as save,
  submitReview as submit,
} from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { commentAsked, votePoints } from '../../../domain/review-stage.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { type AssignedGrid, assignedGrid } from '../queries/stages.ts'
import { stepBack } from './step-back.ts'

export interface ReviewInput {
  readonly assignment: string
  /** The version the page was made from. */
  readonly version: number
  readonly scores: Scores
  readonly comments: Comments
}

/** Keeps a draft. Refuses `review/unknown`, `…/stale`, `…/comment-too-long`, `…/submitted`, `…/assignment-ended`, `…/application-withdrawn`, `…/selection-sealed`. Answers the new version. */
export async function saveReview(db: Database, viewer: SignedIn, input: ReviewInput, now: Date): Promise<Result<{ version: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.assignment)
    if (held === null) return refused('review/unknown')
    const outcome = save(held.facts, { ...input, criteria: held.grid.criteria })
    if (!outcome.ok) return outcome
    const version = input.version + 1
    await writeReview(trx, organisation, withinGrid(held, input), version, now)
    await audit(trx, {
      organisation,
      stream: held.application,
      act: 'review/saved',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, version },
    })
    return ok({ version })
  })
}

/**
 * Hands the grid in: it is whole, gets its score (a vote that abstains none) and changes no more, but once after its discussion (revise-review.ts). Refuses as
 * `saveReview` does, and `review/incomplete`, `…/undeclared`; `…/ranked` where files are handed in together, in their order.
 */
export async function submitReview(
  db: Database,
  viewer: SignedIn,
  input: ReviewInput & { readonly unrelated: boolean },
  now: Date,
): Promise<Result<{ score: string | null }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.assignment)
    if (held === null) return refused('review/unknown')
    const { stage, grid } = held
    if (stage.mode === 'rank') return refused('review/ranked')
    const given = withinGrid(held, input)
    const points = stage.mode === 'vote' ? { points: votePoints } : {}
    const outcome = submit(held.facts, { ...given, ...grid, asks: commentAsked(stage, grid), unrelated: input.unrelated, ...points })
    if (!outcome.ok) return outcome
    const version = input.version + 1
    await writeReview(trx, organisation, given, version, now)
    await trx
      .updateTable('review')
      .set({ submitted_at: now, submitted_by: person.id, score: outcome.value.score })
      .where('organisation', '=', organisation)
      .where('assignment', '=', input.assignment)
      .execute()
    await audit(trx, {
      organisation,
      stream: held.application,
      act: 'review/submitted',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, version, unrelated: true },
    })
    return ok(outcome.value)
  })
}

/**
 * A reader who knows the project or its team steps back: the conflict is kept, and their assignments to the application
 * end. Refuses `review/unknown`, `…/assignment-ended`, `…/selection-sealed`, `conflict/note-too-long`.
 */
export async function declareConflict(
  db: Database,
  viewer: SignedIn,
  input: { readonly assignment: string; readonly note: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.assignment)
    if (held === null) return refused('review/unknown')
    // A conflict is declared even after the grid was handed in: what counts is that it no longer does.
    const open = mayWriteReview({ ...held.facts, submittedAt: null, withdrawn: false })
    if (!open.ok) return open
    const note = input.note.trim()
    if (note.length > LONGEST_COMMENT) return refused('conflict/note-too-long', { max: LONGEST_COMMENT, over: note.length - LONGEST_COMMENT })
    const { edition, application, reviewer } = held
    await stepBack(trx, viewer, { edition, application, reviewer, note }, now)
    await audit(trx, {
      organisation,
      stream: application,
      act: 'conflict/declared',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, reviewer },
    })
    return ok(null)
  })
}

export interface Held extends AssignedGrid {
  readonly edition: string
  readonly application: string
  readonly reviewer: string
  readonly facts: ReviewFacts
}

interface HeldRow {
  edition: string
  application: string
  reviewer: string
  version: number | null
  submitted_at: Date | null
  ended_at: Date | null
  withdrawn: boolean
  sealed_at: Date | null
}

/** Locks an assignment of the viewer's own and reads what its review is judged by; null for any other. */
export async function hold(trx: Trx, viewer: SignedIn, assignment: string): Promise<Held | null> {
  if (!isId(assignment)) return null
  // First the lock, then the facts: one statement for both would read them as they stood before it had to wait.
  await trx.selectFrom('assignment').select('id').where('organisation', '=', viewer.organisation).where('id', '=', assignment).forUpdate().execute()
  const found = await sql<HeldRow>`
    select g.edition, g.application, g.reviewer, r.version, r.submitted_at, g.ended_at,
      exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application) as withdrawn,
      (select min(l.sealed_at) from selection_seal l where l.organisation = g.organisation and l.edition = g.edition) as sealed_at
    from assignment g
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    where g.organisation = ${viewer.organisation} and g.id = ${assignment} and v.person = ${viewer.person.id}`.execute(trx)
  const row = found.rows[0]
  const assigned = row === undefined ? null : await assignedGrid(trx, viewer.organisation, assignment)
  if (row === undefined || assigned === null) return null
  const { edition, application, reviewer, version, submitted_at, ended_at, withdrawn, sealed_at } = row
  return {
    ...assigned,
    edition,
    application,
    reviewer,
    facts: { version: version ?? 0, submittedAt: submitted_at, endedAt: ended_at, withdrawn, sealedAt: sealed_at },
  }
}

/** What was sent about the criteria of the grid, and steps of its scale: nothing else is kept. */
export function withinGrid({ grid }: Pick<Held, 'grid'>, input: ReviewInput): ReviewInput {
  const codes = grid.criteria.map((one) => one.code)
  const scores = Object.fromEntries(codes.flatMap((code) => (isStep(input.scores[code], grid.scale) ? [[code, input.scores[code]]] : [])))
  const comments = Object.fromEntries(codes.flatMap((code) => ((input.comments[code] ?? '') === '' ? [] : [[code, input.comments[code]]])))
  return { assignment: input.assignment, version: input.version, scores: scores as Scores, comments: comments as Comments }
}

const isStep = (step: number | undefined, { min, max }: AssignedGrid['grid']['scale']): boolean =>
  step !== undefined && Number.isInteger(step) && step >= min && step <= max

/** Writes a grid over the version before. */
export async function writeReview(
  trx: Trx,
  organisation: string,
  { assignment, scores, comments }: ReviewInput,
  version: number,
  now: Date,
): Promise<void> {
  const row = { scores: JSON.stringify(scores), comments: JSON.stringify(comments), version, saved_at: now }
  await trx
    .insertInto('review')
    .values({ organisation, assignment, ...row })
    .onConflict((already) => already.constraint('review_key').doUpdateSet(row))
    .execute()
}
