/** The linear relaxation of a selection, kept in the solver from one question to the next. What it answers is only ever a hint: sets and proofs are checked in integers. */
import type { Highs, Model } from 'highs'
import { UNIT } from './bound.ts'
import type { Fixes, Row } from './problem.ts'

export interface Hint {
  /** Shares of the candidates, 0 to 1; null when the solver found no way to keep the rows. */
  readonly shares: Float64Array | null
  /** A price for each row, in 1/UNIT of a millionth. */
  readonly prices: readonly bigint[]
}

const OPTIMAL = 7

export class Relaxation {
  private readonly highs: Highs
  private readonly rows: readonly Row[]
  private readonly count: number
  private made: Model | undefined
  private elastic: Model | undefined
  /** What is sent to the solver, written over each time: a thousand questions would otherwise leave as many arrays behind. */
  private readonly costs: Float64Array
  private readonly lower: Float64Array
  private readonly upper: Float64Array

  constructor(highs: Highs, rows: readonly Row[], scores: readonly bigint[]) {
    this.highs = highs
    this.rows = rows
    this.count = scores.length
    this.costs = new Float64Array(this.count)
    this.lower = new Float64Array(this.count)
    this.upper = new Float64Array(this.count)
    this.price(scores)
  }

  /** Made when it is asked first: where everybody is decided, it never is. */
  private get model(): Model {
    this.made ??= this.make(this.costs, [])
    return this.made
  }

  private price(scores: readonly bigint[]): void {
    for (let place = 0; place < this.count; place++) this.costs[place] = -Number(scores[place])
  }

  /** Other scores, the same rows. */
  rescore(scores: readonly bigint[]): void {
    this.price(scores)
    this.model.changeColsCost({ kind: 'range', from: 0, to: this.count - 1 }, this.costs)
  }

  /** Best shares under the rows with some candidates fixed, and the prices that go with them; or prices of why there are none. */
  ask(fixes: Fixes): Hint {
    this.fix(this.model, fixes)
    this.model.run()
    if (this.model.getModelStatus() !== OPTIMAL) return { shares: null, prices: this.askWhy(fixes) }
    const { colValue, rowDual } = this.model.getSolution()
    return { shares: colValue, prices: this.pricesFrom(rowDual) }
  }

  /** The fewest units by which rows would have to give way, priced. */
  private askWhy(fixes: Fixes): readonly bigint[] {
    const slack = this.rows.flatMap((_, index) => [
      { row: index, value: 1 },
      { row: index, value: -1 },
    ])
    this.elastic ??= this.make(new Array<number>(this.count).fill(0), slack)
    this.fix(this.elastic, fixes)
    this.elastic.run()
    return this.pricesFrom(this.elastic.getSolution().rowDual)
  }

  dispose(): void {
    this.made?.dispose()
    this.elastic?.dispose()
  }

  /** The solver minimises the negative: its duals change sign. A price on a side without limit is rounding and becomes 0. */
  private pricesFrom(duals: Float64Array): bigint[] {
    return this.rows.map((row, index) => {
      const price = BigInt(Math.round(-(duals[index] as number) * Number(UNIT)))
      return (price > 0n && row.upper === null) || (price < 0n && row.lower === null) ? 0n : price
    })
  }

  private fix(model: Model, fixes: Fixes): void {
    for (let place = 0; place < this.count; place++) {
      const fix = fixes[place] ?? null
      this.lower[place] = fix === 1 ? 1 : 0
      this.upper[place] = fix === 0 ? 0 : 1
    }
    model.changeColsBounds({ kind: 'range', from: 0, to: this.count - 1 }, this.lower, this.upper)
  }

  private make(costs: Iterable<number>, slack: readonly { readonly row: number; readonly value: number }[]): Model {
    const { infinity } = this.highs
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const [index, row] of this.rows.entries()) {
      row.at.forEach((place, k) => {
        indices.push(place)
        values.push(Number(row.coefficients[k]))
      })
      slack.forEach((one, k) => {
        if (one.row !== index) return
        indices.push(this.count + k)
        values.push(one.value)
      })
      starts.push(indices.length)
    }
    const numCols = this.count + slack.length
    const model = this.highs.createModel({
      numCols,
      numRows: this.rows.length,
      colCost: Float64Array.from([...costs, ...slack.map(() => 1)]),
      colLower: new Float64Array(numCols),
      colUpper: Float64Array.from({ length: numCols }, (_, column) => (column < this.count ? 1 : infinity)),
      rowLower: Float64Array.from(this.rows, (row) => (row.lower === null ? -infinity : Number(row.lower))),
      rowUpper: Float64Array.from(this.rows, (row) => (row.upper === null ? infinity : Number(row.upper))),
      matrix: {
        format: 'csr',
        numRows: this.rows.length,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    })
    model.options.set({ output_flag: false, random_seed: 0, presolve: 'off' })
    return model
  }
}
