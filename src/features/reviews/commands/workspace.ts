/** What is saved while a reader types: cells, each over the value it was changed from. */
import { type CellChange, cellsOf, gridOfCells, mergeCells, type Cells } from '../../../domain/grid-cells.ts'
import { type Comments, mayWriteReview, type Scores } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { AssignedGrid } from '../queries/stages.ts'
import { standingGrid } from '../queries/standing-grid.ts'
import { hold, writeReview } from './review.ts'

export type CellChanges = Readonly<Record<string, CellChange>>

export interface CellsSaved {
  readonly version: number
  /** When the grid that stands was saved. */
  readonly savedAt: Date
  /** As they stand now. */
  readonly cells: Cells
  /** Changed elsewhere since: they keep what stands. */
  readonly parted: readonly string[]
  /** Comments too long to be kept, with how many characters they have too many. */
  readonly long: Readonly<Record<string, number>>
}

/**
 * Saves some cells of a grid; those of other criteria keep what another device saved meanwhile. Refuses `review/unknown`,
 * `…/submitted`, `…/assignment-ended`, `…/application-withdrawn`, `…/selection-sealed`.
 */
export async function saveCells(
  db: Database,
  viewer: SignedIn,
  input: { readonly assignment: string; readonly changes: CellChanges },
  now: Date,
): Promise<Result<CellsSaved>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await hold(trx, viewer, input.assignment)
    if (held === null) return refused('review/unknown')
    const open = mayWriteReview(held.facts)
    if (!open.ok) return open
    const before = await standingGrid(trx, organisation, input.assignment)
    const { grid, isChanged, ...told } = withChanges(held, before, input.changes)
    if (!isChanged) return ok({ version: held.facts.version, savedAt: before.savedAt ?? now, ...told })
    const version = held.facts.version + 1
    await writeReview(trx, organisation, { assignment: input.assignment, version, ...grid }, version, now)
    await audit(trx, {
      organisation,
      stream: held.application,
      act: 'review/saved',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, version },
    })
    return ok({ version, savedAt: now, ...told })
  })
}

export interface Changed extends Pick<CellsSaved, 'cells' | 'parted' | 'long'> {
  readonly grid: { readonly scores: Scores; readonly comments: Comments }
  readonly isChanged: boolean
}

/** A grid with the cells that were changed, where nobody else changed them meanwhile. */
export function withChanges(
  { stage, grid: { criteria, scale } }: AssignedGrid,
  before: { readonly scores: Scores; readonly comments: Comments },
  all: CellChanges,
): Changed {
  // A place among others is given on the page of the order, never here.
  const isOwn = (cell: string): boolean => stage.mode !== 'rank' || !cell.startsWith('score.')
  const changes = Object.fromEntries(Object.entries(all).filter(([cell]) => isOwn(cell)))
  const merged = mergeCells(cellsOf(criteria, before.scores, before.comments), changes)
  const grid = gridOfCells(merged.cells, scale)
  const cells = cellsOf(criteria, grid.scores, grid.comments)
  return { grid, cells, parted: merged.parted, long: merged.long, isChanged: merged.changed.length > 0 }
}
