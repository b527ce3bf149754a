/** What the stages after the application have told its team, put together: no stage knows those after it. */
import type { ToldStep, ToldSteps } from '../features/applications/index.ts'
import { offersTold } from '../features/cohorts/index.ts'
import { eligibilityTold } from '../features/eligibility/index.ts'
import { interviewsTold } from '../features/reviews/index.ts'
import { resultsTold } from '../features/selection/index.ts'

const STAGES: readonly ToldSteps[] = [eligibilityTold, interviewsTold, resultsTold, offersTold]

export const toldByStages: ToldSteps = async (c, applications) => {
  const told = await Promise.all(STAGES.map((stage) => stage(c, applications)))
  return new Map(applications.map((id): [string, ToldStep[]] => [id, told.flatMap((steps) => [...(steps.get(id) ?? [])])]))
}
