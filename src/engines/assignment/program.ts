/**
 * Assignments that no flow can hold: rules that cross, and the worst-off application first. An integer program; what the
 * solver finds is added up again in integers, and its bound says that nothing better is left.
 */
import type { Highs } from 'highs'
import { brokenForced, type Demand } from './conflict.ts'
import { written } from './decimal.ts'
import { type AssignmentOutput, outcomeOf } from './outcome.ts'
import { AssignmentInputError } from './solve.ts'
import { type Column, columnsOf, type Line, linesOf } from './program-lines.ts'
import { smallestConflict } from './smallest-conflict.ts'
import { type Standing, standing } from './standing.ts'
import type { Problem } from './input.ts'

const OPTIMAL = 7

/** Solves a problem by the integer program. */
export function solveProgram(highs: Highs, problem: Problem): AssignmentOutput {
  if (problem.limit !== null)
    throw new AssignmentInputError([
      { path: '$.probability_limit', message: 'shares cannot be drawn under rules that cross: leave it out, or make the rules nested' },
    ])
  const stands = standing(problem)
  const broken = brokenForced(stands)
  if (broken.length > 0) return { status: 'infeasible', conflict: broken }
  const columns = columnsOf(stands)
  const lines = linesOf(stands, columns)
  const floor = problem.objective === 'worst-off-first' ? best(highs, columns, [...lines, ...floorLines(stands, columns, null)], 'floor') : null
  const kept = floor === null ? lines : [...lines, ...floorLines(stands, columns, floor.value)]
  const found = floor?.taken === null ? null : best(highs, columns, kept, 'total')
  if (found === null || found.taken === null) return { status: 'infeasible', conflict: conflictOf(highs, stands, columns, lines) }
  const readers = problem.applications.map((): number[] => [])
  for (const place of found.taken) {
    const { application, reviewer } = columns[place] as Column
    readers[application]?.push(reviewer)
  }
  const outcome = outcomeOf(stands, readers)
  const forced = stands.pairs.reduce((sum, [row, column]) => sum + (problem.weights[row * problem.reviewers.length + column] as number), 0)
  const certificate = { bound: written(BigInt(found.bound + forced)), ...(floor === null ? {} : { worst_off_bound: written(BigInt(floor.bound)) }) }
  return { ...outcome, certificate }
}

interface Best {
  /** Columns taken; null when nothing keeps every line. */
  readonly taken: readonly number[] | null
  /** What was aimed at, in millionths. */
  readonly value: number
  readonly bound: number
}

/** The best choice of columns: of the largest total, or of the largest floor under every application. */
function best(highs: Highs, columns: readonly Column[], lines: readonly Line[], aim: 'total' | 'floor'): Best {
  const count = columns.length
  const { infinity } = highs
  const starts = [0]
  const [indices, values]: [number[], number[]] = [[], []]
  for (const line of lines) {
    for (const [place, value] of line.terms) {
      indices.push(place)
      values.push(value)
    }
    if (line.overFloor === true && aim === 'floor') {
      indices.push(count)
      values.push(-1)
    }
    starts.push(indices.length)
  }
  const numCols = count + 1
  const model = highs.createModel({
    numCols,
    numRows: lines.length,
    colCost: Float64Array.from({ length: numCols }, (_, place) =>
      place === count ? (aim === 'floor' ? -1 : 0) : aim === 'total' ? -(columns[place] as Column).weight : 0,
    ),
    colLower: Float64Array.from({ length: numCols }, (_, place) => (place === count && aim === 'floor' ? -infinity : 0)),
    colUpper: Float64Array.from({ length: numCols }, (_, place) => (place < count ? 1 : aim === 'floor' ? infinity : 0)),
    rowLower: Float64Array.from(lines, ({ least }) => (least === null ? -infinity : least)),
    rowUpper: Float64Array.from(lines, ({ most }) => (most === null ? infinity : most)),
    matrix: {
      format: 'csr',
      numRows: lines.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: Int32Array.from({ length: numCols }, (_, place) => (place < count ? 1 : 0)),
  })
  try {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_feasibility_tolerance: 1e-9 })
    model.run()
    if (model.getModelStatus() !== OPTIMAL) return { taken: null, value: 0, bound: 0 }
    const shares = model.getSolution().colValue
    const taken = columns.flatMap((_, place) => ((shares[place] as number) > 0.5 ? [place] : []))
    return checked(columns, lines, aim, taken, -Number(model.info.get('mip_dual_bound')))
  } finally {
    model.dispose()
  }
}

/** Adds up in integers what the solver took. Throws when it broke a line, or cannot say that this is the best. */
function checked(columns: readonly Column[], lines: readonly Line[], aim: 'total' | 'floor', taken: readonly number[], said: number): Best {
  const held = new Set(taken)
  const sums = lines.map(({ terms }) => terms.reduce((sum, [place, value]) => (held.has(place) ? sum + value : sum), 0))
  const floors = lines.flatMap((line, place) => (line.overFloor === true ? [(sums[place] as number) - (line.least ?? 0)] : []))
  for (const [place, line] of lines.entries()) {
    const sum = sums[place] as number
    const isOpen = line.overFloor === true && aim === 'floor'
    if (!isOpen && ((line.least !== null && sum < line.least) || (line.most !== null && sum > line.most)))
      throw new Error('the integer program answered what its lines do not allow')
  }
  const value = aim === 'total' ? taken.reduce((sum, place) => sum + (columns[place] as Column).weight, 0) : Math.min(...floors)
  if (said >= value + 1) throw new Error('the integer program did not prove its answer')
  return { taken, value, bound: value }
}

/** Every application's sum of weights is at least the floor; null while the floor is looked for. */
function floorLines({ problem, pairs }: Standing, columns: readonly Column[], floor: number | null): Line[] {
  return problem.applications.flatMap((_, application): Line[] => {
    if ((problem.demand[application] as number) === 0) return []
    const forced = pairs.reduce(
      (sum, [row, column]) => (row === application ? sum + (problem.weights[row * problem.reviewers.length + column] as number) : sum),
      0,
    )
    const terms = columns.flatMap((column, place): [number, number][] => (column.application === application ? [[place, column.weight]] : []))
    return [{ terms, least: (floor ?? 0) - forced, most: null, overFloor: true }]
  })
}

/** The smallest set of lines that nothing keeps together, named. */
function conflictOf(highs: Highs, { problem }: Standing, columns: readonly Column[], lines: readonly Line[]): Demand[] {
  const small = smallestConflict(lines, (some) => best(highs, columns, some, 'total').taken === null)
  const named = small.flatMap((line) => (line.names === undefined ? [] : [line.names(problem)]))
  return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()]
}
