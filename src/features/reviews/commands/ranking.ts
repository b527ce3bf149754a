/** A reader puts the files of a stage in order: all of them at once, kept as a draft or handed in. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { commentAsked, ONE_LINE, placePoints } from '../../../domain/review-stage.ts'
import { gapsOf, mayWriteReview } from '../../../domain/review.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { rankingOf } from '../queries/ranking.ts'
import { type Held, hold, writeReview } from './review.ts'

export interface RankingInput {
  readonly edition: string
  readonly stage: string
  /** Mark of the order the page was made from. */
  readonly mark: string
  /** Ids of assignments, the best file first: every file of the reader in this stage, once. */
  readonly order: readonly string[]
}

interface Line {
  readonly id: string
  readonly held: Held
  readonly comment: string
}

/** Keeps an order. Refuses `review/unknown`, `…/stale`, `…/order-not-whole`, `…/order-stands`, and as a draft of a review. */
export async function saveRanking(db: Database, viewer: SignedIn, input: RankingInput, now: Date): Promise<Result<{ files: number }>> {
  return atomically(db, async (trx) => {
    const found = await lines(trx, viewer, input)
    if (!found.ok) return found
    for (const [index, line] of found.value.entries()) {
      if (line.held.facts.submittedAt !== null) continue
      await writeLine(trx, viewer, line, index + 1, now)
      await note(trx, viewer, line, 'review/saved', now)
    }
    return ok({ files: found.value.length })
  })
}

/** Hands the order in whole: each file has its points, and none changes again. Refuses as `saveRanking`, and `review/undeclared`, `…/incomplete`. */
export async function submitRanking(
  db: Database,
  viewer: SignedIn,
  input: RankingInput & { readonly unrelated: boolean },
  now: Date,
): Promise<Result<{ files: number }>> {
  return atomically(db, async (trx) => {
    const found = await lines(trx, viewer, input)
    if (!found.ok) return found
    const files = found.value.length
    const lacking = found.value.filter(({ held: { stage, grid, facts }, comment }, index) => {
      if (facts.submittedAt !== null) return false
      const code = ONE_LINE.rank
      return gapsOf(grid.criteria, { [code]: index + 1 }, { [code]: comment }, grid.scale, commentAsked(stage, grid)).length > 0
    })
    if (lacking.length > 0) return refused('review/uncommented', { count: lacking.length })
    if (!input.unrelated) return refused('review/undeclared')
    for (const [index, line] of found.value.entries()) {
      if (line.held.facts.submittedAt !== null) continue
      await writeLine(trx, viewer, line, index + 1, now)
      await trx
        .updateTable('review')
        .set({ submitted_at: now, submitted_by: viewer.person.id, score: placePoints(index + 1, files) })
        .where('organisation', '=', viewer.organisation)
        .where('assignment', '=', line.id)
        .execute()
      await note(trx, viewer, line, 'review/submitted', now)
    }
    return ok({ files })
  })
}

/** The files in the order that was sent, locked, each still open; they must be all there are. */
async function lines(trx: Trx, viewer: SignedIn, input: RankingInput): Promise<Result<readonly Line[]>> {
  // One order at a time: two sent at the same instant would else each hold files the other waits for.
  const ids = [...new Set(input.order)].sort()
  const held = new Map<string, Held>()
  for (const id of ids) {
    const one = await hold(trx, viewer, id)
    if (one === null || one.stage.mode !== 'rank') return refused('review/unknown')
    held.set(id, one)
  }
  const ranking = await rankingOf(trx, viewer, input.edition, input.stage)
  if (ranking === null) return refused('review/unknown')
  if (ranking.mark !== input.mark) return refused('review/stale')
  const open = ranking.files.map(({ assignment }) => assignment)
  if (input.order.length !== ids.length || open.length !== ids.length || open.some((id) => !held.has(id))) return refused('review/order-not-whole')
  const comments = new Map(ranking.files.map(({ assignment, comment }) => [assignment, comment]))
  const found = input.order.map((id) => ({ id, held: held.get(id) as Held, comment: comments.get(id) ?? '' }))
  // A file that came after the order was handed in takes its place among the others, which stand.
  const standing = found.filter((line) => line.held.facts.submittedAt !== null)
  if (standing.length === found.length) return refused('review/submitted')
  if (standing.some((line, at) => at > 0 && open.indexOf(line.id) < open.indexOf((standing[at - 1] as Line).id)))
    return refused('review/order-stands')
  for (const { held: one } of found) {
    const may = mayWriteReview({ ...one.facts, submittedAt: null })
    if (!may.ok) return may
  }
  return ok(found)
}

async function writeLine(trx: Trx, { organisation }: SignedIn, { id, held, comment }: Line, place: number, now: Date): Promise<void> {
  const code = ONE_LINE.rank
  const grid = { assignment: id, version: held.facts.version, scores: { [code]: place }, comments: comment === '' ? {} : { [code]: comment } }
  await writeReview(trx, organisation, grid, held.facts.version + 1, now)
}

async function note(
  trx: Trx,
  { organisation, person }: SignedIn,
  { id, held }: Line,
  act: 'review/saved' | 'review/submitted',
  now: Date,
): Promise<void> {
  const details = { assignment: id, version: held.facts.version + 1, ...(act === 'review/submitted' ? { unrelated: true } : {}) }
  await audit(trx, { organisation, stream: held.application, act, actor: person.id, at: now, details })
}
