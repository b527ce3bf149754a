/**
 * Variances by restricted maximum likelihood (Patterson and Thompson 1971). The residual variance is profiled out; the
 * logarithms of the other ratios move by Newton steps with the average of observed and expected information (Gilmour,
 * Thompson and Cullis 1995). A ratio that falls to nothing is set to 0, and taken up again if the likelihood rises there.
 */
import { inverseTransposed } from './cholesky.ts'
import type { Design, Factor } from './design.ts'
import { devianceOf, freedomOf, type Solution, solve, type System, systemOf } from './system.ts'

export interface Fit {
  readonly system: System
  readonly solution: Solution
  readonly deviance: number
  /** The residual variance. */
  readonly residual: number
}

/** Ratios outside of these are 0, or as good as without a residual. */
const SMALLEST = 1e-7
export const LARGEST = 1e7
const SMALL = 0.02
const LONGEST_STEP = 3
const GRADIENT = 1e-8
const MOST_STEPS = 80
/** Up to this many kept columns several beginnings are tried: it costs nothing there, and small likelihoods may have two tops. */
const FEW_COLUMNS = 200
const BEGINNINGS = [0.05, 0.5, 5]

/** Fits a design to scores. */
export function fitVariances(design: Design, y: Float64Array): Fit {
  const count = 1 + design.kept.length
  let ratios = climb(design, y, beginning(design, y, count))
  for (let round = 0; round < count; round++) {
    const back = takenUp(design, y, ratios)
    if (back === null) break
    const again = climb(design, y, back)
    if (fitAt(design, y, again).deviance >= fitAt(design, y, ratios).deviance - GRADIENT) break
    ratios = again
  }
  return fitAt(design, y, ratios)
}

/** The equations at given ratios, solved. */
export function fitAt(design: Design, y: Float64Array, ratios: readonly number[]): Fit {
  const system = systemOf(design, ratios)
  const solution = solve(system, y)
  return { system, solution, deviance: devianceOf(system, solution), residual: solution.quadratic / freedomOf(design) }
}

function beginning(design: Design, y: Float64Array, count: number): number[] {
  const middle = new Array<number>(count).fill(0.5)
  if (design.columns > FEW_COLUMNS) return middle
  let best = { ratios: middle, deviance: fitAt(design, y, middle).deviance }
  const all = Array.from({ length: BEGINNINGS.length ** count }, (_, number) =>
    middle.map((_, place) => BEGINNINGS[Math.floor(number / BEGINNINGS.length ** place) % BEGINNINGS.length] as number),
  )
  for (const ratios of all) {
    const { deviance } = fitAt(design, y, ratios)
    if (deviance < best.deviance) best = { ratios, deviance }
  }
  return best.ratios
}

/** Newton steps until the slope is gone. */
function climb(design: Design, y: Float64Array, from: readonly number[]): number[] {
  let ratios = [...from]
  let fit = fitAt(design, y, ratios)
  for (let turn = 0; turn < MOST_STEPS; turn++) {
    const active = ratios.flatMap((ratio, place) => (ratio > 0 ? [place] : []))
    const slope = slopeAt(fit, active)
    const isFlat = active.every((place, k) => {
      const one = slope.gradient[k] as number
      return Math.abs(one) < GRADIENT || (one < 0 && (ratios[place] as number) >= LARGEST)
    })
    if (isFlat) return ratios
    const next = dropped(design, y, ratios, active, slope, fit.deviance) ?? advance(design, y, ratios, active, newtonStep(slope), fit.deviance)
    if (next === null) return ratios
    ratios = next.ratios
    fit = next.fit
  }
  return ratios
}

/** A small ratio that is to fall further is set to 0 at once, if that is likelier; null when there is none. */
function dropped(
  design: Design,
  y: Float64Array,
  ratios: readonly number[],
  active: readonly number[],
  { gradient }: Slope,
  deviance: number,
): { readonly ratios: number[]; readonly fit: Fit } | null {
  const k = active.findIndex((place, at) => (ratios[place] as number) < SMALL && (gradient[at] as number) > GRADIENT)
  if (k < 0) return null
  const next = ratios.with(active[k] as number, 0)
  const fit = fitAt(design, y, next)
  return fit.deviance < deviance ? { ratios: next, fit } : null
}

/** The step, halved until the likelihood does not fall; null when no step helps. */
function advance(
  design: Design,
  y: Float64Array,
  ratios: readonly number[],
  active: readonly number[],
  step: readonly number[],
  deviance: number,
): { readonly ratios: number[]; readonly fit: Fit } | null {
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = [...ratios]
    for (const [k, place] of active.entries()) {
      const moved = Math.min(LARGEST, (ratios[place] as number) * Math.exp(share * (step[k] as number)))
      next[place] = moved < SMALLEST ? 0 : moved
    }
    const fit = fitAt(design, y, next)
    if (fit.deviance <= deviance + 1e-11 * Math.abs(deviance)) return { ratios: next, fit }
  }
  return null
}

interface Slope {
  /** Of the deviance by the logarithm of each active ratio. */
  readonly gradient: readonly number[]
  readonly information: readonly (readonly number[])[]
}

function slopeAt(fit: Fit, active: readonly number[]): Slope {
  const { system, solution, residual } = fit
  const { design, ratios } = system
  const factors = [design.eliminated, ...design.kept]
  const traces = tracesOf(system)
  const sums = active.map((place) => levelSums(factors[place] as Factor, solution.projected))
  const squares = sums.map((sum) => sum.reduce((all, one) => all + one * one, 0))
  const ratioOf = (k: number): number => ratios[active[k] as number] as number
  const gradient = active.map((place, k) => {
    const { levels } = factors[place] as Factor
    return levels - (traces[place] as number) - (ratioOf(k) * (squares[k] as number)) / residual
  })
  const working = active.map((place, k) => spread(factors[place] as Factor, sums[k] as Float64Array))
  const projected = working.map((one) => solve(system, one).projected)
  const { quadratic } = solution
  const information = active.map((_, k) =>
    active.map((_, l) => {
      const cross = dot(working[k] as Float64Array, projected[l] as Float64Array)
      const own = ((squares[k] as number) * (squares[l] as number)) / quadratic
      return (ratioOf(k) * ratioOf(l) * (cross - own)) / residual
    }),
  )
  return { gradient, information }
}

/** Trace of each factor's block of the inverse of the scaled equations. */
function tracesOf(system: System): number[] {
  const { design, lower, diagonal, scale, ratios } = system
  const { columns, starts, at, shared } = design
  const upper = inverseTransposed(lower, columns)
  let own = 0
  const row = new Float64Array(columns)
  for (let level = 0; level < diagonal.length; level++) {
    const first = at[starts[level] as number] as number
    row.fill(0, first)
    for (let k = starts[level] as number; k < (starts[level + 1] as number); k++) {
      const column = at[k] as number
      const factor = (shared[k] as number) * (scale[column] as number)
      if (factor === 0) continue
      for (let c = column; c < columns; c++) row[c] = (row[c] as number) + factor * (upper[column * columns + c] as number)
    }
    let squares = 0
    for (let c = first; c < columns; c++) squares += (row[c] as number) ** 2
    const one = diagonal[level] as number
    own += 1 / one + ((ratios[0] as number) * squares) / (one * one)
  }
  const traces = [own]
  let offset = 0
  for (const { levels } of design.kept) {
    let sum = 0
    for (let a = offset; a < offset + levels; a++) for (let c = a; c < columns; c++) sum += (upper[a * columns + c] as number) ** 2
    traces.push(sum)
    offset += levels
  }
  return traces
}

/**
 * Solves the information for the step, no part of it longer than `LONGEST_STEP`. Where a ratio is to fall its slope is
 * added: it is what curves the likelihood there by the logarithm. So the matrix stays positive and the step leads down.
 */
function newtonStep({ gradient, information }: Slope): number[] {
  const rows = information.map((row, k) => {
    const slope = gradient[k] as number
    return [...row.map((one, l) => (l === k ? one * (1 + 1e-9) + 1e-9 + Math.max(0, slope) : one)), -slope]
  })
  for (let k = 0; k < rows.length; k++)
    for (let other = 0; other < rows.length; other++) {
      if (other === k) continue
      const factor = (rows[other]?.[k] as number) / (rows[k]?.[k] as number)
      rows[other] = (rows[other] as number[]).map((one, c) => one - factor * (rows[k]?.[c] as number))
    }
  const step = rows.map((row, k) => (row.at(-1) as number) / (row[k] as number))
  const longest = Math.max(...step.map(Math.abs))
  if (!Number.isFinite(longest)) return gradient.map((slope) => -Math.sign(slope))
  return longest <= LONGEST_STEP ? step : step.map((one) => (one * LONGEST_STEP) / longest)
}

/** Ratios with one of those at 0 a little above it, where the likelihood rises; null when it rises at none. */
function takenUp(design: Design, y: Float64Array, ratios: readonly number[]): number[] | null {
  for (const [place, ratio] of ratios.entries()) {
    if (ratio > 0) continue
    const little = ratios.with(place, 10 * SMALLEST)
    const { gradient } = slopeAt(fitAt(design, y, little), [place])
    if ((gradient[0] as number) < 0) return ratios.with(place, 0.05)
  }
  return null
}

/** Sums of a vector over the reviews of each level. */
export function levelSums({ levels, of }: Factor, values: Float64Array): Float64Array {
  const sums = new Float64Array(levels)
  for (let review = 0; review < values.length; review++) {
    const level = of[review] as number
    if (level >= 0) sums[level] = (sums[level] as number) + (values[review] as number)
  }
  return sums
}

function spread({ of }: Factor, values: Float64Array): Float64Array {
  return Float64Array.from(of, (level) => (level < 0 ? 0 : (values[level] as number)))
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k++) sum += (one[k] as number) * (other[k] as number)
  return sum
}
