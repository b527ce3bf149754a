/** The best list, looked for among the candidates that prices leave open. */
import type { Highs } from 'highs'
import { roomUnder } from './bound.ts'
import type { Core, Held, Reduction } from './reduction.ts'
import { Relaxation } from './relaxation.ts'
import { type Found, search, type Tree } from './search.ts'

export interface List {
  readonly total: bigint
  readonly chosen: ReadonlySet<number>
}

/** A relaxation leaves at most one candidate a row between in and out; a few more than that are searched first. */
const BEYOND_THE_ROWS = 12

/**
 * The allowed list of largest total above `floor` (any, when null), one candidate held when asked. Searched are first the
 * few candidates least decided by the prices; what is found decides others, and whoever stays open is searched then.
 */
export function bestList(highs: Highs, reduction: Reduction, floor: bigint | null, held?: Held): List | null {
  const loss = held === undefined ? 0n : reduction.loss(held)
  const open = (reached: bigint | null): number => (reached === null ? reduction.size : reduction.leftOpen(reached, loss))
  let best = null as List | null
  let size = reduction.problem.rows.length + BEYOND_THE_ROWS
  while (true) {
    const reached: bigint | null = best?.total ?? floor
    if (reached !== null && roomUnder(reduction.value - loss, reduction.problem.grain) <= reached) return best
    size = Math.min(size, open(reached))
    best = searched(highs, reduction.core(size, held), reached) ?? best
    if (size >= open(best?.total ?? floor)) return best
    size *= 2
  }
}

function searched(highs: Highs, core: Core, floor: bigint | null): List | null {
  const { best } = within(highs, core, (relaxation) => search(relaxation, core.problem, floor === null ? null : floor - core.base))
  return best === null ? null : { total: best.total + core.base, chosen: core.whole(best.chosen) }
}

/** Lends a relaxation of a core. */
export function within<Result>(highs: Highs, core: Core, use: (relaxation: Relaxation) => Result): Result {
  const relaxation = new Relaxation(highs, core.problem.rows, core.problem.scores)
  try {
    return use(relaxation)
  } finally {
    relaxation.dispose()
  }
}

/** The proof that no allowed list exceeds a total: the prices where they suffice, else a tree over those they leave open. */
export function proofOf(highs: Highs, reduction: Reduction, total: bigint): Tree {
  const { prices, value, problem } = reduction
  if (roomUnder(value, problem.grain) <= total) return { bound: prices }
  const core = reduction.core(reduction.leftOpen(total))
  const { tree } = within(highs, core, (relaxation) => search(relaxation, core.problem, total - core.base))
  return { prices, rest: placed(tree, core.places) }
}

/** A tree over the members of a core as one over the candidates of the problem. */
function placed(tree: Found['tree'], places: readonly number[]): Tree {
  if (!('place' in tree)) return tree
  return { place: places[tree.place] as number, selected: placed(tree.selected, places), leftOut: placed(tree.leftOut, places) }
}
