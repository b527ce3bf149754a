/**
 * How sure the predictions are: the joint covariance of their errors, over the residual variance,
 * V = D⁻¹ + F·S⁻¹·Fᵀ with F = D⁻¹·Z (docs/decisions/0015), of which only what is asked for is formed.
 */
import { inverseFrom, inverseTransposed } from './cholesky.ts'
import { type Factor, offsetIn } from './design.ts'
import type { System } from './system.ts'

export class Posterior {
  private readonly system: System
  private readonly inverse: Float64Array
  /** S⁻¹ times the row of the level asked for last. */
  private readonly product: Float64Array
  private level = -1
  /** What each eliminated level shares with kept columns, scaled. */
  private readonly scaled: Float64Array
  /** The same over the diagonal of the level, `most` a level, the rest of them 0: loops of one length run without a guess. */
  private readonly shares: Float64Array
  private readonly sharedAt: Int32Array
  private readonly most: number

  constructor(system: System) {
    const { lower, design } = system
    this.system = system
    this.inverse = inverseFrom(inverseTransposed(lower, design.columns), design.columns)
    this.product = new Float64Array(design.columns)
    this.scaled = design.shared.map((one, k) => one * (system.scale[design.at[k] as number] as number))
    const { starts } = design
    const levels = system.diagonal.length
    this.most = starts.reduce((most, start, level) => Math.max(most, level === 0 ? 0 : start - (starts[level - 1] as number)), 0)
    this.shares = new Float64Array(levels * this.most)
    this.sharedAt = new Int32Array(levels * this.most)
    for (let level = 0; level < levels; level++) {
      const [first, last] = [starts[level] as number, starts[level + 1] as number]
      for (let k = first; k < last; k++) {
        this.shares[level * this.most + k - first] = (this.scaled[k] as number) / (system.diagonal[level] as number)
        this.sharedAt[level * this.most + k - first] = design.at[k] as number
      }
    }
  }

  /** Variance of the error of each level of a factor of the design. */
  variancesOf(factor: Factor): Float64Array {
    const one = new Float64Array(factor.levels)
    return Float64Array.from({ length: factor.levels }, (_, level) => {
      this.covariances(factor, level, one, level + 1)
      return one[level] as number
    })
  }

  /** Writes down the covariances of the error of one level with those of the levels from it on, up to `end`. */
  covariances(factor: Factor, level: number, into: Float64Array, end: number = factor.levels): void {
    const { design, scale } = this.system
    if (factor === design.eliminated) return this.betweenEliminated(level, into, end)
    const offset = offsetIn(design, factor)
    const row = (offset + level) * design.columns + offset
    const share = (scale[offset] as number) ** 2
    for (let other = level; other < end; other++) into[other] = share * (this.inverse[row + other] as number)
  }

  private betweenEliminated(level: number, into: Float64Array, end: number): void {
    const { ratios, diagonal } = this.system
    const { product, shares, sharedAt, most } = this
    const ratio = ratios[0] as number
    this.turnTo(level)
    const share = (ratio * ratio) / (diagonal[level] as number)
    for (let other = level; other < end; other++) {
      let sum = 0
      const first = other * most
      for (let k = 0; k < most; k++) sum += (shares[first + k] as number) * (product[sharedAt[first + k] as number] as number)
      into[other] = share * sum
    }
    into[level] = (into[level] as number) + ratio / (diagonal[level] as number)
  }

  /** The covariance of the errors of two eliminated levels. Cheap when many are asked of one level after another. */
  between(level: number, other: number): number {
    const { ratios, diagonal } = this.system
    const ratio = ratios[0] as number
    this.turnTo(level)
    const together = ((ratio * ratio) / (diagonal[level] as number)) * this.along(other, this.product)
    return level === other ? together + ratio / (diagonal[level] as number) : together
  }

  /**
   * Errors of eliminated levels hang together through kept columns alone: the covariances of all of them with one level,
   * each times the value of its level and added up, are `along(level, reached(values))`, the level's own error apart.
   */
  reached(values: Float64Array): Float64Array {
    const { columns } = this.system.design
    const { shares, sharedAt, most } = this
    const sums = new Float64Array(columns)
    for (let level = 0; level < values.length; level++)
      for (let k = level * most; k < (level + 1) * most; k++) {
        const column = sharedAt[k] as number
        sums[column] = (sums[column] as number) + (shares[k] as number) * (values[level] as number)
      }
    const square = (this.system.ratios[0] as number) ** 2
    return Float64Array.from({ length: columns }, (_, row) => {
      let sum = 0
      for (let c = 0; c < columns; c++) sum += (this.inverse[row * columns + c] as number) * (sums[c] as number)
      return square * sum
    })
  }

  /** What one eliminated level takes of a value for each kept column. */
  along(level: number, values: Float64Array): number {
    const first = level * this.most
    let sum = 0
    for (let k = first; k < first + this.most; k++) sum += (this.shares[k] as number) * (values[this.sharedAt[k] as number] as number)
    return sum
  }

  private turnTo(level: number): void {
    if (this.level === level) return
    const { design } = this.system
    this.level = level
    this.product.fill(0)
    for (let k = design.starts[level] as number; k < (design.starts[level + 1] as number); k++) {
      const column = design.at[k] as number
      const factor = this.scaled[k] as number
      const row = column * design.columns
      for (let c = 0; c < design.columns; c++) this.product[c] = (this.product[c] as number) + factor * (this.inverse[row + c] as number)
    }
  }

  /**
   * What each review says that no other does: the diagonal of P. A review less what all others lead to expect of it is
   * (P·y) / (diagonal of P); the variance of that is 1 / (diagonal of P), over the residual variance.
   */
  ownShares(): Float64Array {
    const { design, scale, ratios, diagonal } = this.system
    const { reviews, width, columnsOf, columns, weights, eliminated } = design
    const shares = new Float64Array(reviews)
    const order = Int32Array.from({ length: reviews }, (_, review) => review)
    order.sort((a, b) => (eliminated.of[a] as number) - (eliminated.of[b] as number))
    const own = new Float64Array(eliminated.levels)
    for (const review of order) {
      const level = eliminated.of[review] as number
      this.betweenEliminated(level, own, level + 1)
      let variance = own[level] as number
      const back = (2 * (ratios[0] as number)) / (diagonal[level] as number)
      for (let place = 0; place < width; place++) {
        const column = columnsOf[review * width + place] as number
        if (column < 0) continue
        const by = scale[column] as number
        variance -= back * by * (this.product[column] as number)
        for (let before = 0; before < width; before++) {
          const other = columnsOf[review * width + before] as number
          if (other >= 0) variance += by * (scale[other] as number) * (this.inverse[column * columns + other] as number)
        }
      }
      const weight = weights[review] as number
      shares[review] = weight - weight * weight * variance
    }
    return shares
  }
}
