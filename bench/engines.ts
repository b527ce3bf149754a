/** Assignment and calibration by themselves, on pools made up from a seed, and the assignment beside a linear program of it: processor time, so that what else the machine does counts little. */
import { assign } from '../src/engines/assignment/index.ts'
import { calibrate } from '../src/engines/calibration/index.ts'
import { below, uniform } from '../src/engines/chance.ts'
import { solver } from '../src/engines/solver.ts'
import { type PlainAssignment, solveLinear } from './linear-program.ts'
import { atLeastTimes, figure, type Finding, median, type Pace, under } from './rounds.ts'

interface Size {
  readonly applications: number
  readonly reviewers: number
  /** Reviews in all; three of each application unless said. */
  readonly reviews?: number
}

const EACH = 3

/** Weights of every pair, loads with some room above the mean and a least below it. */
function assignmentOf({ applications, reviewers }: Size): PlainAssignment & Readonly<Record<string, unknown>> {
  const next = uniform(`assignment ${applications}`)
  const load = (applications * EACH) / reviewers
  return {
    demand: EACH,
    applications: Array.from({ length: applications }, (_, place) => `a${place}`),
    reviewers: Array.from({ length: reviewers }, (_, place) => ({
      id: `r${place}`,
      min_load: Math.floor(load * 0.6),
      max_load: Math.ceil(load * 1.2),
    })),
    weights: Array.from({ length: applications }, () => Array.from({ length: reviewers }, () => below(next, 1_000_001) / 1e6)),
  }
}

/** Reviews of each application on half points, severity about half as spread as quality. */
function calibrationOf({ applications, reviewers, reviews: all = EACH * applications }: Size): unknown {
  const next = uniform(`calibration ${applications}`)
  const deviate = (): number => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one / 2 ** 32, -6)
  const severity = Array.from({ length: reviewers }, () => 0.6 * deviate())
  const reviews = Array.from({ length: applications }, (_, application) => {
    const quality = 5 + deviate()
    const readers = new Set<number>()
    // Those left over go to the first applications, one more each.
    const each = Math.floor(all / applications) + (application < all % applications ? 1 : 0)
    while (readers.size < each) readers.add(below(next, reviewers))
    return [...readers].map((reviewer) => {
      const score = Math.round(2 * (quality + (severity[reviewer] as number) + 0.8 * deviate())) / 2
      return { application: `a${application}`, reviewer: `r${reviewer}`, score: Math.max(0, Math.min(10, score)) }
    })
  })
  return { reviews: reviews.flat(), scale: [0, 10] }
}

/** Milliseconds of the processor, the first time apart: it compiles. */
function timed(rounds: number, work: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    if (round > 0) times.push((user + system) / 1000)
  }
  return median(times)
}

interface Case {
  readonly name: string
  readonly make: (size: Size) => unknown
  readonly solve: (input: unknown) => unknown
  readonly size: Size
  /** Milliseconds of a processor. */
  readonly most: number
}

const reviewsOf = ({ applications, reviews = EACH * applications }: Size): number => reviews

const CASES: readonly Case[] = [
  { name: 'assignment', make: assignmentOf, solve: assign, size: { applications: 500, reviewers: 60 }, most: 100 },
  { name: 'assignment', make: assignmentOf, solve: assign, size: { applications: 5000, reviewers: 500 }, most: 3000 },
  { name: 'calibration', make: calibrationOf, solve: calibrate, size: { applications: 179, reviewers: 30 }, most: 200 },
  { name: 'calibration', make: calibrationOf, solve: calibrate, size: { applications: 300, reviewers: 60 }, most: 100 },
  { name: 'calibration', make: calibrationOf, solve: calibrate, size: { applications: 5000, reviewers: 500 }, most: 5000 },
  { name: 'calibration', make: calibrationOf, solve: calibrate, size: { applications: 30_000, reviewers: 1000, reviews: 100_000 }, most: 10_000 },
]

/** How much faster than the same assignment as a linear program; both must find the same total. */
async function besideLinearProgram({ rounds }: Pace): Promise<Finding> {
  const input = assignmentOf({ applications: 500, reviewers: 60 })
  const highs = await solver()
  const [mine, plain] = [Number((await assign(input)).total), solveLinear(highs, input)]
  if (Math.abs(mine - plain) > 1e-6) throw new Error(`the linear program found ${plain}, the engine ${mine}`)
  const linear = timed(rounds, () => solveLinear(highs, input))
  const own = timed(rounds, () => assign(input))
  return {
    what: 'assignment of 500 applications and 60 reviewers, beside the same as a linear program of HiGHS',
    found: `${figure(linear / own)} × faster (${figure(own)} ms against ${figure(linear)} ms)`,
    ...atLeastTimes(linear / own, 3),
  }
}

export async function engines({ pace }: { readonly pace: Pace }): Promise<Finding[]> {
  const found = CASES.map(({ name, make, solve, size, most }) => {
    const input = make(size)
    const found = timed(size.applications > 1000 ? Math.min(2, pace.rounds) : pace.rounds, () => solve(input))
    return {
      what: `${name} of ${figure(size.applications)} applications and ${figure(size.reviewers)} reviewers, ${figure(reviewsOf(size))} reviews`,
      found: `${figure(found)} ms of a processor`,
      ...under(found, most, 'ms'),
    }
  })
  return [...found, await besideLinearProgram(pace)]
}
