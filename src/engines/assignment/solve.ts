/**
 * Who reads what: the assignment of largest total weight in which every application has its readers, under its rules, and
 * every reviewer a load within bounds. Rules that are nested or apart stay within the flow; what is left (rules that
 * cross, the worst-off first) is an integer program, and a limit on probabilities a flow of shares that is then drawn.
 */
import { brokenForced, conflictBehind } from './conflict.ts'
import { written } from './decimal.ts'
import { drawAssignment } from './draw.ts'
import { exchange } from './exchange.ts'
import { areLaminar } from './groups.ts'
import { type AssignmentInput, type InputFault, type Problem, readInput } from './input.ts'
import { type AssignmentOutput, type Certificate, outcomeOf } from './outcome.ts'
import { boundsOf, costsOf, groupsOfRules, type Standing, standing } from './standing.ts'

/** Thrown for an input that is wrong: one fault a line, each with its JSON path. */
export class AssignmentInputError extends Error {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.faults = faults
  }
}

/** An input as a problem. Throws `AssignmentInputError`. */
export function readProblem(input: unknown): Problem {
  const reading = readInput(input)
  if (!reading.ok) throw new AssignmentInputError(reading.faults)
  return reading.problem
}

/** Whether a problem is one of flow: exact without an integer program. */
export function isFlow(problem: Problem): boolean {
  return problem.objective === 'total' && areLaminar(groupsOfRules(problem))
}

/** Solves an input whose rules are nested or apart, with the objective "total"; the same input gives the same output. Throws `AssignmentInputError`, and a RangeError for any other input: see `assign`. */
export function solveAssignment(input: AssignmentInput | unknown): AssignmentOutput {
  const problem = readProblem(input)
  if (!isFlow(problem)) throw new RangeError('this assignment needs an integer program')
  return solveFlow(problem)
}

/**
 * Whether an input has any assignment at all: as `solveAssignment` without its answer, and without the search for the
 * smallest conflict where there is none, which takes far longer than the solution. Throws as `solveAssignment` does.
 */
export function isAssignable(input: AssignmentInput | unknown): boolean {
  const problem = readProblem(input)
  if (!isFlow(problem) || problem.limit !== null) throw new RangeError('whether this assignment has a solution needs an integer program')
  const stands = standing(problem)
  return brokenForced(stands).length === 0 && 'prices' in exchange(costsOf(stands), boundsOf(stands))
}

export function solveFlow(problem: Problem): AssignmentOutput {
  const stands = standing(problem)
  const broken = brokenForced(stands)
  if (broken.length > 0) return { status: 'infeasible', conflict: broken }
  if (problem.limit !== null) return drawAssignment(stands, problem.limit)
  const found = exchange(costsOf(stands), boundsOf(stands))
  if (!('prices' in found)) return { status: 'infeasible', conflict: conflictBehind(stands, found) }
  return { ...outcomeOf(stands, found.readers), certificate: certificate(stands, found) }
}

function certificate(stands: Standing, found: { readers: readonly (readonly number[])[]; prices: readonly number[] }): Certificate {
  const { applications, reviewers, rules } = stands.problem
  const prices = reviewers.map((_, place) => priceOf(stands, found, place))
  const shown = Object.fromEntries(reviewers.map(({ id }, place) => [id, written(BigInt(prices[place] as number))]))
  if (rules.length > 0) return { reviewers: shown }
  const lines = applications.map((id, place): [string, string] => [id, written(BigInt(lineOf(stands, found, prices, place)))])
  return { applications: Object.fromEntries(lines), reviewers: shown }
}

/** A load made of forced pairs alone stands above the least by order, not by price. */
function priceOf(
  { problem, load, least }: Standing,
  found: { readers: readonly (readonly number[])[]; prices: readonly number[] },
  place: number,
): number {
  const price = 0 - (found.prices[place] as number)
  const byOrder = (least[place] as number) === 0 && (load[place] as number) > (problem.reviewers[place]?.min_load ?? 0)
  const hasFound = price < 0 && byOrder && found.readers.some((all) => all.includes(place))
  return byOrder && !hasFound ? Math.max(0, price) : price
}

/** The least gain among the readers found, or the largest among those left out where there are none. */
function lineOf(
  { problem, pairs }: Standing,
  { readers }: { readers: readonly (readonly number[])[] },
  prices: readonly number[],
  application: number,
): number {
  const { weights, reviewers } = problem
  const gain = (reviewer: number): number => (weights[application * reviewers.length + reviewer] as number) - (prices[reviewer] as number)
  const mine = readers[application] as readonly number[]
  if (mine.length > 0) return Math.min(...mine.map(gain))
  const forced = new Set(pairs.flatMap(([one, reviewer]) => (one === application ? [reviewer] : [])))
  const others = reviewers.map((_, place) => place).filter((place) => !forced.has(place) && !Number.isNaN(gain(place)))
  return others.length === 0 ? 0 : Math.max(...others.map(gain))
}
