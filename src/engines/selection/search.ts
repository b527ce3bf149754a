/**
 * The best allowed set, proved: branch and bound in which every leaf is closed by integer prices (see bound.ts), never by
 * the word of the solver. The tree of leaves is the certificate.
 */
import { bound, roomUnder } from './bound.ts'
import { allowed, brokenRows, type Fixes, type Problem, totalOf } from './problem.ts'
import type { Relaxation } from './relaxation.ts'

/** As `Proof` of format.ts, with places instead of ids. */
export type Tree =
  | { readonly bound: readonly bigint[] }
  | { readonly none: readonly bigint[] }
  | { readonly place: number; readonly selected: Tree; readonly leftOut: Tree }
  | { readonly prices: readonly bigint[]; readonly rest: Tree }

export interface Found {
  /** Null when no allowed set has a total above the floor. */
  readonly best: { readonly total: bigint; readonly chosen: ReadonlySet<number> } | null
  readonly tree: Tree
}

/** What is searched: a whole problem, or the part of one that prices leave open. */
export type Searched = Pick<Problem, 'rows' | 'scores' | 'fixes' | 'grain'>

/** A share this close to 0 or 1 is taken for it; the set is then checked in integers. */
const NEARLY = 1e-6

/** Looks for the allowed set of largest total above `floor` (any, when null). */
export function search(relaxation: Relaxation, problem: Searched, floor: bigint | null = null): Found {
  const { rows, scores, grain } = problem
  let best: Found['best'] = null
  const least = (): bigint | null => best?.total ?? floor

  const offer = (fixes: Fixes, chosen: ReadonlySet<number>): void => {
    if (!allowed({ rows, fixes }, chosen)) return
    const total = totalOf(scores, chosen)
    const above = least()
    if (above === null || total > above) best = { total, chosen }
  }

  const visit = (fixes: Fixes): Tree => {
    if (!fixes.includes(null)) return settled(fixes)
    const { shares, prices } = relaxation.ask(fixes)
    if (shares !== null) offer(fixes, takenFrom(shares))
    const leaf = shares === null ? closedAsNone(fixes, prices) : closedByBound(fixes, prices)
    if (leaf !== null) return leaf
    const place = splitOn(fixes, shares)
    const selected = visit(fixes.with(place, 1))
    return { place, selected, leftOut: visit(fixes.with(place, 0)) }
  }

  const closedByBound = (fixes: Fixes, prices: readonly bigint[]): Tree | null => {
    const value = bound(rows, scores, fixes, prices)
    const reached = least()
    return value !== null && reached !== null && roomUnder(value, grain) <= reached ? { bound: prices } : null
  }

  const nothing = scores.map(() => 0n)
  const closedAsNone = (fixes: Fixes, prices: readonly bigint[]): Tree | null => {
    const value = bound(rows, nothing, fixes, prices)
    return value !== null && value < 0n ? { none: prices } : null
  }

  /** Every candidate is fixed: there is one set, allowed or not, and a price of 0 or on one broken row says so. */
  const settled = (fixes: Fixes): Tree => {
    const chosen = new Set(fixes.flatMap((fix, place) => (fix === 1 ? [place] : [])))
    const none = rows.map(() => 0n)
    const broken = brokenRows(rows, chosen)[0]
    if (broken === undefined) {
      offer(fixes, chosen)
      return { bound: none }
    }
    const upper = [1n, -1n].map((side) => none.with(broken, side)).find((prices) => closedAsNone(fixes, prices) !== null)
    return { none: upper as readonly bigint[] }
  }

  const tree = visit(problem.fixes)
  return { best, tree }
}

/** Candidates whose share is more than a half. */
function takenFrom(shares: Float64Array): Set<number> {
  const taken = new Set<number>()
  for (let place = 0; place < shares.length; place++) if ((shares[place] as number) > 0.5) taken.add(place)
  return taken
}

/** Splitting on who is nearly in soon meets good lists; on who is at a half, short proofs: measured, this is the best of both. */
const AIM = 0.8

/** The open candidate between in and out whose share is nearest to the aim; the first open one when all are whole. */
function splitOn(fixes: Fixes, shares: Float64Array | null): number {
  let found = fixes.indexOf(null)
  let nearest = Number.POSITIVE_INFINITY
  fixes.forEach((fix, place) => {
    const share = shares?.[place] ?? 0
    if (fix !== null || share < NEARLY || share > 1 - NEARLY) return
    const distance = Math.abs(share - AIM)
    if (distance >= nearest) return
    nearest = distance
    found = place
  })
  return found
}
