/** Why each candidate is in or out, in numbers anyone can compute again: the total with the opposite decision. */
import type { Highs } from 'highs'
import { bestList, type List } from './best.ts'
import { decimalOf } from './decimal.ts'
import { blockingRows, byScore, exchangesAround } from './exchange.ts'
import type { Explanation, RuleOutcome } from './format.ts'
import { activity, counted, type Problem, type Row, widened } from './problem.ts'
import { Reduction } from './reduction.ts'

/** In the order of score, then of the tie-break. `told` is called with how many are explained, of how many. */
export function explain(highs: Highs, reduction: Reduction, list: List, told: (done: number, of: number) => void = () => {}): Explanation[] {
  const { problem } = reduction
  const blocking = blockingRows(problem, list.chosen)
  const order = [...problem.ids.keys()].sort(byScore(problem))
  const named = (places: ReadonlySet<number>, without: ReadonlySet<number>): string[] =>
    [...places]
      .filter((place) => !without.has(place))
      .sort(byScore(problem))
      .map((place) => problem.ids[place] as string)
  const exchange = exchangeOf(problem, list, order)
  return order.map((place, index): Explanation => {
    told(index, order.length)
    const selected = list.chosen.has(place)
    const rules = (blocking[place] as readonly number[]).filter((row) => row > 0).map((row) => row - 1)
    const common = { id: problem.ids[place] as string, selected, binding_rules: rules }
    const otherwise = problem.fixes[place] === null ? opposite(highs, reduction, place, selected, exchange(place)) : null
    const difference = otherwise === null ? null : decimalOf(list.total - otherwise.total)
    const entering = otherwise === null ? [] : named(otherwise.chosen, list.chosen)
    const leaving = otherwise === null ? [] : named(list.chosen, otherwise.chosen)
    return selected ? { ...common, margin: difference, would_replace: entering } : { ...common, gap: difference, would_yield: leaving }
  })
}

/** The best list with the opposite decision: the best exchange of two, unless more changes do better. */
function opposite(highs: Highs, reduction: Reduction, place: number, selected: boolean, exchanged: List | null): List | null {
  return bestList(highs, reduction, exchanged?.total ?? null, { place, to: selected ? 0 : 1 }) ?? exchanged
}

/** For a candidate, the best list that one exchange makes of the list at hand. */
function exchangeOf(problem: Problem, { total, chosen }: List, order: readonly number[]): (place: number) => List | null {
  const keeps = exchangesAround(problem, chosen)
  const free = order.filter((place) => problem.fixes[place] === null)
  const others = free.filter((place) => !chosen.has(place))
  const inside = free.filter((place) => chosen.has(place)).reverse()
  return (place) => {
    const [out, into] = chosen.has(place)
      ? [place, others.find((other) => keeps(place, other))]
      : [inside.find((other) => keeps(other, place)), place]
    if (out === undefined || into === undefined) return null
    const list = new Set(chosen)
    list.delete(out)
    list.add(into)
    return { total: total - (problem.scores[out] as bigint) + (problem.scores[into] as bigint), chosen: list }
  }
}

/** How many each rule counts, whether it binds, and what a unit more would bring. */
export function ruleOutcomes(highs: Highs, { problem, prices }: Reduction, list: List): RuleOutcome[] {
  return problem.rules.map((rule, index): RuleOutcome => {
    const row = problem.rows[index + 1] as Row
    const count = counted(problem, index, list.chosen)
    const sum = activity(row, list.chosen)
    const binding = sum === row.lower || sum === row.upper
    const better = binding ? bestList(highs, new Reduction(widened(problem, index), prices), list.total) : null
    const price = better === null ? 0n : better.total - list.total
    return { ...rule, count: 'sum' in rule ? decimalOf(count) : Number(count), binding, price: decimalOf(price) }
  })
}
