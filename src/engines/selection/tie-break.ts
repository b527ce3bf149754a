/** Of all sets with the best total, the one the published order prefers. */
import { reducedScores, roomUnder, UNIT, bound } from './bound.ts'
import type { Problem, Row } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import type { Highs } from 'highs'
import { type Found, search } from './search.ts'

type Best = NonNullable<Found['best']>

/**
 * Candidates are taken in the order of the tie-break; each is kept if some set of the best total holds it with all those
 * kept before. Most need no search: whoever stands in the set at hand is kept, and prices rule most others out.
 */
export function preferred(relaxation: Relaxation, problem: Problem, best: Best, prices: readonly bigint[]): ReadonlySet<number> {
  let { chosen } = best
  let fixes = problem.fixes
  const hopeless = ruledOut(problem, best.total, prices)
  for (const place of problem.ids.keys()) {
    if (fixes[place] !== null) continue
    if (!chosen.has(place) && !hopeless.has(place)) {
      const other = search(relaxation, { ...problem, fixes: fixes.with(place, 1) }, best.total - 1n).best
      if (other !== null) chosen = other.chosen
    }
    fixes = fixes.with(place, chosen.has(place) ? 1 : 0)
  }
  return chosen
}

/** Candidates with whom, by the prices, the total would fall short. */
function ruledOut(problem: Problem, total: bigint, prices: readonly bigint[]): ReadonlySet<number> {
  const value = bound(problem.rows, problem.scores, problem.fixes, prices)
  if (value === null) return new Set()
  const reduced = reducedScores(problem.rows, problem.scores, prices, UNIT)
  return new Set(
    [...problem.ids.keys()].filter(
      (place) => problem.fixes[place] === null && (reduced[place] as bigint) < 0n && roomUnder(value + (reduced[place] as bigint)) < total,
    ),
  )
}

/** Whether no other allowed set has the same total. */
export function isOnly(highs: Highs, problem: Problem, total: bigint, chosen: ReadonlySet<number>): boolean {
  const at = [...chosen].sort((a, b) => a - b)
  const other: Row = { at, coefficients: at.map(() => 1n), lower: null, upper: BigInt(at.length - 1) }
  const rows = [...problem.rows, other]
  const relaxation = new Relaxation(highs, rows, problem.scores)
  const found = search(relaxation, { ...problem, rows }, total - 1n)
  relaxation.dispose()
  return found.best === null
}
