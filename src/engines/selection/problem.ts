/** A selection as rows of integers over candidates in the order of the tie-break. */
import { sha256 } from '../canonical.ts'
import { MILLION, millionths } from './decimal.ts'
import type { Rule, SelectionInput } from './format.ts'

/** lower ≤ Σ coefficients × chosen ≤ upper. */
export interface Row {
  /** Places of the candidates that count. */
  readonly at: readonly number[]
  readonly coefficients: readonly bigint[]
  readonly lower: bigint | null
  readonly upper: bigint | null
  /** What a unit of the limits stands for: 1 where heads are counted, millionths where an attribute is added up. */
  readonly scale: bigint
}

/** The rows a candidate counts in, in their order, and how much. */
export type Weights = readonly (readonly [row: number, weight: number])[]

/** What is fixed about each candidate: 1 in, 0 out, null open. */
export type Fixes = readonly (0 | 1 | null)[]

export interface Problem {
  readonly places: number
  /** In the order of the tie-break. */
  readonly ids: readonly string[]
  /** Millionths. */
  readonly scores: readonly bigint[]
  /** Every total is a multiple of it: the greatest divisor that the scores have in common. */
  readonly grain: bigint
  /** The places first, then the rules in their order. */
  readonly rows: readonly Row[]
  readonly rules: readonly Rule[]
  readonly fixes: Fixes
  /** By candidate, what the rows say by row. */
  readonly weights: readonly Weights[]
}

/** The problem of an input without faults. Candidates are put in the order of the tie-break, so that the order of the file changes nothing. */
export function problemOf(input: SelectionInput): Problem {
  const order = tieBreakOrder(input)
  const byId = new Map(input.candidates.map((one) => [one.id, one]))
  const candidates = order.map((id) => byId.get(id) as SelectionInput['candidates'][number])
  const placeOf = new Map(order.map((id, place) => [id, place]))
  const forced = new Map<string, 0 | 1>([
    ...(input.forced_in ?? []).map((id) => [id, 1] as const),
    ...(input.forced_out ?? []).map((id) => [id, 0] as const),
  ])
  const everyone = order.map((_, place) => place)
  const places = BigInt(input.places)
  const rowOf = (rule: Rule): Row => {
    if ('exclusive' in rule)
      return countRow(
        rule.exclusive.map((id) => placeOf.get(id) as number).sort((a, b) => a - b),
        null,
        1n,
      )
    if ('sum' in rule)
      return sumRow(
        candidates.map((one) => millionths(one.attributes?.[rule.sum]) as bigint),
        millionths(rule.min),
        millionths(rule.max),
      )
    const at = everyone.filter((place) => candidates[place]?.attributes?.[rule.attribute] === rule.value)
    return countRow(at, rule.min === undefined ? null : BigInt(rule.min), rule.max === undefined ? null : BigInt(rule.max))
  }
  const scores = candidates.map((one) => millionths(one.score) as bigint)
  const rows = [countRow(everyone, places, places), ...input.rules.map(rowOf)]
  return {
    places: input.places,
    ids: order,
    scores,
    grain: commonOf(scores),
    rows,
    rules: input.rules,
    fixes: order.map((id) => forced.get(id) ?? null),
    weights: weightsOf(rows, order.length),
  }
}

function weightsOf(rows: readonly Row[], count: number): Weights[] {
  const weights: [row: number, weight: number][][] = Array.from({ length: count }, () => [])
  for (const [index, { at, coefficients }] of rows.entries())
    for (let k = 0; k < at.length; k++) weights[at[k] as number]?.push([index, Number(coefficients[k])])
  return weights
}

/** First preferred: the list given, or the SHA-256 of seed and id ("seed:id") from the smallest, or the order of the candidates. */
function tieBreakOrder({ tie_break, candidates }: SelectionInput): readonly string[] {
  const ids = candidates.map((one) => one.id)
  if (tie_break === undefined) return ids
  if (!('seed' in tie_break)) return tie_break
  const drawn = ids.map((id) => ({ id, hash: sha256(`${tie_break.seed}:${id}`) }))
  return drawn.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ id }) => id)
}

function countRow(at: readonly number[], lower: bigint | null, upper: bigint | null): Row {
  return { at, coefficients: at.map(() => 1n), lower, upper, scale: 1n }
}

/** Divided by what its coefficients have in common, which loses no allowed set and keeps the numbers small. */
function sumRow(values: readonly bigint[], lower: bigint | null, upper: bigint | null): Row {
  const at = values.flatMap((value, place) => (value === 0n ? [] : [place]))
  const coefficients = at.map((place) => values[place] as bigint)
  const scale = commonOf(coefficients)
  const whole = coefficients.map((value) => value / scale)
  return { at, coefficients: whole, scale, ...limitsIn(scale, lower, upper) }
}

/** Limits in units of `scale`, drawn in to whole ones. */
function limitsIn(scale: bigint, lower: bigint | null, upper: bigint | null): Pick<Row, 'lower' | 'upper'> {
  const floor = (value: bigint): bigint => value / scale - (value % scale < 0n ? 1n : 0n)
  return { lower: lower === null ? null : -floor(-lower), upper: upper === null ? null : floor(upper) }
}

/** The greatest divisor that some numbers have in common; 1 when all are 0. */
function commonOf(values: readonly bigint[]): bigint {
  let common = 0n
  for (const value of values) {
    if (common === 1n) break
    common = greatestCommon(common, value)
  }
  return common || 1n
}

/** Whether the values of a sum, in units of what they have in common, add up to more than is computed exactly in a number. */
export function isTooLarge(values: readonly bigint[]): boolean {
  const sum = values.reduce((all, value) => all + (value < 0n ? -value : value), 0n)
  return sum / commonOf(values) > BigInt(Number.MAX_SAFE_INTEGER)
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [one, other] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (other !== 0n) [one, other] = [other, one % other]
  return one
}

/** Σ coefficients × chosen of a row. */
export function activity({ at, coefficients }: Row, chosen: ReadonlySet<number>): bigint {
  let sum = 0n
  for (let k = 0; k < at.length; k++) if (chosen.has(at[k] as number)) sum += coefficients[k] as bigint
  return sum
}

function breaks(row: Row, chosen: ReadonlySet<number>): boolean {
  const sum = activity(row, chosen)
  return (row.lower !== null && sum < row.lower) || (row.upper !== null && sum > row.upper)
}

/** Places of the rows that a set breaks. */
export function brokenRows(rows: readonly Row[], chosen: ReadonlySet<number>): number[] {
  return rows.flatMap((row, index) => (breaks(row, chosen) ? [index] : []))
}

/** Whether a set keeps every row and every fixed choice: in integers. */
export function allowed({ rows, fixes }: Pick<Problem, 'rows' | 'fixes'>, chosen: ReadonlySet<number>): boolean {
  return fixes.every((fix, place) => fix === null || chosen.has(place) === (fix === 1)) && !rows.some((row) => breaks(row, chosen))
}

export function totalOf(scores: readonly bigint[], chosen: Iterable<number>): bigint {
  let sum = 0n
  for (const place of chosen) sum += scores[place] as bigint
  return sum
}

/** The sum of a rule's attribute over some candidates in millionths, or how many there are. */
export function counted(problem: Problem, index: number, chosen: ReadonlySet<number>): bigint {
  const row = problem.rows[index + 1] as Row
  return activity(row, chosen) * row.scale
}

/** The same problem with the limits of one rule a unit wider: one candidate, or 1 of what is added up. */
export function widened(problem: Problem, index: number): Problem {
  const rule = problem.rules[index] as Rule
  const row = problem.rows[index + 1] as Row
  const rows = problem.rows.with(index + 1, { ...row, ...wider(rule, row) })
  return { ...problem, rows }
}

function wider(rule: Rule, row: Row): Pick<Row, 'lower' | 'upper'> {
  if ('exclusive' in rule) return { lower: null, upper: 2n }
  if ('sum' in rule) {
    const [min, max] = [millionths(rule.min), millionths(rule.max)]
    return limitsIn(row.scale, min === null ? null : min - MILLION, max === null ? null : max + MILLION)
  }
  const lower = row.lower === null ? null : row.lower > 0n ? row.lower - 1n : 0n
  return { lower, upper: row.upper === null ? null : row.upper + 1n }
}
