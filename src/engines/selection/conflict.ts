/** Why no list is allowed: rules and forced choices that cannot hold together, none of which can be left out. */
import type { Highs } from 'highs'
import type { Conflicting, SelectionInput } from './format.ts'
import type { Fixes, Problem, Row } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import { search } from './search.ts'

/**
 * Deletion filter: each rule, then each forced choice, is left out for good if the others still cannot hold together
 * (Chinneck and Dravnieks 1991). The places are named only when they are needed for the conflict.
 */
export function conflictOf(highs: Highs, problem: Problem, input: SelectionInput): Conflicting[] {
  const open: Row = { at: [], coefficients: [], lower: null, upper: null, scale: 1n }
  let rows = problem.rows
  let fixes = problem.fixes
  const conflict = new Set<number>()
  const without = (index: number): boolean => {
    const fewer = rows.with(index, open)
    if (possible(highs, fewer, fixes)) return false
    rows = fewer
    return true
  }
  problem.rules.forEach((_, index) => {
    if (!without(index + 1)) conflict.add(index)
  })
  const forced = [...(input.forced_in ?? []).map((id) => ({ forced_in: id })), ...(input.forced_out ?? []).map((id) => ({ forced_out: id }))].filter(
    (one) => {
      const place = problem.ids.indexOf('forced_in' in one ? one.forced_in : one.forced_out)
      const freed = fixes.with(place, null)
      if (possible(highs, rows, freed)) return true
      fixes = freed
      return false
    },
  )
  const places = without(0) ? [] : [{ places: problem.places }]
  return [...problem.rules.filter((_, index) => conflict.has(index)), ...forced, ...places]
}

function possible(highs: Highs, rows: readonly Row[], fixes: Fixes): boolean {
  const kept = rows.filter((row) => row.lower !== null || row.upper !== null)
  if (kept.length === 0) return true
  const scores = fixes.map(() => 0n)
  const relaxation = new Relaxation(highs, kept, scores)
  const { best } = search(relaxation, { rows: kept, scores, fixes, grain: 1n })
  relaxation.dispose()
  return best !== null
}
