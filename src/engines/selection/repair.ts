/** When no list is allowed: the smallest change of the limits under which there is one. */
import type { Highs } from 'highs'
import { decimalOf } from './decimal.ts'
import type { Repaired } from './format.ts'
import type { Problem, Row } from './problem.ts'

/** Candidates who count alike in every row and of whom the same is decided: only how many are taken matters. */
interface Alike {
  readonly weights: ReadonlyMap<number, number>
  readonly least: number
  readonly most: number
}

const OPTIMAL = 7

/**
 * The limits that have to give way, each with what it would have to be: as few units in all as possible, where a unit is
 * one candidate, or for a sum what a candidate brings to it in the mean. Forced choices stand. The solver only points
 * the way: the new limits are counted in integers from the candidates it takes. Null when nothing but a forced choice
 * could give way.
 */
export function repairOf(highs: Highs, problem: Problem): Repaired[] | null {
  const classes = classesOf(problem)
  const taken = leastBroken(highs, problem.rows, classes)
  if (taken === null) return null
  return problem.rows.flatMap((row, index): Repaired[] => {
    const sum = classes.reduce((total, one, place) => total + BigInt(one.weights.get(index) ?? 0) * BigInt(taken[place] as number), 0n)
    const short = row.lower !== null && sum < row.lower
    if (!short && (row.upper === null || sum <= row.upper)) return []
    if (index === 0) return [{ places: Number(sum) }]
    const limit = row.scale === 1n ? Number(sum) : decimalOf(sum * row.scale)
    return [{ rule: index - 1, ...(short ? { min: limit } : { max: limit }) }]
  })
}

function classesOf({ ids, weights, fixes }: Problem): Alike[] {
  const classes = new Map<string, { weights: Map<number, number>; fix: 0 | 1 | null; count: number }>()
  for (const place of ids.keys()) {
    const own = weights[place] ?? []
    const fix = fixes[place] ?? null
    const key = `${fix} ${own.map((pair) => pair.join(':')).join(' ')}`
    const found = classes.get(key)
    if (found === undefined) classes.set(key, { weights: new Map(own), fix, count: 1 })
    else found.count++
  }
  return [...classes.values()].map(({ weights: own, fix, count }) => ({ weights: own, least: fix === 1 ? count : 0, most: fix === 0 ? 0 : count }))
}

/** How many of each class are taken so that the limits are broken the least. */
function leastBroken(highs: Highs, rows: readonly Row[], classes: readonly Alike[]): number[] | null {
  const { infinity } = highs
  const count = classes.length
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
  for (const index of rows.keys()) {
    for (const [place, { weights }] of classes.entries()) {
      const weight = weights.get(index)
      if (weight === undefined) continue
      indices.push(place)
      values.push(weight)
    }
    indices.push(count + 2 * index, count + 2 * index + 1)
    values.push(1, -1)
    starts.push(indices.length)
  }
  const numCols = count + 2 * rows.length
  const costs = rows.flatMap((row) => [unitOf(row), unitOf(row)])
  const model = highs.createModel({
    numCols,
    numRows: rows.length,
    colCost: Float64Array.from([...classes.map(() => 0), ...costs]),
    colLower: Float64Array.from({ length: numCols }, (_, place) => classes[place]?.least ?? 0),
    colUpper: Float64Array.from({ length: numCols }, (_, place) => classes[place]?.most ?? infinity),
    rowLower: Float64Array.from(rows, ({ lower }) => (lower === null ? -infinity : Number(lower))),
    rowUpper: Float64Array.from(rows, ({ upper }) => (upper === null ? infinity : Number(upper))),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: Int32Array.from({ length: numCols }, (_, place) => (place < count ? 1 : 0)),
  })
  try {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0 })
    model.run()
    if (model.getModelStatus() !== OPTIMAL) return null
    const { colValue } = model.getSolution()
    return classes.map((_, place) => Math.round(colValue[place] as number))
  } finally {
    model.dispose()
  }
}

/** What breaking a limit by one costs: 1 where heads are counted, so much of a head where an attribute is added up. */
function unitOf({ scale, coefficients }: Row): number {
  if (scale === 1n && coefficients.every((one) => one === 1n)) return 1
  const sum = coefficients.reduce((total, one) => total + Number(one < 0n ? -one : one), 0)
  return sum === 0 ? 1 : coefficients.length / sum
}
