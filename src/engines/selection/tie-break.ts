/** Of all lists with the best total, the one the published order prefers. */
import type { Highs } from 'highs'
import { within, type List } from './best.ts'
import { exchangesAround } from './exchange.ts'
import type { Fixes, Problem, Row } from './problem.ts'
import type { Core, Reduction } from './reduction.ts'
import { Relaxation } from './relaxation.ts'
import { search } from './search.ts'

/**
 * Candidates are taken in the order of the tie-break; each is kept if some list of the best total holds it with all those
 * kept before. Whom the prices decide stands alike in all these lists; of the others, most need no search: whoever stands
 * in the list at hand is kept, who counts in every row like somebody of no lower score who was left out is left out, and
 * who can take the place of somebody of the same score who is not kept yet does so.
 */
export function preferred(highs: Highs, reduction: Reduction, best: List): ReadonlySet<number> {
  const core = reduction.core(reduction.leftOpen(best.total - 1n))
  const { problem, places, base } = core
  return within(highs, core, (relaxation) => {
    const fixes = [...problem.fixes]
    const kinds = kindsOf(places, reduction.problem)
    const leftOut = new Map<string, bigint>()
    let list = best.chosen
    let swap = swapping(reduction.problem, core, list)
    let free = places.filter((place) => list.has(place)).length
    const wins = (k: number): ReadonlySet<number> | null => {
      const swapped = swap(k, fixes)
      if (swapped !== null) return swapped
      const found = search(relaxation, { ...problem, fixes: fixes.with(k, 1) }, best.total - base - 1n).best
      return found === null ? null : core.whole(found.chosen)
    }
    for (const [k, place] of places.entries()) {
      const [kind, score] = [kinds[k] as string, problem.scores[k] as bigint]
      const outdone = (leftOut.get(kind) ?? score - 1n) >= score
      const other = free === 0 || list.has(place) || outdone ? null : wins(k)
      if (other !== null) {
        list = other
        swap = swapping(reduction.problem, core, list)
      }
      fixes[k] = list.has(place) ? 1 : 0
      if (fixes[k] === 1) free--
      else if (!outdone) leftOut.set(kind, score)
    }
    return list
  })
}

/** The list with one member of a core in, for somebody of the same score who is in and not fixed; null when no such exchange keeps the rules. */
function swapping(whole: Problem, { problem, places }: Core, list: ReadonlySet<number>): (k: number, fixes: Fixes) => ReadonlySet<number> | null {
  const keeps = exchangesAround(whole, list)
  const inside = [...places.keys()].filter((k) => list.has(places[k] as number))
  return (k, fixes) => {
    const into = places[k] as number
    const equal = inside.filter((one) => fixes[one] === null && problem.scores[one] === problem.scores[k])
    // The last in the order goes first.
    const out = equal.reverse().find((one) => keeps(places[one] as number, into))
    if (out === undefined) return null
    const other = new Set(list)
    other.delete(places[out] as number)
    return other.add(into)
  }
}

/** Candidates of one kind count alike in every row: they can be exchanged for the same people. */
function kindsOf(places: readonly number[], { weights }: Problem): string[] {
  return places.map((place) => (weights[place] as Problem['weights'][number]).join(';'))
}

/** Whether no other allowed list has the same total. */
export function isOnly(highs: Highs, reduction: Reduction, { total, chosen }: List): boolean {
  const { problem, places, base } = reduction.core(reduction.leftOpen(total - 1n))
  const at = places.flatMap((place, k) => (chosen.has(place) ? [k] : []))
  if (at.length === 0) return true
  const other: Row = { at, coefficients: at.map(() => 1n), lower: null, upper: BigInt(at.length - 1), scale: 1n }
  const rows = [...problem.rows, other]
  const relaxation = new Relaxation(highs, rows, problem.scores)
  const found = search(relaxation, { ...problem, rows }, total - base - 1n)
  relaxation.dispose()
  return found.best === null
}
