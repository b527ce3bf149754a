/**
 * Who was scored by whom, as columns of a linear model. One factor, that of most levels, is eliminated: its block of the
 * equations is diagonal. What is kept (the other factors, then a mean for each part of the review graph) is dense.
 */

/** A way reviews are grouped: by application, by reviewer, by panel. */
export interface Factor {
  readonly levels: number
  /** The level of each review; -1 for none. */
  readonly of: Int32Array
}

export interface Design {
  readonly reviews: number
  /** Confidence of each review: its residual variance is divided by it. */
  readonly weights: Float64Array
  readonly eliminated: Factor
  readonly kept: readonly Factor[]
  /** The part of the graph each review lies in: one mean each. */
  readonly parts: Factor
  /** Kept columns: levels of the kept factors in order, then the parts. */
  readonly columns: number
  /** Of these, the columns before this one are random. */
  readonly random: number
  /** Kept columns of each review, rising, -1 for none; `width` a review. */
  readonly columnsOf: Int32Array
  readonly width: number
  /** For each eliminated level its weight and, from `starts[level]` to `starts[level + 1]`, kept columns, rising, with their weights. */
  readonly totals: Float64Array
  readonly starts: Int32Array
  readonly at: Int32Array
  readonly shared: Float64Array
}

/** The design of reviews under factors, of which the one of most levels is eliminated (the first, between equals). */
export function designOf(factors: readonly Factor[], parts: Factor, weights: Float64Array): Design {
  const most = Math.max(...factors.map(({ levels }) => levels))
  const eliminated = factors.find(({ levels }) => levels === most) as Factor
  const kept = factors.filter((one) => one !== eliminated)
  const random = kept.reduce((sum, { levels }) => sum + levels, 0)
  const reviews = weights.length
  const width = kept.length + 1
  const columnsOf = new Int32Array(reviews * width)
  let offset = 0
  for (const [place, factor] of [...kept, parts].entries()) {
    for (let review = 0; review < reviews; review++) {
      const level = factor.of[review] as number
      columnsOf[review * width + place] = level < 0 ? -1 : offset + level
    }
    offset += factor.levels
  }
  const sparse = rowsOf(eliminated, columnsOf, width, weights, offset)
  return { reviews, weights, eliminated, kept, parts, columns: offset, random, columnsOf, width, ...sparse }
}

/** What each eliminated level shares with each kept column: weights added up. */
function rowsOf(
  { levels, of }: Factor,
  columnsOf: Int32Array,
  width: number,
  weights: Float64Array,
  columns: number,
): Pick<Design, 'totals' | 'starts' | 'at' | 'shared'> {
  const totals = new Float64Array(levels)
  const members: number[][] = Array.from({ length: levels }, () => [])
  for (let review = 0; review < weights.length; review++) {
    const level = of[review] as number
    totals[level] = (totals[level] as number) + (weights[review] as number)
    members[level]?.push(review)
  }
  const sums = new Float64Array(columns)
  const starts = new Int32Array(levels + 1)
  const at: number[] = []
  const shared: number[] = []
  for (const [level, mine] of members.entries()) {
    const touched = new Set<number>()
    for (const review of mine)
      for (let place = 0; place < width; place++) {
        const column = columnsOf[review * width + place] as number
        if (column < 0) continue
        touched.add(column)
        sums[column] = (sums[column] as number) + (weights[review] as number)
      }
    for (const column of [...touched].sort((a, b) => a - b)) {
      at.push(column)
      shared.push(sums[column] as number)
      sums[column] = 0
    }
    starts[level + 1] = at.length
  }
  return { totals, starts, at: Int32Array.from(at), shared: Float64Array.from(shared) }
}

/** What belongs to the levels of a factor, of values by eliminated level and by kept column. */
export function levelsIn(design: Design, factor: Factor, eliminated: Float64Array, kept: Float64Array): Float64Array {
  if (factor === design.eliminated) return eliminated
  const offset = offsetIn(design, factor)
  return kept.slice(offset, offset + factor.levels)
}

/** The first kept column of a factor. */
export function offsetIn({ kept }: Design, factor: Factor): number {
  const place = kept.indexOf(factor)
  if (place < 0) throw new RangeError('a factor of another design')
  return kept.slice(0, place).reduce((sum, { levels }) => sum + levels, 0)
}

/** The parts of a graph of applications and reviewers that no review joins, numbered by their first review. */
export function partsOf(application: Factor, reviewer: Factor): Factor {
  const parent = Int32Array.from({ length: application.levels + reviewer.levels }, (_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number
      root = parent[root] as number
    }
    return root
  }
  const ends = application.of.entries()
  for (const [review, level] of ends) parent[rootOf(level)] = rootOf(application.levels + (reviewer.of[review] as number))
  const numbers = new Map<number, number>()
  const of = application.of.map((level) => {
    const root = rootOf(level)
    const known = numbers.get(root) ?? numbers.size
    numbers.set(root, known)
    return known
  })
  return { levels: numbers.size, of }
}
