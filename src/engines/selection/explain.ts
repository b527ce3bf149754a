/** Why each candidate is in or out, in numbers anyone can compute again: the total with the opposite decision. */
import type { Highs } from 'highs'
import { decimalOf } from './decimal.ts'
import { byScore, exchangesAround } from './exchange.ts'
import type { Explanation, RuleOutcome, SelectionInput } from './format.ts'
import { counted, type Problem, type Row, widened } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import { search } from './search.ts'

interface List {
  readonly total: bigint
  readonly chosen: ReadonlySet<number>
}

/** One search a candidate. In the order of score, then of the tie-break. */
export function explain(relaxation: Relaxation, problem: Problem, list: List): Explanation[] {
  const blocking = blockingRules(problem, list.chosen)
  const named = (places: readonly number[]): string[] => [...places].sort(byScore(problem)).map((place) => problem.ids[place] as string)
  return [...problem.ids.keys()].sort(byScore(problem)).map((place): Explanation => {
    const selected = list.chosen.has(place)
    const common = { id: problem.ids[place] as string, selected, binding_rules: blocking(place) }
    const otherwise =
      problem.fixes[place] === null ? search(relaxation, { ...problem, fixes: problem.fixes.with(place, selected ? 0 : 1) }).best : null
    const difference = otherwise === null ? null : decimalOf(list.total - otherwise.total)
    const entering = otherwise === null ? [] : named([...otherwise.chosen].filter((one) => !list.chosen.has(one)))
    const leaving = otherwise === null ? [] : named([...list.chosen].filter((one) => !otherwise.chosen.has(one)))
    return selected ? { ...common, margin: difference, would_replace: entering } : { ...common, gap: difference, would_yield: leaving }
  })
}

/** Rules that forbid the exchanges score alone would make. */
function blockingRules(problem: Problem, chosen: ReadonlySet<number>): (place: number) => number[] {
  const { breaks } = exchangesAround(problem, chosen)
  const everyone = [...problem.ids.keys()]
  return (place) => {
    const score = problem.scores[place] as bigint
    const pairs = chosen.has(place)
      ? everyone.filter((one) => !chosen.has(one) && (problem.scores[one] as bigint) > score).map((into) => breaks(place, into))
      : [...chosen].filter((one) => (problem.scores[one] as bigint) < score).map((out) => breaks(out, place))
    return [...new Set(pairs.flat())].map((row) => row - 1).sort((a, b) => a - b)
  }
}

/** How many each rule counts, whether it binds, and what a unit more would bring. One search a binding rule. */
export function ruleOutcomes(highs: Highs, problem: Problem, input: SelectionInput, list: List): RuleOutcome[] {
  return problem.rules.map((rule, index): RuleOutcome => {
    const row = problem.rows[index + 1] as Row
    const count = counted(problem, input, rule, list.chosen)
    const sum = row.at.reduce((all, place, k) => (list.chosen.has(place) ? all + (row.coefficients[k] as bigint) : all), 0n)
    const binding = sum === row.lower || sum === row.upper
    const price = binding ? priceOf(highs, widened(problem, input, index), list.total) : 0n
    return { ...rule, count: 'sum' in rule ? decimalOf(count) : Number(count), binding, price: decimalOf(price) }
  })
}

function priceOf(highs: Highs, wider: Problem, total: bigint): bigint {
  const relaxation = new Relaxation(highs, wider.rows, wider.scores)
  const { best } = search(relaxation, wider, total)
  relaxation.dispose()
  return best === null ? 0n : best.total - total
}
