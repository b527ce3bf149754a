/** How often each candidate is selected when scores move within their standard errors, under the same rules. */
import { uniform } from '../chance.ts'
import { millionths } from './decimal.ts'
import type { SelectionInput } from './format.ts'
import type { Problem } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import type { Highs } from 'highs'
import { bestList } from './best.ts'
import { Reduction } from './reduction.ts'

/**
 * Share of the draws in which each candidate is selected, by id. A draw adds to each score its standard error times a
 * normal deviate: twelve uniform draws added up, less six. Additions only, so the draws repeat on any machine.
 */
export function probabilities(
  highs: Highs,
  problem: Problem,
  { draws, seed, standard_errors }: NonNullable<SelectionInput['stability']>,
  told: (done: number, of: number) => void = () => {},
): Record<string, number> {
  const errors = problem.ids.map((id) => millionths(standard_errors[id] ?? 0) as bigint)
  // Drawn candidate by candidate in the order of their ids, so that the tie-break changes no draw.
  const turn = [...problem.ids.keys()].sort((a, b) => ((problem.ids[a] as string) < (problem.ids[b] as string) ? -1 : 1))
  const next = uniform(seed)
  const times = new Map<number, number>()
  const relaxation = new Relaxation(highs, problem.rows, problem.scores)
  for (let draw = 0; draw < draws; draw++) {
    told(draw, draws)
    const scores = [...problem.scores]
    for (const place of turn) scores[place] = (scores[place] as bigint) + ((errors[place] as bigint) * deviate(next)) / DEVIATE_UNIT
    relaxation.rescore(scores)
    const { prices } = relaxation.ask(problem.fixes)
    const reduction = new Reduction({ ...problem, scores, grain: 1n }, prices)
    for (const place of bestList(highs, reduction, null)?.chosen ?? []) times.set(place, (times.get(place) ?? 0) + 1)
  }
  relaxation.dispose()
  return Object.fromEntries(problem.ids.map((id, place) => [id, (times.get(place) ?? 0) / draws]))
}

const DEVIATE_UNIT = 1n << 32n

/** In parts of 2^32: the sum of twelve uniform draws has a variance of 1. */
function deviate(next: () => number): bigint {
  let sum = -6 * 2 ** 32
  for (let k = 0; k < 12; k++) sum += next()
  return BigInt(sum)
}
