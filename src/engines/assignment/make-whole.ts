/** Drawing a whole flow from one of shares, each arc in expectation what it carried. */
import { below } from '../chance.ts'
import type { Network } from './flow.ts'

/**
 * Arcs whose flow is no multiple of `whole` form cycles (what enters a node leaves it, and sources and sinks carry whole
 * amounts). Around a cycle flow is moved one way or the other until an arc is whole, with probabilities that keep the
 * expectation; so every bound that is a multiple of `whole` is kept, and at each step one arc less is left.
 */
export function makeWhole(net: Network, whole: number, next: () => number): void {
  for (let cycle = fractionalCycle(net, whole); cycle !== null; cycle = fractionalCycle(net, whole)) {
    const up = Math.min(...cycle.map(({ arc, along }) => (along ? whole - (net.flowOn(arc) % whole) : net.flowOn(arc) % whole)))
    const down = Math.min(...cycle.map(({ arc, along }) => (along ? net.flowOn(arc) % whole : whole - (net.flowOn(arc) % whole))))
    const amount = below(next, up + down) < down ? up : -down
    for (const { arc, along } of cycle) net.shift(arc, along ? amount : -amount)
  }
}

interface Step {
  readonly arc: number
  /** Whether the cycle goes from the arc's tail to its head. */
  readonly along: boolean
}

/** The first cycle found by walking from the lowest node on, by the lowest arcs; null when every arc is whole. */
function fractionalCycle(net: Network, whole: number): Step[] | null {
  const at = new Map<number, Step[]>()
  const touch = (node: number, step: Step): void => void (at.get(node)?.push(step) ?? at.set(node, [step]))
  for (const arc of net.arcs()) {
    if (net.flowOn(arc) % whole === 0) continue
    const { from, to } = net.ends(arc)
    touch(from, { arc, along: true })
    touch(to, { arc, along: false })
  }
  const [start] = at.keys()
  if (start === undefined) return null
  const walked: Step[] = []
  const seen = new Map<number, number>([[start, 0]])
  for (let node = start; ; ) {
    const last = walked.at(-1)?.arc
    const step = at.get(node)?.find((one) => one.arc !== last)
    if (step === undefined) throw new Error('a flow of shares ends nowhere')
    walked.push(step)
    const { from, to } = net.ends(step.arc)
    node = step.along ? to : from
    const begun = seen.get(node)
    if (begun !== undefined) return walked.slice(begun)
    seen.set(node, walked.length)
  }
}
