/** Who is called when a place falls free: the first in line with whom every rule of the selection can still be kept. */

export interface LineMember {
  readonly application: string
  readonly region: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Between so many and so many of those who hold a place have this value. */
export interface ReserveRule {
  readonly attribute: string
  readonly value: unknown
  readonly min?: number
  readonly max?: number
}

export interface NextInLine {
  readonly application: string
  /** Whether it is the one to call in its region; false also for all of a region where nobody can be called. */
  readonly next: boolean
  /** Places of the rules for which it is passed over. */
  readonly passedFor: readonly number[]
}

/**
 * The line, in its order, with who is next in each region. `members` hold a place now; the place that is offered is one
 * of those that are free of `places`. Passed over is who would break a limit from above, or leave one from below out of
 * reach. Where everybody would leave it out of reach, an empty place would too: then the first in line is next.
 */
export function nextInLine(line: readonly LineMember[], members: readonly LineMember[], rules: readonly ReserveRule[], places: number): NextInLine[] {
  const broken = line.map((one) => brokenBy(one, members, rules, places))
  const next = new Map<string, string>()
  for (const region of new Set(line.map((one) => one.region))) {
    const own = line.flatMap((one, place) => (one.region === region ? [{ one, broken: broken[place] as Broken }] : []))
    const found =
      own.find(({ broken: { above, below } }) => above.length + below.length === 0) ?? own.find(({ broken: { above } }) => above.length === 0)
    if (found !== undefined) next.set(region, found.one.application)
  }
  return line.map(({ application, region }, place) => {
    const isNext = next.get(region) === application
    const { above, below } = broken[place] as Broken
    return { application, next: isNext, passedFor: isNext ? [] : [...above, ...below].sort((a, b) => a - b) }
  })
}

interface Broken {
  readonly above: readonly number[]
  readonly below: readonly number[]
}

function brokenBy(one: LineMember, members: readonly LineMember[], rules: readonly ReserveRule[], places: number): Broken {
  const after = [...members.filter(({ application }) => application !== one.application), one]
  const open = Math.max(0, places - after.length)
  const counts = rules.map(({ attribute, value }) => after.filter(({ attributes }) => attributes[attribute] === value).length)
  const which = (broken: (rule: ReserveRule, count: number) => boolean): number[] =>
    rules.flatMap((rule, place) => (broken(rule, counts[place] as number) ? [place] : []))
  return {
    above: which(({ max }, count) => max !== undefined && count > max),
    below: which(({ min }, count) => min !== undefined && count + open < min),
  }
}
