/** The normal distribution, to 12 places and fast enough for millions of pairs. */

/** Beyond this many standard deviations a probability is 0 or 1. */
const FARTHEST = 8.5
const STEPS = 256

/** The height of the curve at a place. */
export function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/** P(Z > x) for x ≥ 0: a series near 0, else a continued fraction (Abramowitz and Stegun 26.2.11 and 26.2.14). */
export function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < 3) {
    let [term, sum] = [x, x]
    for (let odd = 3; term > sum * 1e-18; odd += 2) sum += term *= (x * x) / odd
    return 0.5 - density * sum
  }
  let fraction = x
  for (let k = 60; k > 0; k--) fraction = x + k / fraction
  return density / fraction
}

/** P(χ² with 1 degree of freedom > x). */
export function chiSquareTail(x: number): number {
  return x <= 0 ? 1 : 2 * upperTail(Math.sqrt(x))
}

/** Coefficients of the cubic on each step of the whole range, rising by powers of the place within the step: both ends met in value and slope. */
const CUBICS = cubics()

function cubics(): Float64Array {
  const below = (k: number): number => (k < 0 ? upperTail(-k / STEPS) : 1 - upperTail(k / STEPS))
  const slope = (k: number): number => Math.exp(-((k / STEPS) ** 2) / 2) / Math.sqrt(2 * Math.PI) / STEPS
  const first = -FARTHEST * STEPS
  const table = new Float64Array(4 * (2 * FARTHEST * STEPS + 1))
  for (let k = first; k <= -first; k++) {
    const rise = below(k + 1) - below(k)
    const [out, into] = [slope(k), slope(k + 1)]
    table.set([below(k), out, 3 * rise - 2 * out - into, out + into - 2 * rise], 4 * (k - first))
  }
  return table
}

/** P(Z < x), by cubics between tabulated values: four numbers read and three products, for millions of pairs. */
export function probabilityBelow(x: number): number {
  if (x >= FARTHEST) return 1
  if (x <= -FARTHEST) return 0
  const place = (x + FARTHEST) * STEPS
  const k = place | 0
  const t = place - k
  const at = 4 * k
  return (CUBICS[at] as number) + t * ((CUBICS[at + 1] as number) + t * ((CUBICS[at + 2] as number) + t * (CUBICS[at + 3] as number)))
}
