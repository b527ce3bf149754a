/**
 * Minimum-cost flow by successive shortest paths with potentials (Edmonds and Karp 1972; Ahuja, Magnanti, Orlin,
 * "Network Flows", 9.7). Costs are integers, so the optimum is exact. Ties are broken by the order in which arcs were
 * added: the same network gives the same flow on any machine.
 */

export interface Network {
  /** Adds an arc and answers its number; `flowOn` asks by it. */
  arc(from: number, to: number, capacity: number, cost: number): number
  flowOn(arc: number): number
  /** Sends up to `amount` units from source to sink at the least cost; answers how many went. */
  send(source: number, sink: number, amount: number): number
  /** A price for every node, after `send`: no arc with room left leads to a node dearer than its own price and cost together, which proves the flow is cheapest. */
  prices(): readonly number[]
  /** Nodes that still can be reached from one, by arcs with room left. */
  reachable(from: number): ReadonlySet<number>
}

/** A network of `nodes` nodes, numbered from 0. Arcs must go from lower to higher numbers: the first potentials are read in that order, so costs may be negative. */
export function network(nodes: number): Network {
  const heads: number[][] = Array.from({ length: nodes }, () => [])
  const to: number[] = []
  const room: number[] = []
  const cost: number[] = []
  const potentials = new Array<number>(nodes).fill(0)
  let started = false

  function arc(from: number, target: number, capacity: number, price: number): number {
    if (from >= target) throw new RangeError('arcs go from lower to higher numbers')
    ;(heads[from] as number[]).push(to.length)
    to.push(target)
    room.push(capacity)
    cost.push(price)
    ;(heads[target] as number[]).push(to.length)
    to.push(from)
    room.push(0)
    cost.push(-price)
    return to.length - 2
  }

  /** Least cost from the source along arcs with room, in the order of the numbers: one pass is enough. */
  function firstPotentials(source: number): void {
    potentials.fill(Number.POSITIVE_INFINITY)
    potentials[source] = 0
    for (let node = 0; node < nodes; node++) {
      const here = potentials[node] as number
      if (here === Number.POSITIVE_INFINITY) continue
      for (const one of heads[node] as number[]) {
        const target = to[one] as number
        const there = here + (cost[one] as number)
        if ((room[one] as number) > 0 && there < (potentials[target] as number)) potentials[target] = there
      }
    }
    // Nodes out of reach stay so: any finite number serves them.
    for (let node = 0; node < nodes; node++) if (potentials[node] === Number.POSITIVE_INFINITY) potentials[node] = 0
  }

  /** Dijkstra over reduced costs, without a heap: the networks here are dense. Answers the arc by which each node is entered, or null when the sink is out of reach. */
  function shortestPath(source: number, sink: number): Int32Array | null {
    const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
    const entered = new Int32Array(nodes).fill(-1)
    const settled = new Uint8Array(nodes)
    distance[source] = 0
    for (;;) {
      let node = -1
      for (let one = 0; one < nodes; one++)
        if (settled[one] === 0 && (distance[one] as number) < (node === -1 ? Number.POSITIVE_INFINITY : (distance[node] as number))) node = one
      if (node === -1 || node === sink) break
      settled[node] = 1
      relax(node, distance, entered, settled)
    }
    const far = distance[sink] as number
    if (far === Number.POSITIVE_INFINITY) return null
    // Nodes not settled are at least as far as the sink: moving them by that much keeps reduced costs from being negative.
    for (let node = 0; node < nodes; node++) potentials[node] = (potentials[node] as number) + Math.min(distance[node] as number, far)
    return entered
  }

  function relax(node: number, distance: Float64Array, entered: Int32Array, settled: Uint8Array): void {
    const base = (distance[node] as number) + (potentials[node] as number)
    for (const one of heads[node] as number[]) {
      const target = to[one] as number
      if ((room[one] as number) <= 0 || settled[target] === 1) continue
      const there = base + (cost[one] as number) - (potentials[target] as number)
      if (there < (distance[target] as number)) {
        distance[target] = there
        entered[target] = one
      }
    }
  }

  function push(source: number, sink: number, entered: Int32Array, most: number): number {
    let amount = most
    for (let node = sink; node !== source; node = to[(entered[node] as number) ^ 1] as number)
      amount = Math.min(amount, room[entered[node] as number] as number)
    for (let node = sink; node !== source; node = to[(entered[node] as number) ^ 1] as number) {
      const one = entered[node] as number
      room[one] = (room[one] as number) - amount
      room[one ^ 1] = (room[one ^ 1] as number) + amount
    }
    return amount
  }

  return {
    arc,
    flowOn: (one) => room[one ^ 1] as number,
    send(source, sink, amount) {
      if (!started) firstPotentials(source)
      started = true
      let sent = 0
      while (sent < amount) {
        const entered = shortestPath(source, sink)
        if (entered === null) break
        sent += push(source, sink, entered, amount - sent)
      }
      return sent
    },
    prices() {
      const price = new Array<number>(nodes).fill(0)
      // A cheapest flow leaves no cycle of negative cost, so this ends; nodes the source cannot reach are priced too.
      for (let changed = true; changed; ) {
        changed = false
        for (let node = 0; node < nodes; node++) {
          for (const one of heads[node] as number[]) {
            const [target, there] = [to[one] as number, (price[node] as number) + (cost[one] as number)]
            if ((room[one] as number) <= 0 || there >= (price[target] as number)) continue
            price[target] = there
            changed = true
          }
        }
      }
      return price
    },
    reachable(from) {
      const seen = new Set([from])
      const waiting = [from]
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        for (const one of heads[node] as number[]) {
          const target = to[one] as number
          if ((room[one] as number) > 0 && !seen.has(target)) {
            seen.add(target)
            waiting.push(target)
          }
        }
      }
      return seen
    },
  }
}
