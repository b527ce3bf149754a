/** Calibrated scores put beside those given, where they decide. */
import { calibrate } from '../../engines/calibration/index.ts'
import { runEngine } from '../../engines/run.ts'
import { calibratedScores } from '../../engines/scores.ts'
import type { SelectionFacts } from './queries/selection-facts.ts'

/** Reviews that are reckoned at once, in a few hundredths of a second; more go to a thread of their own. */
const AT_ONCE = 1000

/** The facts with the calibrated score of every application that has all the reviews it takes. */
export async function calibrated<Facts extends SelectionFacts>(facts: Facts): Promise<Facts> {
  const scores = await calibratedScores(standingReviews(facts), facts.terms, (input) =>
    input.reviews.length <= AT_ONCE ? calibrate(input) : runEngine('calibration', input),
  )
  return {
    ...facts,
    applications: facts.applications.map((one) => {
      const found = scores.get(one.application)
      return found === undefined ? one : { ...one, calibrated: found }
    }),
  }
}

/** The reviews that count: those of applications that were not withdrawn. */
export function standingReviews({ applications, given }: SelectionFacts): SelectionFacts['given'] {
  const gone = new Set(applications.flatMap((one) => (one.withdrawn ? [one.application] : [])))
  return given.filter((one) => !gone.has(one.application))
}
