/**
 * The assignment of least cost under loads, by shortest exchanges between reviewers. Every application begins with the
 * readers that cost it least; then, while somebody reads more than they may or less than they must, one reading is passed
 * along the cheapest chain of exchanges. It is the method of successive shortest paths (Ahuja, Magnanti, Orlin, "Network
 * Flows", 9.7) on a network that holds reviewers only: between two of them stands the application whose change of reader
 * costs least. Costs are whole numbers, so the optimum is exact, and the prices left at the end prove it.
 *
 * With R reviewers who read L files each: R steps a pair to begin with, then for each reading passed on R steps a
 * reviewer the search settles, and R + L for what changed. Memory: 8 bytes a pair and 12 R².
 */
import type { GroupCounts } from './groups.ts'
import { firstPrices } from './first-prices.ts'
import { beginning, Holdings } from './holdings.ts'

/** Whole numbers by application, then reviewer; Infinity where the pair is not allowed. */
export interface Costs {
  readonly applications: number
  readonly reviewers: number
  /** Written over: at the end, pairs of the assignment are Infinity. */
  readonly of: Float64Array
}

export interface Bounds {
  /** Readers each application needs. */
  readonly demand: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
  /** Rules on the readers of one application; nested, or apart. */
  readonly groups: GroupCounts
}

export type Exchanged =
  /** Readers of each application, in rising order; and a price for each reviewer, so that cost + price is what a pair counts beside others of its application. */
  | { readonly readers: readonly (readonly number[])[]; readonly prices: readonly number[] }
  /** Applications that lack allowed readers, by themselves. */
  | { readonly short: readonly number[] }
  /** No chain leads from a reviewer who reads too much, or from the stock of readings, to where one may go: all it can reach. */
  | { readonly reached: ReadonlySet<number>; readonly stock: boolean }

const NOBODY = -1

/** Finds the assignment; see the head of this file. Of equal chains the one through fewer, then earlier reviewers is taken: the same costs give the same answer. */
export function exchange(costs: Costs, bounds: Bounds): Exchanged {
  const prices = firstPrices(costs, bounds)
  const { readers, short } = beginning(costs, bounds.demand, prices, bounds.groups)
  if (short.length > 0) return { short }
  const held = new Holdings(costs, readers, bounds.groups)
  const chains = new Chains(held, bounds, prices)
  for (const from of chains.nodes())
    while (chains.surplus(from) > 0) {
      const chain = chains.cheapest(from)
      if (chain === null) return chains.reached()
      chains.draw(chain)
      held.pass(chains.between(chain))
    }
  return { readers: held.readers(), prices: chains.prices() }
}

/**
 * Searches for chains. Node numbers are those of the reviewers; the number after the last is the common stock: what each
 * reviewer has drawn from it lies within their bounds, and who holds more readings than they drew has one to pass on.
 */
class Chains {
  readonly stock: number
  private readonly held: Holdings
  private readonly bounds: Bounds
  private readonly drawn: Int32Array
  private readonly potential: Float64Array
  private readonly distance: Float64Array
  private readonly hops: Int32Array
  private readonly entered: Int32Array
  private readonly done: Uint8Array

  /** At a price above 0 a reviewer draws all they may, below 0 no more than they must, else what they hold: so no step costs less than nothing. */
  constructor(held: Holdings, bounds: Bounds, prices: Float64Array) {
    this.held = held
    this.bounds = bounds
    this.stock = held.reviewers
    this.drawn = Int32Array.from(prices, (price, reviewer) => {
      const [least, most] = [bounds.least[reviewer] as number, bounds.most[reviewer] as number]
      return price > 0 ? most : price < 0 ? least : Math.min(most, Math.max(least, held.load(reviewer)))
    })
    this.potential = Float64Array.from([...prices.map((price) => 0 - price), 0])
    this.distance = new Float64Array(this.stock + 1)
    this.hops = new Int32Array(this.stock + 1)
    this.entered = new Int32Array(this.stock + 1)
    this.done = new Uint8Array(this.stock + 1)
  }

  /** Every node, the stock last. */
  nodes(): number[] {
    return Array.from({ length: this.stock + 1 }, (_, node) => node)
  }

  /** Readings to pass on; below 0, readings that are missing. The surpluses of all nodes add up to 0. */
  surplus(node: number): number {
    if (node < this.stock) return this.held.load(node) - (this.drawn[node] as number)
    return this.drawn.reduce((sum, drawn, reviewer) => sum + drawn - this.held.load(reviewer), 0)
  }

  /** The steps of a chain from one reviewer to another. */
  between(chain: readonly number[]): [from: number, to: number][] {
    return chain.slice(1).flatMap((to, place): [number, number][] => {
      const from = chain[place] as number
      return from === this.stock || to === this.stock ? [] : [[from, to]]
    })
  }

  /** Writes down what a chain moves by way of the stock. */
  draw(chain: readonly number[]): void {
    const at = chain.indexOf(this.stock)
    if (at === -1) return
    const [from, to] = [chain[at - 1], chain[at + 1]]
    if (from !== undefined) this.drawn[from] = (this.drawn[from] as number) + 1
    if (to !== undefined) this.drawn[to] = (this.drawn[to] as number) - 1
  }

  /** The cheapest chain from a node to one where readings are missing, both included; null when there is none. Dijkstra on costs that potentials keep from being negative. */
  cheapest(from: number): number[] | null {
    this.distance.fill(Number.POSITIVE_INFINITY)
    this.entered.fill(NOBODY)
    this.done.fill(0)
    this.distance[from] = 0
    this.hops[from] = 0
    for (let node = from; node !== NOBODY; ) {
      this.done[node] = 1
      if (this.surplus(node) < 0) return this.chainTo(node)
      node = node === this.stock ? this.leaveStock() : this.leave(node)
    }
    return null
  }

  /** Goes on from a reviewer to everybody not settled; answers the nearest of them. */
  private leave(node: number): number {
    const { reviewers, dearness } = this.held
    const { potential, distance, hops, done } = this
    const row = node * reviewers
    const base = (distance[node] as number) + (potential[node] as number)
    const steps = (hops[node] as number) + 1
    let nearest = NOBODY
    for (let other = 0; other < reviewers; other++) {
      if (done[other] === 1) continue
      const far = base + (dearness[row + other] as number) - (potential[other] as number)
      const known = distance[other] as number
      if (far < known || (far === known && far < Number.POSITIVE_INFINITY && steps < (hops[other] as number))) {
        distance[other] = far
        hops[other] = steps
        this.entered[other] = node
      }
      nearest = this.nearer(nearest, other)
    }
    if (done[this.stock] === 1) return nearest
    if ((this.drawn[node] as number) < (this.bounds.most[node] as number))
      this.enter(this.stock, node, base - (potential[this.stock] as number), steps)
    return this.nearer(nearest, this.stock)
  }

  private leaveStock(): number {
    const base = (this.distance[this.stock] as number) + (this.potential[this.stock] as number)
    const steps = (this.hops[this.stock] as number) + 1
    let nearest = NOBODY
    for (let other = 0; other < this.stock; other++) {
      if (this.done[other] === 1) continue
      if ((this.drawn[other] as number) > (this.bounds.least[other] as number))
        this.enter(other, this.stock, base - (this.potential[other] as number), steps)
      nearest = this.nearer(nearest, other)
    }
    return nearest
  }

  private enter(node: number, from: number, far: number, steps: number): void {
    const known = this.distance[node] as number
    if (far > known || (far === known && steps >= (this.hops[node] as number))) return
    this.distance[node] = far
    this.hops[node] = steps
    this.entered[node] = from
  }

  private nearer(one: number, other: number): number {
    const far = this.distance[other] as number
    if (far === Number.POSITIVE_INFINITY) return one
    if (one === NOBODY || far < (this.distance[one] as number)) return other
    return far === this.distance[one] && (this.hops[other] as number) < (this.hops[one] as number) ? other : one
  }

  private chainTo(end: number): number[] {
    const far = this.distance[end] as number
    // Only what is nearer than the end moves; the rest keeps its place, as if all had moved and the whole came back by `far`.
    for (let node = 0; node <= this.stock; node++)
      if ((this.distance[node] as number) < far) this.potential[node] = (this.potential[node] as number) + (this.distance[node] as number) - far
    const chain = [end]
    for (let node = this.entered[end] as number; node !== NOBODY; node = this.entered[node] as number) chain.unshift(node)
    return chain
  }

  prices(): number[] {
    const stock = this.potential[this.stock] as number
    return Array.from({ length: this.stock }, (_, reviewer) => (this.potential[reviewer] as number) - stock)
  }

  /** When a search found no end: everything that can be reached from whoever has readings to pass on. */
  reached(): { readonly reached: ReadonlySet<number>; readonly stock: boolean } {
    const found = new Set(this.nodes().filter((node) => this.surplus(node) > 0))
    // A set grows while it is walked: what is added is walked too.
    for (const node of found) for (const other of this.nodes()) if (this.leads(node, other)) found.add(other)
    const stock = found.delete(this.stock)
    return { reached: found, stock }
  }

  private leads(node: number, other: number): boolean {
    if (node === other) return false
    if (node === this.stock) return (this.drawn[other] as number) > (this.bounds.least[other] as number)
    if (other === this.stock) return (this.drawn[node] as number) < (this.bounds.most[node] as number)
    return (this.held.dearness[node * this.stock + other] as number) < Number.POSITIVE_INFINITY
  }
}
