/** Interpolation over leads and variances by Chebyshev points (Trefethen, "Approximation Theory and Approximation Practice", chapters 5 and 8). */

/** Nodes along leads and along variances of errors; a node of the grid is a pair of them, variances running first. */
export interface Grid {
  readonly leads: Float64Array
  readonly spreads: Float64Array
}

/**
 * Nodes close enough for Φ(lead ÷ √(variance + any other variance)) to be interpolated within `error`; null where a
 * variance is not above 0. Along leads the coefficients fall as those of a normal curve as wide as the least variance;
 * along variances as a power of the ellipse that ends where a variance would be minus the least.
 */
export function gridOver(leads: Float64Array, variances: Float64Array, error: number): Grid | null {
  const [from, to] = rangeOf(leads)
  const [least, most] = rangeOf(variances)
  if (!(least > 0)) return null
  const digits = -Math.log(error)
  const reach = (to - from) / 2 / Math.sqrt(2 * least)
  const alongLeads = Math.ceil(reach * Math.sqrt(2 * digits) + digits / 4) + 2
  if (most - least < 1e-9 * most) return { leads: chebyshev(from, to, alongLeads), spreads: Float64Array.of(least) }
  const end = (3 * least + most) / (most - least)
  const ellipse = end + Math.sqrt(end * end - 1)
  const alongVariances = Math.ceil(digits / Math.log(ellipse)) + 2
  return { leads: chebyshev(from, to, alongLeads), spreads: chebyshev(least, most, alongVariances) }
}

/** What each node counts at a place. */
export function barycentric({ leads, spreads }: Grid, lead: number, spread: number): Float64Array {
  const [along, across] = [shareOfEach(leads, lead), shareOfEach(spreads, spread)]
  const shares = new Float64Array(along.length * across.length)
  for (let a = 0; a < along.length; a++)
    for (let c = 0; c < across.length; c++) shares[a * across.length + c] = (along[a] as number) * (across[c] as number)
  return shares
}

/** Barycentric weights of Chebyshev points of the second kind: ±1, half at both ends. */
function shareOfEach(nodes: Float64Array, x: number): Float64Array {
  const shares = new Float64Array(nodes.length)
  const last = nodes.length - 1
  let all = 0
  for (let k = 0; k <= last; k++) {
    const distance = x - (nodes[k] as number)
    if (distance === 0) return shares.fill(0).fill(1, k, k + 1)
    const share = (k % 2 === 0 ? 1 : -1) / distance / (k === 0 || k === last ? 2 : 1)
    shares[k] = share
    all += share
  }
  for (let k = 0; k <= last; k++) shares[k] = (shares[k] as number) / all
  return shares
}

function chebyshev(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => (from + to) / 2 - (Math.cos((Math.PI * k) / (count - 1)) * (to - from)) / 2)
}

function rangeOf(values: Float64Array): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of values) [least, most] = [Math.min(least, one), Math.max(most, one)]
  return [least, most]
}
