/** Each application of a record as its reviews alone show it. */
import type { CandidateFacts } from '../../domain/selection.ts'
import { type Calibrated, calibratedScores, type ScoreSources } from '../scores.ts'

/** By id, in the order of the record. What people recorded beside the reviews (who did not come, who was stopped) is not in it. */
export async function factsFrom(sources: ScoreSources): Promise<Map<string, CandidateFacts>> {
  const { applications, reviews, stages, scoreBasis } = sources
  const calibrated = scoreBasis === 'calibrated' ? await calibratedScores(reviews, sources) : new Map<string, Calibrated>()
  const scores = new Map<string, Map<string, string[]>>(applications.map(({ id }) => [id, new Map()]))
  for (const { application, stage, score } of reviews) {
    const own = scores.get(application)
    own?.set(stage, [...(own.get(stage) ?? []), score])
  }
  return new Map(
    applications.map(({ id }) => {
      const of = (stage: string): readonly string[] => scores.get(id)?.get(stage) ?? []
      const score = calibrated.get(id)
      const facts = {
        application: id,
        withdrawn: false,
        readings: of('reading'),
        interviews: of('interview'),
        attended: null,
        ...(score === undefined ? {} : { calibrated: score }),
        stages: stages?.map(({ code, happens, share }) => ({ happens, share, scores: of(code) })) ?? null,
      }
      return [id, facts]
    }),
  )
}
