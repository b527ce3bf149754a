/** What goes into a sealed record so that every score in it, and every reason told, can be reckoned again. */
import type { ScoreSources } from '../../engines/scores.ts'
import { standingReviews } from './calibrated.ts'
import { isInvited } from './invitation.ts'
import { standings } from './engine-input.ts'
import type { SelectionFacts } from './queries/selection-facts.ts'

export function scoreSources(facts: SelectionFacts): ScoreSources {
  const { terms, applications } = facts
  const all = standings(facts)
  const gone = new Set(applications.flatMap((one) => (one.withdrawn ? [one.application] : [])))
  const changed = facts.changed.filter(({ application }) => !gone.has(application))
  return {
    scoreBasis: terms.scoreBasis ?? 'raw',
    interviewWeight: terms.interviewWeight,
    passMark: terms.passMark,
    ...(terms.stages === undefined ? {} : { stages: terms.stages }),
    scaleMax: terms.scaleMax,
    criteria: terms.criteria.map(({ code, weight }) => ({ code, weight })),
    reviews: standingReviews(facts),
    errorsFrom: 'reviews',
    ...(changed.length === 0 ? {} : { changed }),
    applications: applications
      .filter((one) => !one.withdrawn)
      .map((file) => {
        const { application: id, steps, region, stop } = file
        const at = all.get(id)
        const out = at === undefined || at.candidate ? {} : { why: at.why }
        const kept = stop ? { stop: { mean: stop.mean, mark: stop.mark } } : {}
        return { id, steps, ...out, region, invited: isInvited(file), ...kept }
      }),
  }
}
