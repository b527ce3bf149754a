/** A selection as rows of integers over candidates in the order of the tie-break. */
import { sha256 } from '../canonical.ts'
import { decimalOf, MILLION, millionths } from './decimal.ts'
import type { Rule, SelectionInput } from './format.ts'

/** lower ≤ Σ coefficients × chosen ≤ upper. */
export interface Row {
  /** Places of the candidates that count. */
  readonly at: readonly number[]
  readonly coefficients: readonly bigint[]
  readonly lower: bigint | null
  readonly upper: bigint | null
}

/** What is fixed about each candidate: 1 in, 0 out, null open. */
export type Fixes = readonly (0 | 1 | null)[]

export interface Problem {
  readonly places: number
  /** In the order of the tie-break. */
  readonly ids: readonly string[]
  /** Millionths. */
  readonly scores: readonly bigint[]
  /** The places first, then the rules in their order. */
  readonly rows: readonly Row[]
  readonly rules: readonly Rule[]
  readonly fixes: Fixes
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
  return {
    places: input.places,
    ids: order,
    scores: candidates.map((one) => millionths(one.score) as bigint),
    rows: [countRow(everyone, places, places), ...input.rules.map(rowOf)],
    rules: input.rules,
    fixes: order.map((id) => forced.get(id) ?? null),
  }
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
  return { at, coefficients: at.map(() => 1n), lower, upper }
}

/** Divided by what its coefficients have in common, which loses no allowed set and keeps the numbers small. */
function sumRow(values: readonly bigint[], lower: bigint | null, upper: bigint | null): Row {
  const at = values.flatMap((value, place) => (value === 0n ? [] : [place]))
  const coefficients = at.map((place) => values[place] as bigint)
  const common = coefficients.reduce(greatestCommon, 0n) || 1n
  const floor = (value: bigint): bigint => value / common - (value % common < 0n ? 1n : 0n)
  return {
    at,
    coefficients: coefficients.map((value) => value / common),
    lower: lower === null ? null : -floor(-lower),
    upper: upper === null ? null : floor(upper),
  }
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
export function counted(problem: Problem, input: SelectionInput, rule: Rule, chosen: ReadonlySet<number>): bigint {
  if (!('sum' in rule)) return activity(problem.rows[1 + problem.rules.indexOf(rule)] as Row, chosen)
  const inside = new Set([...chosen].map((place) => problem.ids[place]))
  return input.candidates.reduce((sum, one) => (inside.has(one.id) ? sum + (millionths(one.attributes?.[rule.sum]) ?? 0n) : sum), 0n)
}

/** The same problem with the limits of one row a unit wider: one candidate, or 1 of what is added up. */
export function widened(problem: Problem, input: SelectionInput, index: number): Problem {
  const rule = problem.rules[index] as Rule
  const wider: Rule =
    'exclusive' in rule
      ? rule
      : 'sum' in rule
        ? {
            ...rule,
            ...(rule.min === undefined ? {} : { min: decimalOf((millionths(rule.min) as bigint) - MILLION) }),
            ...(rule.max === undefined ? {} : { max: decimalOf((millionths(rule.max) as bigint) + MILLION) }),
          }
        : { ...rule, ...(rule.min === undefined ? {} : { min: Math.max(0, rule.min - 1) }), ...(rule.max === undefined ? {} : { max: rule.max + 1 }) }
  if ('exclusive' in wider) {
    const rows = problem.rows.map((row, at) => (at === index + 1 ? { ...row, upper: 2n } : row))
    return { ...problem, rows }
  }
  return problemOf({ ...input, tie_break: problem.ids, rules: input.rules.map((one, at) => (at === index ? wider : one)) })
}
