/**
 * What is unsure of the variances themselves. In a small panel nobody knows them well, and ranks taken at their likeliest
 * values are surer than they should be: there they are averaged over a grid of ratios, by Gauss and Legendre, each weighed
 * by its likelihood, every standard deviation being as probable as any other beforehand (Gelman 2006).
 */
import { Posterior } from './posterior.ts'
import type { Model } from './model.ts'
import { type Fit, fitAt, LARGEST } from './reml.ts'
import { freedomOf } from './system.ts'

/** One set of variances, and how much of the answer is its. */
export interface Possibility {
  readonly weight: number
  readonly fit: Fit
  readonly posterior: Posterior
  /** Degrees of freedom left to the residual variance; Infinity where it is taken as known. */
  readonly freedom: number
}

/** Above this many applications the variances are known well enough. */
export const FEW_APPLICATIONS = 50
const NODES = 16
/** The residual variance must be seen in this many more reviews than there are means. */
const FEWEST_FREE = 6
/** Ratios whose likelihood is less than this share of the largest do not count. */
const NEGLIGIBLE = -16
const PROBES = 40
/** Standard deviations of a hundred residual ones and more are not told apart: by then a factor is as good as without a law of its own. */
const MOST_ROOT = 100

/** The variances to average over: one set in a large panel, a grid in a small one. */
export function possibilities({ estimate, sheet }: Model): Possibility[] {
  if (estimate === null) return []
  const { fit, posterior, y } = estimate
  const { design, ratios } = fit.system
  const only = [{ weight: 1, fit, posterior, freedom: Number.POSITIVE_INFINITY }]
  const free = freedomOf(design)
  if (sheet.applications.length > FEW_APPLICATIONS || free < FEWEST_FREE || ratios.some((ratio) => ratio >= LARGEST)) return only
  const factors = [design.eliminated, ...design.kept]
  const moving = [sheet.application, sheet.reviewer].map((factor) => factors.indexOf(factor))
  const at = (roots: readonly number[]): Fit =>
    fitAt(
      design,
      y,
      ratios.map((ratio, place) => (moving.includes(place) ? (roots[moving.indexOf(place)] as number) ** 2 : ratio)),
    )
  const centre = moving.map((place) => Math.min(MOST_ROOT, Math.sqrt(ratios[place] as number)))
  const height = (found: Fit): number => logWeight(found, free)
  const ranges = centre.map((_, place) => rangeOf((root) => height(at(centre.with(place, root))), Math.log1p(MOST_ROOT)))
  const grid = nodesOn(ranges[0] as Range).flatMap((one) => nodesOn(ranges[1] as Range).map((other) => ({ one, other })))
  const found = grid.map(({ one, other }) => {
    const here = at([one.at, other.at])
    return { fit: here, log: height(here) + Math.log(one.weight * other.weight) }
  })
  const top = Math.max(...found.map(({ log }) => log))
  const counted = found.filter(({ log }) => log > top + NEGLIGIBLE)
  const all = counted.reduce((sum, { log }) => sum + Math.exp(log - top), 0)
  return counted.map(({ fit: here, log }) => ({
    weight: Math.exp(log - top) / all,
    fit: here,
    posterior: new Posterior(here.system),
    freedom: free - 3,
  }))
}

/** The restricted likelihood of the ratios once the residual standard deviation is integrated out: two powers of it come from the standard deviations that the ratios stand for. */
function logWeight({ system, solution }: Fit, free: number): number {
  return -system.logDeterminant / 2 - ((free - 3) / 2) * Math.log(solution.quadratic)
}

/** In log(1 + root): small panels have long tails, which are short there. */
type Range = readonly [from: number, to: number]

/** Where along the root of one ratio the likelihood counts. */
function rangeOf(height: (root: number) => number, most: number): Range {
  const places = Array.from({ length: PROBES }, (_, probe) => (most * probe) / (PROBES - 1))
  const heights = places.map((place) => height(Math.expm1(place)) + place)
  const top = Math.max(...heights)
  const first = heights.findIndex((one) => one > top + NEGLIGIBLE)
  const last = heights.findLastIndex((one) => one > top + NEGLIGIBLE)
  return [places[Math.max(0, first - 1)] as number, places[Math.min(PROBES - 1, last + 1)] as number]
}

/** Nodes and weights of Gauss and Legendre on an interval, as roots. */
function nodesOn([from, to]: Range): { readonly at: number; readonly weight: number }[] {
  return LEGENDRE.map(({ at, weight }) => {
    const place = from + ((at + 1) / 2) * (to - from)
    return { at: Math.expm1(place), weight: (weight * (to - from) * Math.exp(place)) / 2 }
  })
}

/** Roots of the Legendre polynomial by Newton's method. */
const LEGENDRE = Array.from({ length: NODES }, (_, place) => {
  let x = Math.cos((Math.PI * (place + 0.75)) / (NODES + 0.5))
  let slope = 1
  for (let turn = 0; turn < 50; turn++) {
    let [before, now] = [1, x]
    for (let degree = 2; degree <= NODES; degree++) [before, now] = [now, ((2 * degree - 1) * x * now - (degree - 1) * before) / degree]
    slope = (NODES * (x * now - before)) / (x * x - 1)
    x -= now / slope
  }
  return { at: x, weight: 2 / ((1 - x * x) * slope * slope) }
}).reverse()
