/**
 * The list of highest total score that fills the places and keeps every rule: an integer program over quantised scores,
 * its optimum proved in integers, unique by a published order between equals.
 */
import { UNIT } from './bound.ts'
import { written } from './certificate.ts'
import { conflictOf } from './conflict.ts'
import { decimalOf } from './decimal.ts'
import { byScore } from './exchange.ts'
import { explain, ruleOutcomes } from './explain.ts'
import { type Certificate, type SelectionInput, SelectionInputError, type SelectionOutput } from './format.ts'
import { asSelectionInput } from './input.ts'
import { type Problem, problemOf } from './problem.ts'
import { Relaxation, solver } from './relaxation.ts'
import { reserveOf, substitutesOf } from './reserve.ts'
import { search, type Tree } from './search.ts'
import { probabilities } from './stability.ts'
import { isOnly, preferred } from './tie-break.ts'

/** Solves an input in the shape of `SelectionInput`; the same input gives the same output. Rejects with `SelectionInputError` for a wrong one. */
export async function solveSelection(raw: SelectionInput | unknown): Promise<SelectionOutput> {
  const reading = asSelectionInput(raw)
  if (!reading.ok) throw new SelectionInputError(reading.faults)
  const { input } = reading
  const highs = await solver()
  const problem = problemOf(input)
  const relaxation = new Relaxation(highs, problem.rows, problem.scores)
  try {
    const { best, tree, prices } = search(relaxation, problem)
    const certificate = certificateOf(tree, problem)
    if (best === null) return { status: 'infeasible', certificate, conflict: conflictOf(highs, problem, input) }
    const list = { total: best.total, chosen: preferred(relaxation, problem, best, prices) }
    const reserve = reserveOf(problem, list.chosen, input.reserve ?? 0)
    const id = (place: number): string => problem.ids[place] as string
    const selected = [...list.chosen].sort(byScore(problem))
    const substitutes = substitutesOf(problem, list.chosen, reserve)
    return {
      status: 'optimal',
      total: decimalOf(list.total),
      selected: selected.map(id),
      unique: isOnly(highs, problem, list.total, list.chosen),
      certificate,
      reserve: reserve.map(id),
      substitutes: Object.fromEntries(selected.flatMap((out) => (substitutes.has(out) ? [[id(out), id(substitutes.get(out) as number)]] : []))),
      ...(input.explain === true ? { explanations: explain(relaxation, problem, list) } : {}),
      rules: ruleOutcomes(highs, problem, input, list),
      ...(input.stability === undefined ? {} : { probability: probabilities(highs, problem, input.stability) }),
    }
  } finally {
    relaxation.dispose()
  }
}

function certificateOf(tree: Tree, problem: Problem): Certificate {
  return { unit: String(UNIT), proof: written(tree, problem.ids) }
}
