/** A queue of nodes by distance, nearest first; of two as near, the lower number. A node may stand in it more than once. */
export class Heap {
  private readonly distances: number[] = []
  private readonly nodes: number[] = []

  push(distance: number, node: number): void {
    let at = this.nodes.length
    this.nodes.push(node)
    this.distances.push(distance)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.isBefore(at, above)) break
      this.swap(at, above)
      at = above
    }
  }

  /** The nearest node, or null when none is left. */
  pop(): number | null {
    const [first] = this.nodes
    if (first === undefined) return null
    const end = this.nodes.length - 1
    this.swap(0, end)
    this.nodes.pop()
    this.distances.pop()
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let near = at
      if (left < end && this.isBefore(left, near)) near = left
      if (right < end && this.isBefore(right, near)) near = right
      if (near === at) break
      this.swap(at, near)
      at = near
    }
    return first
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.distances[one] as number, this.distances[other] as number]
    return a < b || (a === b && (this.nodes[one] as number) < (this.nodes[other] as number))
  }

  private swap(one: number, other: number): void {
    const { distances, nodes } = this
    ;[distances[one], distances[other]] = [distances[other] as number, distances[one] as number]
    ;[nodes[one], nodes[other]] = [nodes[other] as number, nodes[one] as number]
  }
}
