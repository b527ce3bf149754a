/** Cells of one or two people are not told to the public, nor what would give them away by subtraction. */

export interface Cell {
  readonly records: number
  readonly hidden?: boolean
}

const SMALL = 2

/** The same cells with those of one or two records hidden; where only one is, the smallest of the others is hidden too. Zero tells of nobody and stays. */
export function hideSmall<Row extends Cell>(cells: readonly Row[]): Row[] {
  const small = new Set(cells.filter(({ records }) => records > 0 && records <= SMALL))
  if (small.size === 1) {
    const next = cells.filter((cell) => cell.records > SMALL).sort((a, b) => a.records - b.records)[0]
    if (next !== undefined) small.add(next)
  }
  return cells.map((cell) => (small.has(cell) ? { ...cell, hidden: true } : cell))
}
