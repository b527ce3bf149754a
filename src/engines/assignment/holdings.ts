/** Who holds which files, and what passing one on to another would cost: kept up to date as files move. */
import type { Costs } from './exchange.ts'
import type { GroupCounts } from './groups.ts'

const NOBODY = -1

/**
 * Each application with the readers that cost it least at some prices, earlier ones first among equals; or the
 * applications that have too few. Under rules the cheapest is taken as long as the rest can still be kept: groups that are
 * nested or apart make this greedy choice the best one (they form a generalised matroid).
 */
export function beginning(
  costs: Costs,
  demand: readonly number[],
  prices: Float64Array,
  groups: GroupCounts,
): { readers: number[][]; short: number[] } {
  const short: number[] = []
  const readers = Array.from({ length: costs.applications }, (_, application) => {
    const wanted = demand[application] as number
    const from = application * costs.reviewers
    const counted = (reviewer: number): number => (costs.of[from + reviewer] as number) + (prices[reviewer] as number)
    const best = groups.isEmpty ? cheapest(costs.reviewers, wanted, counted) : cheapestKept(costs.reviewers, wanted, counted, groups, application)
    if (best.length < wanted || !groups.keeps(application)) short.push(application)
    return best
  })
  return { readers, short }
}

/** The cheapest few of all reviewers, in one pass. */
export function cheapest(reviewers: number, wanted: number, counted: (reviewer: number) => number): number[] {
  const best: number[] = []
  let worst = Number.POSITIVE_INFINITY
  for (let reviewer = 0; wanted > 0 && reviewer < reviewers; reviewer++) {
    const cost = counted(reviewer)
    if (cost >= worst) continue
    let place = best.length
    while (place > 0 && counted(best[place - 1] as number) > cost) place--
    best.splice(place, 0, reviewer)
    if (best.length > wanted) best.pop()
    if (best.length === wanted) worst = counted(best[wanted - 1] as number)
  }
  return best
}

function cheapestKept(reviewers: number, wanted: number, counted: (reviewer: number) => number, groups: GroupCounts, application: number): number[] {
  const order = Array.from({ length: reviewers }, (_, reviewer) => reviewer).filter((reviewer) => counted(reviewer) < Number.POSITIVE_INFINITY)
  order.sort((one, other) => counted(one) - counted(other) || one - other)
  const best: number[] = []
  for (const reviewer of order) {
    if (best.length === wanted) break
    if (!groups.mayAdd(application, reviewer, wanted - best.length)) continue
    groups.add(application, reviewer)
    best.push(reviewer)
  }
  return best
}

export class Holdings {
  readonly reviewers: number
  /** What passing one reading from a reviewer (row) to another costs at least; Infinity when none of the files may go there. */
  readonly dearness: Float64Array
  /** The application that would change readers. */
  private readonly through: Int32Array
  private readonly cost: Float64Array
  /** For each application its readers, and beside them what each pair costs. */
  private readonly held: { readonly by: number[]; readonly at: number[] }[]
  private readonly files: number[][]
  private readonly groups: GroupCounts

  /** The groups count these readers already. */
  constructor({ reviewers, of }: Costs, readers: readonly (readonly number[])[], groups: GroupCounts) {
    this.groups = groups
    this.reviewers = reviewers
    this.cost = of
    this.files = Array.from({ length: reviewers }, () => [])
    this.held = readers.map((all, application) => ({ by: [...all], at: all.map((reviewer) => this.take(application, reviewer)) }))
    this.dearness = new Float64Array(reviewers * reviewers).fill(Number.POSITIVE_INFINITY)
    this.through = new Int32Array(reviewers * reviewers).fill(NOBODY)
    for (let application = 0; application < readers.length; application++)
      for (const reviewer of readers[application] as readonly number[]) this.offerAll(application, reviewer)
  }

  load(reviewer: number): number {
    return (this.files[reviewer] as number[]).length
  }

  readers(): number[][] {
    return this.held.map(({ by }) => [...by].sort((a, b) => a - b))
  }

  private take(application: number, reviewer: number): number {
    const place = application * this.reviewers + reviewer
    const cost = this.cost[place] as number
    this.cost[place] = Number.POSITIVE_INFINITY
    this.files[reviewer]?.push(application)
    return cost
  }

  /** What an application costs with a reader it has. */
  private costOf(application: number, reviewer: number): number {
    const held = this.held[application] as { by: number[]; at: number[] }
    return held.at[held.by.indexOf(reviewer)] as number
  }

  /** Sees whether an application is a cheaper way from one of its readers to each other reviewer; of two at one cost the earlier is taken, in whatever order they come. */
  private offerAll(application: number, reviewer: number): void {
    const { dearness, through, cost, reviewers } = this
    const saved = this.costOf(application, reviewer)
    const [from, row] = [reviewer * reviewers, application * reviewers]
    const isFree = this.groups.isEmpty
    for (let other = 0; other < reviewers; other++) {
      if (!isFree && !this.groups.maySwap(application, reviewer, other)) continue
      const dear = (cost[row + other] as number) - saved
      const known = dearness[from + other] as number
      if (dear < known || (dear === known && dear < Number.POSITIVE_INFINITY && application < (through[from + other] as number))) {
        dearness[from + other] = dear
        through[from + other] = application
      }
    }
  }

  private offer(application: number, reviewer: number, other: number, saved: number): void {
    const place = reviewer * this.reviewers + other
    if (!this.groups.isEmpty && !this.groups.maySwap(application, reviewer, other)) return
    const dear = (this.cost[application * this.reviewers + other] as number) - saved
    const known = this.dearness[place] as number
    if (dear > known || dear === Number.POSITIVE_INFINITY || (dear === known && application > (this.through[place] as number))) return
    this.dearness[place] = dear
    this.through[place] = application
  }

  /** The cheapest ways from a reviewer to some others, read anew. */
  private readAgain(reviewer: number, others: readonly number[]): void {
    for (const other of others) {
      this.dearness[reviewer * this.reviewers + other] = Number.POSITIVE_INFINITY
      this.through[reviewer * this.reviewers + other] = NOBODY
    }
    if (others.length === 0) return
    for (const application of this.files[reviewer] as number[]) {
      const saved = this.costOf(application, reviewer)
      for (const other of others) this.offer(application, reviewer, other, saved)
    }
  }

  /** Passes a reading along each step, by the application that costs least there. */
  pass(chain: readonly (readonly [from: number, to: number])[]): void {
    const steps = chain.map(([from, to]) => ({ from, to, application: this.through[from * this.reviewers + to] as number }))
    for (const { from, to, application } of steps) this.move(application, from, to)
    for (const { from, application } of steps) this.forget(application, from)
    for (const { to, application } of steps) this.offerAll(application, to)
    for (const step of steps) {
      if (this.groups.isEmpty) this.reopen(step)
      else this.reopenAll(step.application)
    }
  }

  /** For the other readers of an application that moved: where it left is open again, where it went is not. */
  private reopen({ from, to, application }: { readonly from: number; readonly to: number; readonly application: number }): void {
    for (const reader of (this.held[application] as { by: number[] }).by) {
      this.offer(application, reader, from, this.costOf(application, reader))
      if (this.through[reader * this.reviewers + to] === application) this.readAgain(reader, [to])
    }
  }

  /** Under rules a move may open or close any other of the same application. */
  private reopenAll(application: number): void {
    for (const reader of (this.held[application] as { by: number[] }).by) {
      this.forget(application, reader)
      this.offerAll(application, reader)
    }
  }

  private move(application: number, from: number, to: number): void {
    const { by, at } = this.held[application] as { by: number[]; at: number[] }
    const place = by.indexOf(from)
    this.cost[application * this.reviewers + from] = at[place] as number
    const files = this.files[from] as number[]
    files.splice(files.indexOf(application), 1)
    by[place] = to
    at[place] = this.take(application, to)
    this.groups.remove(application, from)
    this.groups.add(application, to)
  }

  /** An application has left a reader: wherever it was the cheapest way from there, another is looked for. */
  private forget(application: number, reviewer: number): void {
    const from = reviewer * this.reviewers
    const others: number[] = []
    for (let other = 0; other < this.reviewers; other++) if (this.through[from + other] === application) others.push(other)
    this.readAgain(reviewer, others)
  }
}
