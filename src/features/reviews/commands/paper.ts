/** A workbook of grids is brought in whole, but for files set aside because they changed since, or not at all: by its reviewer, or by an officer for one without a network. */
import type { PaperLine, PaperResult } from '../../../domain/paper-grid.ts'
import { submitReview } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { planPaper } from '../paper/plan.ts'
import { type PaperFile, type PaperReviewer, paperFiles, paperReviewer } from '../queries/paper.ts'
import { writeReview } from './review.ts'

export interface PaperInput {
  readonly slug: string
  /** Of somebody else's grids; absent: one's own. */
  readonly reviewer?: string
  readonly lines: readonly PaperLine[]
  /** Of the plan that was shown. */
  readonly fingerprint: string
  /** Hands in the grids that are whole; the reviewer states, on the screen or on the signed sheet, that nothing ties them to these projects. */
  readonly handIn: boolean
}

/** Applies the plan that was shown. Refuses `paper/unknown`, `…/changed`, `…/faulty`, `…/nothing`. */
export async function applyPaper(db: Database, viewer: SignedIn, input: PaperInput, now: Date): Promise<Result<{ kept: number; handedIn: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const of = await paperReviewer(trx, viewer, input)
    if (of === null) return refused('paper/unknown')
    await lock(trx, organisation, of)
    const files = await paperFiles(trx, organisation, of, person.language)
    const plan = planPaper(input.lines, files)
    if (plan.fingerprint !== input.fingerprint) return refused('paper/changed')
    if (plan.faults.length > 0) return refused('paper/faulty', { count: plan.faults.length })
    const kept = plan.grids.filter(({ changed }) => changed > 0)
    const handed = input.handIn ? plan.grids.filter(({ whole }) => whole) : []
    if (kept.length + handed.length === 0) return refused('paper/nothing')
    const act = { trx, viewer, of, now }
    for (const grid of kept) await keep(act, grid)
    for (const grid of handed) await handIn(act, grid, files)
    await note(act, plan.fingerprint, kept.length, handed.length)
    return ok({ kept: kept.length, handedIn: handed.length })
  })
}

interface Act {
  readonly trx: Trx
  readonly viewer: SignedIn
  readonly of: PaperReviewer
  readonly now: Date
}

async function lock(trx: Trx, organisation: string, { reviewer }: PaperReviewer): Promise<void> {
  await trx
    .selectFrom('assignment')
    .select('id')
    .where('organisation', '=', organisation)
    .where('reviewer', '=', reviewer)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function keep({ trx, viewer, of, now }: Act, { assignment, version, scores, comments, changed }: PaperResult): Promise<void> {
  await writeReview(trx, viewer.organisation, { assignment, version, scores, comments }, version + 1, now)
  await trail({ trx, viewer, of, now }, assignment, 'review/saved', { changed })
}

async function handIn({ trx, viewer, of, now }: Act, grid: PaperResult, files: readonly PaperFile[]): Promise<void> {
  const file = files.find(({ assignment }) => assignment === grid.assignment) as PaperFile
  const facts = { version: grid.version, submittedAt: null, endedAt: null, withdrawn: false, sealedAt: null }
  const { criteria, scale, asks } = file
  const outcome = submitReview(facts, { criteria, scale, asks, scores: grid.scores, comments: grid.comments, version: grid.version, unrelated: true })
  if (!outcome.ok) throw new Error(`a whole grid is not taken: ${outcome.code}`)
  await trx
    .updateTable('review')
    .set({ submitted_at: now, submitted_by: viewer.person.id, score: outcome.value.score })
    .where('organisation', '=', viewer.organisation)
    .where('assignment', '=', grid.assignment)
    .execute()
  await trail({ trx, viewer, of, now }, grid.assignment, 'review/submitted', { unrelated: true })
}

/** Who did it, and for whom where that is somebody else. */
async function trail(
  { trx, viewer, of, now }: Act,
  assignment: string,
  act: `review/${string}`,
  more: Record<string, number | boolean>,
): Promise<void> {
  const { organisation, person } = viewer
  const row = await trx
    .selectFrom('assignment')
    .select('application')
    .where('organisation', '=', organisation)
    .where('id', '=', assignment)
    .executeTakeFirstOrThrow()
  const details = { assignment, workbook: true, ...more, ...(of.onBehalf ? { reviewer: of.reviewer } : {}) }
  await audit(trx, { organisation, stream: row.application, act, actor: person.id, at: now, details })
}

async function note({ trx, viewer, of, now }: Act, fingerprint: string, kept: number, handedIn: number): Promise<void> {
  const { organisation, person } = viewer
  await trx
    .insertInto('review_import')
    .values({
      organisation,
      id: newId(),
      edition: of.edition,
      reviewer: of.reviewer,
      imported_at: now,
      imported_by: person.id,
      fingerprint,
      kept,
      handed_in: handedIn,
    })
    .execute()
  const details = { reviewer: of.reviewer, kept, handedIn, onBehalf: of.onBehalf }
  await audit(trx, { organisation, stream: of.edition, act: 'review/workbook-applied', actor: person.id, at: now, details })
}
