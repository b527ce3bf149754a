/** From the reviews of a selection to its scores: as given, or as an average reviewer would have given them. */
import { finalOf, finalScore } from '../domain/review.ts'
import { calibrate, type CalibrationInput, type CalibrationOutput } from './calibration/index.ts'

/** A score of a reviewer, points of 100. */
export interface GivenScore {
  readonly application: string
  readonly reviewer: string
  /** Code of a stage: 'reading' and 'interview' where the edition writes none of its own. */
  readonly stage: string
  readonly score: string
}

/** A score that was changed once after the discussion of its file: what was handed in first, and what counts. Null: a vote that abstained. */
export interface ChangedScore extends Pick<GivenScore, 'application' | 'reviewer' | 'stage'> {
  readonly before: string | null
  readonly after: string | null
}

/** A stage an edition writes: its share of the final score, from 0 to 1. What is not scored (a vote, an order) has no severity to take out. */
export interface CountedStage {
  readonly code: string
  readonly happens: 'reading' | 'interview'
  readonly share: string
  readonly scored: boolean
}

/** What the scores of a sealed record come from: with it anyone reckons them again. */
export interface ScoreSources {
  readonly scoreBasis: 'raw' | 'calibrated'
  readonly interviewWeight: string
  readonly passMark: string
  /** Only where the edition writes its stages. */
  readonly stages?: readonly CountedStage[]
  readonly scaleMax: number
  readonly criteria: readonly { readonly code: string; readonly weight: number }[]
  readonly reviews: readonly GivenScore[]
  /** The standard errors behind the probabilities come from these reviews alone. Records before this was so counted those of applications that had been withdrawn besides, and do not say it. */
  readonly errorsFrom?: 'reviews'
  /** Only where some review was changed after it was handed in. */
  readonly changed?: readonly ChangedScore[]
  /**
   * Mean step by criterion of each application, over all its reviews; and why it was no candidate, where it was none. Records
   * before these were kept say neither the region, nor who was invited to an interview, nor where a stage kept a file out.
   */
  readonly applications: readonly {
    readonly id: string
    readonly steps: Readonly<Record<string, number>>
    readonly why?: string
    readonly region?: string
    readonly invited?: boolean
    /** The mean in the stage that kept it out, and the mark it asked for; both null where a vote decided. */
    readonly stop?: { readonly mean: string | null; readonly mark: string | null }
  }[]
}

export interface Calibrated {
  /** Six decimals. */
  readonly score: string
  readonly error: number
}

type Calibrating = (input: CalibrationInput) => CalibrationOutput | Promise<CalibrationOutput>

/** The stages that count: as written, or the two every edition has. */
function countedStages({ interviewWeight, stages }: Pick<ScoreSources, 'interviewWeight' | 'stages'>): readonly CountedStage[] {
  const weight = Number(interviewWeight)
  const usual = [
    { code: 'reading', happens: 'reading', share: String(1 - weight), scored: true },
    { code: 'interview', happens: 'interview', share: interviewWeight, scored: true },
  ] as const
  return (stages ?? usual).filter(({ code, share }) => Number(share) > 0 || (stages === undefined && code === 'reading'))
}

/** Each stage calibrated by itself, then added up as the edition weighs them; of every application with all the reviews it takes. `run` calibrates, in a thread where there is much. */
export async function calibratedScores(
  reviews: readonly GivenScore[],
  terms: Pick<ScoreSources, 'interviewWeight' | 'stages'>,
  run: Calibrating = calibrate,
): Promise<Map<string, Calibrated>> {
  const stages = countedStages(terms)
  const values = await Promise.all(stages.map((stage) => stageValues(reviews, stage, run)))
  const applications = [...(values[0]?.keys() ?? [])]
  return new Map(
    applications.flatMap((application) => {
      const parts = values.map((one) => one.get(application))
      if (parts.some((part) => part === undefined)) return []
      const sum = parts.reduce((total, part, place) => total + Number(stages[place]?.share) * (part?.score ?? 0), 0)
      const variance = parts.reduce((total, part, place) => total + (Number(stages[place]?.share) * (part?.error ?? 0)) ** 2, 0)
      const score = Math.min(100, Math.max(0, sum))
      return [[application, { score: score.toFixed(6), error: Math.round(Math.sqrt(variance) * 1e6) / 1e6 }] as const]
    }),
  )
}

/** What each application is worth in a stage. Where nothing tells severity from quality (each file seen by one, or readers with no file in common), the mean stands. */
async function stageValues(
  all: readonly GivenScore[],
  stage: CountedStage,
  run: Calibrating,
): Promise<Map<string, { readonly score: number; readonly error: number }>> {
  const reviews = all
    .filter((one) => one.stage === stage.code)
    .map(({ application, reviewer, score }) => ({ application, reviewer, score: Number(score) }))
  if (reviews.length === 0) return new Map()
  const output = await run({ reviews, scale: [0, 100], higher_is_better: true })
  const told = stage.scored && output.connected && (output.warnings ?? []).every(({ code }) => code !== 'not-estimable')
  return new Map(
    output.applications.map(({ id, raw, calibrated, standard_error }) => [
      id,
      told ? { score: calibrated, error: standard_error ?? 0 } : { score: raw, error: 0 },
    ]),
  )
}

/** The score as it was given, from the scores of each stage; null while one that counts is missing. */
export function givenScore(sources: Pick<ScoreSources, 'interviewWeight' | 'stages'>, scores: (stage: string) => readonly string[]): string | null {
  const { interviewWeight, stages } = sources
  if (stages !== undefined) return finalOf(stages.map(({ code, share }) => ({ share, scores: scores(code) })))
  return finalScore({ readings: scores('reading'), interviews: scores('interview'), interviewWeight })
}

/** The score that decides for each application, from what a record says of its reviews. */
export async function scoresFrom(sources: ScoreSources): Promise<Map<string, string>> {
  const { reviews, scoreBasis } = sources
  const calibrated = scoreBasis === 'calibrated' ? await calibratedScores(reviews, sources) : new Map<string, Calibrated>()
  const byFile = new Map<string, GivenScore[]>()
  for (const one of reviews) byFile.set(one.application, [...(byFile.get(one.application) ?? []), one])
  return new Map(
    [...byFile].flatMap(([application, own]) => {
      const raw = givenScore(sources, (stage) => own.flatMap((one) => (one.stage === stage ? [one.score] : [])))
      const score = raw === null ? null : (calibrated.get(application)?.score ?? raw)
      return score === null ? [] : [[application, score] as const]
    }),
  )
}
