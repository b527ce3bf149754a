/**
 * Rules on the readers of one application ("at most one of each region"), as groups of reviewers with bounds. Groups that
 * are nested or apart from each other stay within a flow and cost nothing; groups that cross need an integer program.
 */

/** More readers than anything has. */
const ANY = 2 ** 30

export interface Group {
  readonly members: ReadonlySet<number>
  /** Readers of one application from among them. */
  readonly least: number
  readonly most: number
  /** The applications it speaks of; all when absent. */
  readonly only?: ReadonlySet<number>
}

/** Whether a group binds an application. */
export function binds({ only }: Group, application: number): boolean {
  return only === undefined || only.has(application)
}

/** Whether any two groups are nested or have nobody in common. */
export function areLaminar(groups: readonly Group[]): boolean {
  return groups.every((one, place) =>
    groups.slice(place + 1).every((other) => {
      const shared = [...one.members].filter((member) => other.members.has(member)).length
      return shared === 0 || shared === one.members.size || shared === other.members.size
    }),
  )
}

/** How many readers each application has of each group, and how many it may have; none where there are no groups. */
export class GroupCounts {
  readonly isEmpty: boolean
  /** Groups of each reviewer, from the smallest to the largest. */
  private readonly groupsOf: readonly (readonly number[])[]
  private readonly count: number
  private readonly held: Int32Array
  private readonly least: Int32Array
  private readonly most: Int32Array
  /** Groups within each group, directly; at the end those within none. */
  private readonly within: readonly (readonly number[])[]
  private readonly groups: readonly Group[]

  /** `forced` are pairs that stand already and are counted with the rest; `bound` says which applications the groups bind. */
  constructor(
    groups: readonly Group[],
    applications: number,
    reviewers: number,
    forced: readonly (readonly [number, number])[],
    bound: (application: number) => boolean = () => true,
  ) {
    this.groups = [...groups].sort((one, other) => one.members.size - other.members.size)
    this.isEmpty = groups.length === 0
    this.count = groups.length
    this.groupsOf = Array.from({ length: reviewers }, (_, reviewer) =>
      this.groups.flatMap((group, place) => (group.members.has(reviewer) ? [place] : [])),
    )
    this.held = new Int32Array(applications * this.count)
    const bounds = (at: number): Pick<Group, 'least' | 'most'> => {
      const [application, group] = [Math.floor(at / this.count), this.groups[at % this.count] as Group]
      return bound(application) && binds(group, application) ? group : { least: 0, most: ANY }
    }
    this.least = Int32Array.from({ length: applications * this.count }, (_, at) => bounds(at).least)
    this.most = Int32Array.from({ length: applications * this.count }, (_, at) => Math.min(ANY, bounds(at).most))
    for (const [application, reviewer] of forced)
      for (const group of this.groupsOf[reviewer] as readonly number[]) {
        const at = application * this.count + group
        this.least[at] = Math.max(0, (this.least[at] as number) - 1)
        this.most[at] = (this.most[at] as number) - 1
      }
    this.within = this.nesting()
  }

  private nesting(): number[][] {
    const within: number[][] = Array.from({ length: this.count + 1 }, () => [])
    for (const [place, { members }] of this.groups.entries()) {
      const [first] = members
      const around = this.groups.findIndex((other, at) => at > place && first !== undefined && other.members.has(first))
      within[around === -1 ? this.count : around]?.push(place)
    }
    return within
  }

  add(application: number, reviewer: number): void {
    for (const group of this.groupsOf[reviewer] as readonly number[]) {
      const at = application * this.count + group
      this.held[at] = (this.held[at] as number) + 1
    }
  }

  remove(application: number, reviewer: number): void {
    for (const group of this.groupsOf[reviewer] as readonly number[]) {
      const at = application * this.count + group
      this.held[at] = (this.held[at] as number) - 1
    }
  }

  /** Whether an application may have one reader instead of another. */
  maySwap(application: number, from: number, to: number): boolean {
    const [left, entered] = [this.groupsOf[from] as readonly number[], this.groupsOf[to] as readonly number[]]
    for (const group of left) {
      const at = application * this.count + group
      if (!entered.includes(group) && (this.held[at] as number) <= (this.least[at] as number)) return false
    }
    for (const group of entered) {
      const at = application * this.count + group
      if (!left.includes(group) && (this.held[at] as number) >= (this.most[at] as number)) return false
    }
    return true
  }

  /** Whether an application that still wants some readers may take this one and yet keep every rule with the others to come, as far as numbers go. */
  mayAdd(application: number, reviewer: number, wanted: number): boolean {
    const entered = this.groupsOf[reviewer] as readonly number[]
    for (const group of entered) {
      const at = application * this.count + group
      if ((this.held[at] as number) >= (this.most[at] as number)) return false
    }
    this.add(application, reviewer)
    const owed = (this.within[this.count] as readonly number[]).reduce((sum, group) => sum + this.owed(application, group), 0)
    const fits = owed <= wanted - 1 && entered.every((group) => this.owed(application, group) <= this.roomIn(application, group))
    this.remove(application, reviewer)
    return fits
  }

  private roomIn(application: number, group: number): number {
    const at = application * this.count + group
    return (this.most[at] as number) - (this.held[at] as number)
  }

  /** Readers that must still come from a group. */
  private owed(application: number, group: number): number {
    const at = application * this.count + group
    const inner = (this.within[group] as readonly number[]).reduce((sum, one) => sum + this.owed(application, one), 0)
    return Math.max(inner, (this.least[at] as number) - (this.held[at] as number))
  }

  /** Whether the readers of an application keep every rule. */
  keeps(application: number): boolean {
    return this.groups.every((_, group) => {
      const at = application * this.count + group
      return (this.held[at] as number) >= (this.least[at] as number) && (this.held[at] as number) <= (this.most[at] as number)
    })
  }
}
