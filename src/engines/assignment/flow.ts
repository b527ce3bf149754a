/**
 * Minimum-cost flow by successive shortest paths with potentials (Edmonds and Karp 1972; Ahuja, Magnanti, Orlin,
 * "Network Flows", 9.7). Costs are integers, so the optimum is exact. Ties are broken by the order in which arcs were
 * added: the same network gives the same flow on any machine.
 */
import { Heap } from './heap.ts'

export interface Network {
  /** Adds an arc and answers its number; `flowOn` asks by it. */
  arc(from: number, to: number, capacity: number, cost: number): number
  flowOn(arc: number): number
  ends(arc: number): { readonly from: number; readonly to: number }
  /** Every arc that was added. */
  arcs(): Iterable<number>
  /** Sends up to `amount` units from source to sink at the least cost; answers how many went. */
  send(source: number, sink: number, amount: number): number
  /** Adds to what an arc carries, whatever that does to the rest. */
  shift(arc: number, amount: number): void
}

/** A network of `nodes` nodes, numbered from 0. Arcs must go from lower to higher numbers: the first potentials are read in that order, so costs may be negative. */
export function network(nodes: number): Network {
  const heads: number[][] = Array.from({ length: nodes }, () => [])
  const to: number[] = []
  const room: number[] = []
  const cost: number[] = []
  const potentials = new Float64Array(nodes)
  const distance = new Float64Array(nodes)
  const entered = new Int32Array(nodes)
  const settled = new Uint8Array(nodes)

  function add(from: number, target: number, capacity: number, price: number): void {
    heads[from]?.push(to.length)
    to.push(target)
    room.push(capacity)
    cost.push(price)
  }

  function arc(from: number, target: number, capacity: number, price: number): number {
    if (from >= target) throw new RangeError('arcs go from lower to higher numbers')
    add(from, target, capacity, price)
    add(target, from, 0, -price)
    return to.length - 2
  }

  /** Least cost from the source along arcs with room, in the order of the numbers: one pass is enough. */
  function firstPotentials(source: number): void {
    potentials.fill(Number.POSITIVE_INFINITY)
    potentials[source] = 0
    for (let node = 0; node < nodes; node++) {
      const here = potentials[node] as number
      if (here === Number.POSITIVE_INFINITY) continue
      for (const one of heads[node] as number[])
        if ((room[one] as number) > 0) potentials[to[one] as number] = Math.min(potentials[to[one] as number] as number, here + (cost[one] as number))
    }
    // Nodes out of reach stay so: any finite number serves them.
    for (let node = 0; node < nodes; node++) if (potentials[node] === Number.POSITIVE_INFINITY) potentials[node] = 0
  }

  /** Dijkstra over reduced costs; whether the sink was reached, `entered` then holding the arc by which each node is entered. */
  function findPath(source: number, sink: number): boolean {
    distance.fill(Number.POSITIVE_INFINITY)
    settled.fill(0)
    distance[source] = 0
    const waiting = new Heap()
    waiting.push(0, source)
    for (let node = waiting.pop(); node !== null; node = waiting.pop()) {
      if (settled[node] === 1) continue
      settled[node] = 1
      if (node === sink) break
      relax(node, waiting)
    }
    const far = distance[sink] as number
    if (far === Number.POSITIVE_INFINITY) return false
    // Nodes not settled are at least as far as the sink: moving them by that much keeps reduced costs from being negative.
    for (let node = 0; node < nodes; node++) potentials[node] = (potentials[node] as number) + Math.min(distance[node] as number, far)
    return true
  }

  function relax(node: number, waiting: Heap): void {
    const base = (distance[node] as number) + (potentials[node] as number)
    for (const one of heads[node] as number[]) {
      const target = to[one] as number
      if ((room[one] as number) <= 0 || settled[target] === 1) continue
      const there = base + (cost[one] as number) - (potentials[target] as number)
      if (there >= (distance[target] as number)) continue
      distance[target] = there
      entered[target] = one
      waiting.push(there, target)
    }
  }

  function shift(one: number, amount: number): void {
    room[one] = (room[one] as number) - amount
    room[one ^ 1] = (room[one ^ 1] as number) + amount
  }

  function push(source: number, sink: number, most: number): number {
    let amount = most
    const path: number[] = []
    for (let node = sink; node !== source; node = to[(entered[node] as number) ^ 1] as number) path.push(entered[node] as number)
    for (const one of path) amount = Math.min(amount, room[one] as number)
    for (const one of path) shift(one, amount)
    return amount
  }

  return {
    arc,
    shift,
    flowOn: (one) => room[one ^ 1] as number,
    ends: (one) => ({ from: to[one ^ 1] as number, to: to[one] as number }),
    arcs: () => Array.from({ length: to.length / 2 }, (_, place) => 2 * place),
    send(source, sink, amount) {
      firstPotentials(source)
      let sent = 0
      while (sent < amount && findPath(source, sink)) sent += push(source, sink, amount - sent)
      return sent
    },
  }
}
