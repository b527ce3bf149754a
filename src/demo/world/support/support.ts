/** The support of the three editions, from their cohorts: every activity and every tour, held, called off or still to come. */
import type { CohortProject } from '../cohort.ts'
import { type EditionKey, REGIONS, SCENARIO } from '../scenario.ts'
import type { WorldActivity } from './activity.ts'
import { GROUP_DAYS, TALKS } from './calendar.ts'
import { coachingOf } from './coaching.ts'
import { activitiesOfTour } from './itinerary.ts'
import { Staff } from './staff.ts'
import { groupTraining, openTalk } from './trainings.ts'
import { TOURS, type WorldTour } from './tours.ts'

export interface WorldSupport {
  readonly tours: readonly WorldTour[]
  /** In the order of their key. */
  readonly activities: readonly WorldActivity[]
}

/** The support of one edition; without a cohort only what is open to everybody. */
export function makeSupport(edition: EditionKey, cohort: readonly CohortProject[]): WorldSupport {
  const staff = new Staff()
  const talks = TALKS[edition].map((talk) => openTalk(edition, talk, cohort, staff))
  if (cohort.length === 0) return { tours: [], activities: talks.filter((one) => one.day < SCENARIO[edition].calendar.kickoff) }
  const tours = TOURS.filter((one) => one.edition === edition)
  const inTours = tours.flatMap((tour) => activitiesOfTour(tour, cohort, staff))
  const groups = GROUP_DAYS[edition].map((group) => groupTraining(edition, group, cohort, staff))
  const coaching = REGIONS.flatMap((region) => coachingOf(edition, region, cohort, staff))
  const activities = [...talks, ...inTours, ...groups, ...coaching]
  return { tours, activities: activities.sort((a, b) => (a.key < b.key ? -1 : 1)) }
}
