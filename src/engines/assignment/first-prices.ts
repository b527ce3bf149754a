/**
 * A guess at the prices of reviewers, so that the assignment of least cost begins near its end: each reviewer in turn is
 * given the price at which as many applications want them as they may read (dual ascent by coordinates; Bertsekas,
 * "Network Optimization", 6). Any guess is right: it changes how long the exchanges take, never what they find.
 */
import type { Bounds, Costs } from './exchange.ts'
import { cheapest } from './holdings.ts'

/** Turns over all reviewers; after two the guess hardly gets better. */
const TURNS = 2

/** Whole numbers, one a reviewer: above 0 for those too many want, below 0 for those too few do. */
export function firstPrices(costs: Costs, bounds: Bounds): Float64Array {
  const { applications, reviewers } = costs
  const prices = new Float64Array(reviewers)
  const wishes = new Wishes(costs, bounds.demand, prices)
  const limits = new Float64Array(applications)
  for (let turn = 0; turn < TURNS; turn++) {
    let moved = false
    for (let reviewer = 0; reviewer < reviewers; reviewer++) {
      wishes.limits(reviewer, limits)
      const price = priceAt(limits, bounds.least[reviewer] as number, bounds.most[reviewer] as number)
      if (price === prices[reviewer]) continue
      prices[reviewer] = price
      wishes.priced(reviewer)
      moved = true
    }
    if (!moved) break
  }
  return prices
}

/** The price nearest to 0 at which between `least` and `most` limits are above it. */
function priceAt(limits: Float64Array, least: number, most: number): number {
  const above = limits.filter((limit) => limit > 0).sort()
  if (above.length > most) return finite(above[above.length - 1 - most] as number)
  if (above.length >= least) return 0
  const below = limits.filter((limit) => limit <= 0).sort()
  return finite(below[below.length - (least - above.length)] ?? 0)
}

/** Where no price will do, there is none. */
function finite(price: number): number {
  return Number.isFinite(price) ? price : 0
}

/** For each application the reviewers it would take at the prices of the moment, and the first it would not. */
class Wishes {
  private readonly costs: Costs
  private readonly demand: readonly number[]
  private readonly prices: Float64Array
  private readonly best: number[][]

  constructor(costs: Costs, demand: readonly number[], prices: Float64Array) {
    this.costs = costs
    this.demand = demand
    this.prices = prices
    this.best = Array.from({ length: costs.applications }, (_, application) => this.read(application))
  }

  private counted(application: number, reviewer: number): number {
    return (this.costs.of[application * this.costs.reviewers + reviewer] as number) + (this.prices[reviewer] as number)
  }

  /** One more than the application needs, the best first. */
  private read(application: number): number[] {
    return cheapest(this.costs.reviewers, (this.demand[application] as number) + 1, (reviewer) => this.counted(application, reviewer))
  }

  /** For each application, the price from which it would no longer take a reviewer; −Infinity where it may not or need not. */
  limits(reviewer: number, into: Float64Array): void {
    for (let application = 0; application < this.costs.applications; application++) {
      const wanted = this.demand[application] as number
      const best = this.best[application] as number[]
      const cost = this.costs.of[application * this.costs.reviewers + reviewer] as number
      const isTaken = best.indexOf(reviewer) !== -1 && best.indexOf(reviewer) < wanted
      const rival = wanted === 0 ? undefined : best[isTaken ? wanted : wanted - 1]
      if (cost === Number.POSITIVE_INFINITY || wanted === 0) into[application] = Number.NEGATIVE_INFINITY
      else into[application] = rival === undefined ? Number.POSITIVE_INFINITY : this.counted(application, rival) - cost
    }
  }

  /** After a price has changed: applications for which it may matter choose again. */
  priced(reviewer: number): void {
    for (let application = 0; application < this.costs.applications; application++) {
      const best = this.best[application] as number[]
      const last = best[this.demand[application] as number]
      if (best.includes(reviewer) || last === undefined || this.counted(application, reviewer) < this.counted(application, last))
        this.best[application] = this.read(application)
    }
  }
}
