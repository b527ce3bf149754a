/** Checking a selection without a solver: additions and comparisons of whole numbers. */
import { bound, roomUnder } from './bound.ts'
import { decimalOf } from './decimal.ts'
import { type Certificate, type Proof, type SelectionInput, SelectionInputError, type SelectionOutput } from './format.ts'
import { asSelectionInput } from './input.ts'
import { allowed, brokenRows, type Fixes, type Problem, problemOf, totalOf } from './problem.ts'
import { decided } from './reduction.ts'
import type { Tree } from './search.ts'

/** A tree of the search as it is written down. */
export function written(tree: Tree, ids: readonly string[]): Proof {
  if ('bound' in tree) return { bound: tree.bound.map(String) }
  if ('none' in tree) return { none: tree.none.map(String) }
  if ('rest' in tree) return { prices: tree.prices.map(String), rest: written(tree.rest, ids) }
  return { candidate: ids[tree.place] as string, selected: written(tree.selected, ids), left_out: written(tree.leftOut, ids) }
}

export type CertificateFault = 'selected' | 'places' | 'rule' | 'forced' | 'total' | 'certificate'

/**
 * Whether what an output says holds for an input: the list is made of candidates, keeps every rule and has the total
 * written, and the certificate proves that no allowed list has more; or, for one that cannot be solved, that no list is
 * allowed. Answers what does not hold; an empty list means all does. Throws `SelectionInputError` for a wrong input.
 */
export function checkCertificate(
  input: SelectionInput,
  output: Pick<SelectionOutput, 'status' | 'total' | 'selected' | 'certificate'>,
): CertificateFault[] {
  const reading = asSelectionInput(input)
  if (!reading.ok) throw new SelectionInputError(reading.faults)
  const problem = problemOf(reading.input)
  const { certificate } = output
  if (output.status !== 'optimal' && output.status !== 'infeasible') return ['selected']
  if (output.status === 'infeasible') return certificate !== undefined && proves(problem, certificate, null) ? [] : ['certificate']
  if (!Array.isArray(output.selected)) return ['selected']
  const placeOf = new Map(problem.ids.map((id, place) => [id, place]))
  const places = output.selected.map((id) => placeOf.get(id) ?? -1)
  const chosen = new Set(places)
  if (places.includes(-1) || chosen.size !== places.length) return ['selected']
  const total = totalOf(problem.scores, chosen)
  const broken = brokenRows(problem.rows, chosen)
  return [
    ...(broken.includes(0) ? (['places'] as const) : []),
    ...(broken.some((row) => row > 0) ? (['rule'] as const) : []),
    ...(allowed({ rows: [], fixes: problem.fixes }, chosen) ? [] : (['forced'] as const)),
    ...(output.total === decimalOf(total) ? [] : (['total'] as const)),
    ...(certificate !== undefined && proves(problem, certificate, total) ? [] : (['certificate'] as const)),
  ]
}

/** Whether a certificate proves that no allowed list exceeds the total (null: that there is none). */
function proves(problem: Problem, certificate: Certificate, total: bigint | null): boolean {
  if (typeof certificate !== 'object' || certificate === null || !/^[1-9]\d*$/.test(String(certificate.unit))) return false
  const unit = BigInt(certificate.unit)
  const nothing = problem.scores.map(() => 0n)
  const placeOf = new Map(problem.ids.map((id, place) => [id, place]))
  const holds = (proof: Proof, fixes: Fixes): boolean => {
    // A record comes from a file: anything may stand where a proof should.
    if (typeof proof !== 'object' || proof === null) return false
    if ('candidate' in proof) {
      const place = placeOf.get(proof.candidate)
      if (place === undefined || fixes[place] !== null) return false
      return holds(proof.selected, fixes.with(place, 1)) && holds(proof.left_out, fixes.with(place, 0))
    }
    if ('rest' in proof) {
      const prices = pricesOf(proof.prices, problem.rows.length)
      const fewer = prices === null || total === null ? null : decided(problem, fixes, prices, total, unit)
      return fewer !== null && holds(proof.rest, fewer)
    }
    const prices = pricesOf('bound' in proof ? proof.bound : proof.none, problem.rows.length)
    if (prices === null) return false
    const value = bound(problem.rows, 'bound' in proof ? problem.scores : nothing, fixes, prices, unit)
    if (value === null) return false
    return 'bound' in proof ? total !== null && roomUnder(value, problem.grain, unit) <= total : value < 0n
  }
  return holds(certificate.proof, problem.fixes)
}

function pricesOf(texts: readonly string[], count: number): bigint[] | null {
  const sound = Array.isArray(texts) && texts.length === count && texts.every((text) => /^-?\d+$/.test(String(text)))
  return sound ? texts.map((text) => BigInt(text)) : null
}
