/** What a reader does with their own file: keeps a draft of the grid, hands it in, declares a conflict. */
import { sql } from 'kysely'
import {
  type Comments,
  mayWriteReview,
  type ReviewFacts,
  type Scale,
  type Scores,
  saveReview as save,
  submitReview as submit,
} from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { criteriaOf } from '../queries/my-reviews.ts'

export interface ReviewInput {
  readonly assignment: string
  /** The version the page was made from. */
  readonly version: number
  readonly scores: Scores
  readonly comments: Comments
}

/** Keeps a draft. Refuses `review/unknown`, `…/stale`, `…/submitted`, `…/assignment-ended`, `…/application-withdrawn`, `…/selection-sealed`. Answers the new version. */
export async function saveReview(db: Database, viewer: SignedIn, input: ReviewInput, now: Date): Promise<Result<{ version: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.assignment)
    if (held === null) return refused('review/unknown')
    const outcome = save(held.facts, input)
    if (!outcome.ok) return outcome
    const version = input.version + 1
    await write(trx, organisation, await withinGrid(trx, organisation, held, input), version, now)
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

/** Hands the grid in: it is whole, gets its score and never changes again. Refuses as `saveReview` does, and `review/incomplete`, `…/undeclared`. */
export async function submitReview(
  db: Database,
  viewer: SignedIn,
  input: ReviewInput & { readonly unrelated: boolean },
  now: Date,
): Promise<Result<{ score: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.assignment)
    if (held === null) return refused('review/unknown')
    const criteria = await criteriaOf(trx, organisation, held.edition)
    const given = await withinGrid(trx, organisation, held, input)
    const outcome = submit(held.facts, { ...given, criteria, scale: held.scale, unrelated: input.unrelated })
    if (!outcome.ok) return outcome
    const version = input.version + 1
    await write(trx, organisation, given, version, now)
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
 * end. Refuses `review/unknown`, `…/assignment-ended`, `…/selection-sealed`.
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
    const { edition, application, reviewer } = held
    await trx
      .insertInto('conflict')
      .values({ organisation, edition, reviewer, application, kind: 'declared', note: input.note.trim(), declared_at: now, declared_by: person.id })
      .onConflict((already) => already.constraint('conflict_key').doNothing())
      .execute()
    await trx
      .updateTable('assignment')
      .set({ ended_at: now, ended_by: person.id, end_reason: 'conflict' })
      .where('organisation', '=', organisation)
      .where('application', '=', application)
      .where('reviewer', '=', reviewer)
      .where('ended_at', 'is', null)
      .execute()
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

interface Held {
  readonly edition: string
  readonly application: string
  readonly reviewer: string
  readonly scale: Scale
  readonly facts: ReviewFacts
}

interface HeldRow {
  edition: string
  application: string
  reviewer: string
  scale_min: number
  scale_max: number
  version: number | null
  submitted_at: Date | null
  ended_at: Date | null
  withdrawn: boolean
  sealed_at: Date | null
}

/** Locks an assignment of the viewer's own and reads what its review is judged by; null for any other. */
async function hold(trx: Trx, viewer: SignedIn, assignment: string): Promise<Held | null> {
  if (!isId(assignment)) return null
  // First the lock, then the facts: one statement for both would read them as they stood before it had to wait.
  await trx.selectFrom('assignment').select('id').where('organisation', '=', viewer.organisation).where('id', '=', assignment).forUpdate().execute()
  const found = await sql<HeldRow>`
    select g.edition, g.application, g.reviewer, e.scale_min, e.scale_max, r.version, r.submitted_at, g.ended_at,
      exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application) as withdrawn,
      (select min(l.sealed_at) from selection_seal l where l.organisation = g.organisation and l.edition = g.edition) as sealed_at
    from assignment g
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    join edition e on e.organisation = g.organisation and e.id = g.edition
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    where g.organisation = ${viewer.organisation} and g.id = ${assignment} and v.person = ${viewer.person.id}`.execute(trx)
  const row = found.rows[0]
  if (row === undefined) return null
  const { edition, application, reviewer, version, submitted_at, ended_at, withdrawn, sealed_at } = row
  return {
    edition,
    application,
    reviewer,
    scale: { min: row.scale_min, max: row.scale_max },
    facts: { version: version ?? 0, submittedAt: submitted_at, endedAt: ended_at, withdrawn, sealedAt: sealed_at },
  }
}

/** What was sent about the criteria of the grid, and steps of its scale: nothing else is kept. */
async function withinGrid(trx: Trx, organisation: string, held: Held, input: ReviewInput): Promise<ReviewInput> {
  const codes = (await criteriaOf(trx, organisation, held.edition)).map((one) => one.code)
  const scores = Object.fromEntries(codes.flatMap((code) => (isStep(input.scores[code], held.scale) ? [[code, input.scores[code]]] : [])))
  const comments = Object.fromEntries(codes.flatMap((code) => ((input.comments[code] ?? '') === '' ? [] : [[code, input.comments[code]]])))
  return { assignment: input.assignment, version: input.version, scores: scores as Scores, comments: comments as Comments }
}

const isStep = (step: number | undefined, { min, max }: Scale): boolean => step !== undefined && Number.isInteger(step) && step >= min && step <= max

async function write(trx: Trx, organisation: string, { assignment, scores, comments }: ReviewInput, version: number, now: Date): Promise<void> {
  const row = { scores: JSON.stringify(scores), comments: JSON.stringify(comments), version, saved_at: now }
  await trx
    .insertInto('review')
    .values({ organisation, assignment, ...row })
    .onConflict((already) => already.constraint('review_key').doUpdateSet(row))
    .execute()
}
