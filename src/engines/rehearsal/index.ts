/** Rules tried before a call opens: how often a list exists, which of them bind, what they cost. Pure: plain values in, plain values out. */
import { below, uniform } from '../chance.ts'
import { canonicalJson } from '../canonical.ts'
import { type Candidate, type Conflicting, solveSelection } from '../selection/index.ts'
import type { MadeUpPool, RehearsalInput, RehearsalOutput } from './format.ts'

export type { KnownPool, MadeUpPool, RehearsalInput, RehearsalOutput } from './format.ts'

/** Conflicts that are told: the rarer ones tell nothing more. */
const MOST_CONFLICTS = 5

/** The same input gives the same output on any machine. `told` is called with how many draws are done. */
export async function rehearse(input: RehearsalInput, told: (part: 'draws', done: number, of: number) => void = () => {}): Promise<RehearsalOutput> {
  const { rules, draws, places, seed } = input
  const next = uniform(seed)
  const outcomes = rules.map(() => ({ binding: 0, costs: 0, price: 0 }))
  const conflicts = new Map<string, { conflict: readonly Conflicting[]; times: number }>()
  let [possible, counted] = [0, 0]
  const clash = (conflict: readonly Conflicting[]): void => {
    const key = canonicalJson(conflict)
    conflicts.set(key, { conflict, times: (conflicts.get(key)?.times ?? 0) + 1 })
  }
  for (let draw = 0; draw < draws; draw++) {
    told('draws', draw, draws)
    const candidates = drawn(input, next).filter((one) => Number(one.score) >= input.pass_mark)
    counted += candidates.length
    if (candidates.length < places) {
      clash([{ places }])
      continue
    }
    const output = await solveSelection({ places, candidates, rules })
    if (output.status === 'infeasible') {
      clash(output.conflict ?? [])
      continue
    }
    possible++
    output.rules?.forEach(({ binding, price }, index) => {
      const own = outcomes[index] as (typeof outcomes)[number]
      if (binding) own.binding++
      if (Number(price) > 0) own.costs++
      own.price += Number(price)
    })
  }
  const mean = (sum: number): number => (possible === 0 ? 0 : Math.round((sum / possible) * 1e4) / 1e4)
  return {
    draws,
    possible,
    candidates: Math.round(counted / draws),
    rules: outcomes.map((one) => ({ ...one, price: mean(one.price) })),
    conflicts: [...conflicts.values()].sort((a, b) => b.times - a.times).slice(0, MOST_CONFLICTS),
  }
}

type Next = () => number

/** Twelve uniform draws added up, less six: additions only, so that it repeats on any machine. */
function deviate(next: Next): number {
  let sum = 0
  for (let k = 0; k < 12; k++) sum += next()
  return sum / 2 ** 32 - 6
}

const score = (value: number): string => Math.min(100, Math.max(0, value)).toFixed(2)

function drawn({ pool }: RehearsalInput, next: Next): Candidate[] {
  if ('candidates' in pool)
    return pool.candidates.map((one) => ({ ...one, score: score(Number(one.score) + (pool.standard_errors[one.id] ?? 0) * deviate(next)) }))
  return madeUp(pool, next)
}

function madeUp({ counts, mean, deviation }: MadeUpPool, next: Next): Candidate[] {
  const attributes = Object.entries(counts)
  const size = Object.values(attributes[0]?.[1] ?? {}).reduce((sum, one) => sum + one, 0)
  const columns = attributes.map(([attribute, values]) => [attribute, shuffled(spread(values, size), next)] as const)
  return Array.from({ length: size }, (_, place) => ({
    id: `c${place + 1}`,
    score: score(mean + deviation * deviate(next)),
    attributes: Object.fromEntries(columns.map(([attribute, values]) => [attribute, values[place] ?? null])),
  }))
}

/** So many of each value that they are `size` together and their shares are kept: by largest remainders, the first value first between equals. */
function spread(values: Readonly<Record<string, number>>, size: number): string[] {
  const all = Object.entries(values)
  const total = all.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return []
  const shares = all.map(([value, count]) => ({ value, whole: Math.floor((count * size) / total), rest: (count * size) % total }))
  let left = size - shares.reduce((sum, one) => sum + one.whole, 0)
  for (const one of [...shares].sort((a, b) => b.rest - a.rest)) {
    if (left === 0) break
    one.whole++
    left--
  }
  return shares.flatMap(({ value, whole }) => new Array<string>(whole).fill(value))
}

function shuffled<One>(all: readonly One[], next: Next): One[] {
  const mixed = [...all]
  for (let place = mixed.length - 1; place > 0; place--) {
    const other = below(next, place + 1)
    ;[mixed[place], mixed[other]] = [mixed[other] as One, mixed[place] as One]
  }
  return mixed
}
