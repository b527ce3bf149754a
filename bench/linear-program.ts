/** An assignment as the linear program that anybody would write of it, solved by HiGHS: what our own engine is measured against. */
import type { Highs } from 'highs'

const OPTIMAL = 7

/** Rows of weights: an application a row, a reviewer a column. */
export interface PlainAssignment {
  readonly demand: number
  readonly reviewers: readonly { readonly min_load: number; readonly max_load: number }[]
  readonly weights: readonly (readonly number[])[]
}

/** Solves it; answers the total weight. A share a pair: its corners are whole, so no integers are asked for. Throws where nothing is found. */
export function solveLinear(highs: Highs, { demand, reviewers, weights }: PlainAssignment): number {
  const [rows, columns] = [weights.length, reviewers.length]
  const numCols = rows * columns
  const starts = Int32Array.from({ length: numCols + 1 }, (_, pair) => 2 * pair)
  const indices = Int32Array.from({ length: 2 * numCols }, (_, place) => {
    const pair = place >> 1
    return place % 2 === 0 ? Math.floor(pair / columns) : rows + (pair % columns)
  })
  const ofEach = (of: (one: PlainAssignment['reviewers'][number]) => number): Float64Array =>
    Float64Array.from({ length: rows + columns }, (_, row) =>
      row < rows ? demand : of(reviewers[row - rows] as PlainAssignment['reviewers'][number]),
    )
  const numRows = rows + columns
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from(
      { length: numCols },
      (_, pair) => -((weights[Math.floor(pair / columns)] as readonly number[])[pair % columns] as number),
    ),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: ofEach((one) => one.min_load),
    rowUpper: ofEach((one) => one.max_load),
    matrix: { format: 'csc', numRows, numCols, starts, indices, values: new Float64Array(2 * numCols).fill(1) },
  })
  try {
    model.options.set({ output_flag: false, random_seed: 0 })
    model.run()
    if (model.getModelStatus() !== OPTIMAL) throw new Error('the linear program has no answer')
    return -Number(model.info.get('objective_function_value'))
  } finally {
    model.dispose()
  }
}
