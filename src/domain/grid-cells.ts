/** A grid in parts: a cell is a step or a comment of one criterion. Two devices of one reader save cells, and neither undoes the other. */
import { type Comments, type CriterionWeight, LONGEST_COMMENT, type Scale, type Scores } from './review.ts'

/** Values by cell: `score.team`, `comment.team`. An empty value is a cell without a step or a comment. */
export type Cells = Readonly<Record<string, string>>

/** A change of one cell, and the values it was made over: the one on the page, and those the page sent since. */
export interface CellChange {
  readonly value: string
  readonly over: readonly string[]
}

export interface MergedCells {
  readonly cells: Cells
  /** Cells that now hold something else than before. */
  readonly changed: readonly string[]
  /** Cells that somebody else had changed: they keep what stands, and the other value goes back to its writer. */
  readonly parted: readonly string[]
  /** Comments too long to be kept, with how many characters they have too many: they keep what stands. */
  readonly long: Readonly<Record<string, number>>
}

/** The cells of a grid, each criterion's step and comment. */
export function cellsOf(criteria: readonly Pick<CriterionWeight, 'code'>[], scores: Scores, comments: Comments): Cells {
  return Object.fromEntries(
    criteria.flatMap(({ code }) => [
      [`score.${code}`, String(scores[code] ?? '')],
      [`comment.${code}`, comments[code] ?? ''],
    ]),
  )
}

/** Puts changes over the cells that stand; a cell that is not of the grid is left out. */
export function mergeCells(standing: Cells, changes: Readonly<Record<string, CellChange>>): MergedCells {
  const own = Object.entries(changes).filter(([cell, { value }]) => Object.hasOwn(standing, cell) && standing[cell] !== value)
  const overBy = ([cell, { value }]: [string, CellChange]): number => (cell.startsWith('comment.') ? value.length - LONGEST_COMMENT : 0)
  const long = own.filter((one) => overBy(one) > 0)
  const fits = own.filter((one) => overBy(one) <= 0)
  const isOver = ([cell, { over }]: [string, CellChange]): boolean => over.includes(standing[cell] ?? '')
  const taken = fits.filter(isOver)
  return {
    cells: { ...standing, ...Object.fromEntries(taken.map(([cell, { value }]) => [cell, value])) },
    changed: taken.map(([cell]) => cell),
    parted: fits.filter((one) => !isOver(one)).map(([cell]) => cell),
    long: Object.fromEntries(long.map((one) => [one[0], overBy(one)])),
  }
}

/** Scores and comments of some cells; a value that is no step of the scale is none. */
export function gridOfCells(cells: Cells, { min, max }: Scale): { scores: Scores; comments: Comments } {
  const of = (part: string): [string, string][] =>
    Object.entries(cells).flatMap(([cell, value]) => (cell.startsWith(part) && value !== '' ? [[cell.slice(part.length), value]] : []))
  const steps = of('score.').map(([code, value]) => [code, Number(value)] as const)
  return {
    scores: Object.fromEntries(steps.filter(([, step]) => Number.isInteger(step) && step >= min && step <= max)),
    comments: Object.fromEntries(of('comment.')),
  }
}

/** Points of 100 over the criteria that have a step, by their weights; null while none has. For the eye: the score of a grid is exact (`compositeScore`). */
export function provisionalScore(criteria: readonly CriterionWeight[], scores: Scores, { max }: Pick<Scale, 'max'>): number | null {
  const scored = criteria.filter(({ code, weight }) => scores[code] !== undefined && weight > 0)
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0)
  return weights === 0 ? null : (100 * scored.reduce((sum, { code, weight }) => sum + weight * (scores[code] ?? 0), 0)) / (weights * max)
}
