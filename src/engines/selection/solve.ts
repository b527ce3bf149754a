/**
 * The list of highest total score that fills the places and keeps every rule: an integer program over quantised scores,
 * its optimum proved in integers, unique by a published order between equals.
 */
import type { Highs } from 'highs'
import { solver } from '../solver.ts'
import { bestList, type List, proofOf } from './best.ts'
import { UNIT } from './bound.ts'
import { written } from './certificate.ts'
import { conflictOf } from './conflict.ts'
import { decimalOf } from './decimal.ts'
import { byScore } from './exchange.ts'
import { explain, ruleOutcomes } from './explain.ts'
import { type Certificate, type SelectionInput, SelectionInputError, type SelectionOutput } from './format.ts'
import { asSelectionInput } from './input.ts'
import { type Problem, problemOf } from './problem.ts'
import { Reduction } from './reduction.ts'
import { Relaxation } from './relaxation.ts'
import { repairOf } from './repair.ts'
import { reserveOf, substitutesOf } from './reserve.ts'
import { search, type Tree } from './search.ts'
import { probabilities } from './stability.ts'
import { isOnly, preferred } from './tie-break.ts'

/** Told while a part that takes long is under way: so many of so many. */
export type Progress = (part: 'explanations' | 'draws', done: number, of: number) => void

/** Solves an input in the shape of `SelectionInput`; the same input gives the same output. Rejects with `SelectionInputError` for a wrong one. */
export async function solveSelection(raw: SelectionInput | unknown, told: Progress = () => {}): Promise<SelectionOutput> {
  const reading = asSelectionInput(raw)
  if (!reading.ok) throw new SelectionInputError(reading.faults)
  const { input } = reading
  const highs = await solver()
  const problem = problemOf(input)
  const relaxation = new Relaxation(highs, problem.rows, problem.scores)
  try {
    const { shares, prices } = relaxation.ask(problem.fixes)
    const reduction = new Reduction(problem, prices)
    const best = shares === null ? null : bestList(highs, reduction, null)
    if (best !== null) return outcome(highs, reduction, input, best, told)
    const { tree } = search(relaxation, problem)
    const repair = input.explain === true ? repairOf(highs, problem) : null
    return {
      status: 'infeasible',
      certificate: certificateOf(tree, problem),
      conflict: conflictOf(highs, problem, input),
      ...(repair === null ? {} : { repair }),
    }
  } finally {
    relaxation.dispose()
  }
}

function outcome(highs: Highs, reduction: Reduction, input: SelectionInput, best: List, told: Progress): SelectionOutput {
  const { problem } = reduction
  const list = { total: best.total, chosen: preferred(highs, reduction, best) }
  const reserve = reserveOf(problem, list.chosen, input.reserve ?? 0)
  const id = (place: number): string => problem.ids[place] as string
  const selected = [...list.chosen].sort(byScore(problem))
  const substitutes = substitutesOf(problem, list.chosen, reserve)
  const { explain: isExplained = false, stability } = input
  return {
    status: 'optimal',
    total: decimalOf(list.total),
    selected: selected.map(id),
    unique: isOnly(highs, reduction, list),
    certificate: certificateOf(proofOf(highs, reduction, list.total), problem),
    reserve: reserve.map(id),
    substitutes: Object.fromEntries(selected.flatMap((out) => (substitutes.has(out) ? [[id(out), id(substitutes.get(out) as number)]] : []))),
    ...(isExplained ? { explanations: explain(highs, reduction, list, (done, of) => told('explanations', done, of)) } : {}),
    rules: ruleOutcomes(highs, reduction, list),
    ...(stability === undefined ? {} : { probability: probabilities(highs, problem, stability, (done, of) => told('draws', done, of)) }),
  }
}

function certificateOf(tree: Tree, problem: Problem): Certificate {
  return { unit: String(UNIT), proof: written(tree, problem.ids) }
}
