/** The shape of a calibration as it stands in files: what goes in, what comes out. */

export interface ReviewInput {
  readonly application: string
  readonly reviewer: string
  /** Within the scale. Left out, or null, where `scores` holds one for each criterion. */
  readonly score?: number | null
  /** Scores by criterion; null or absent where the reviewer gave none. */
  readonly scores?: Readonly<Record<string, number | null>>
  /** Above 0; 1 when left out. Twice the confidence is half the residual variance. */
  readonly confidence?: number
  readonly panel?: string | null
}

export interface CriterionInput {
  readonly id: string
  /** Above 0; weights are divided by their sum. */
  readonly weight: number
  /** Its own scale, when it is not that of the whole. */
  readonly scale?: readonly [number, number]
}

export interface CalibrationInput {
  readonly reviews: readonly ReviewInput[]
  readonly scale: readonly [lowest: number, highest: number]
  readonly higher_is_better?: boolean
  /** Draws behind the intervals of ranks; none when 0. */
  readonly draws?: number
  readonly seed?: string
  readonly criteria?: readonly CriterionInput[]
  /** Places to fill: with them each application is told how probable it is among the first. */
  readonly places?: number
  /** Adds what reliability, outlying reviews and one more review would be. */
  readonly explain?: boolean
}

export interface Variances {
  readonly application: number
  readonly reviewer: number
  readonly panel: number
  readonly residual: number
}

/** The likelihood-ratio test of "all reviewers are as strict as each other". */
export interface Need {
  readonly statistic: number
  readonly p_value: number
}

export interface CalibratedApplication {
  readonly id: string
  readonly reviews: number
  /** Plain mean of the scores. */
  readonly raw: number
  /** What an average reviewer would have given, shrunk to the mean by what the reviews leave uncertain. */
  readonly calibrated: number
  /** Of `calibrated`; null where nothing could be estimated. */
  readonly standard_error: number | null
  /** Expected rank, 1 the best, within its part of the review graph. */
  readonly expected_rank: number
  /** Ranks gained (+) or lost (−) by calibration, equals sharing the middle of their ranks. */
  readonly moved: number
  /** Where the review graph falls into parts: which one, from 1. Ranks of different parts do not compare. */
  readonly part?: number
  /** With draws: 90 in 100 of the ranks drawn lie within. */
  readonly rank_interval?: readonly [number, number]
  /** With draws and places: share of the draws in which it is among the first. */
  readonly in_places?: number
  readonly one_more_review?: OneMore | null
}

/** What one more review, by a reviewer known as well as the average, would do. */
export interface OneMore {
  readonly standard_error: number
  /** How far it would typically move the calibrated score: standard deviation. */
  readonly typical_change: number
  /** With places: how probable it is that the application would cross the line, the others standing still. */
  readonly crosses_line?: number
}

export interface CalibratedReviewer {
  readonly id: string
  readonly reviews: number
  /** What this reviewer adds to a score: below 0, stricter than the panel where higher is better. */
  readonly severity: number
  readonly standard_error: number | null
  readonly use?: ScaleUse
}

/** How a reviewer uses the scale, beside the others of the same applications. */
export interface ScaleUse {
  readonly mean: number
  readonly lowest: number
  readonly highest: number
  readonly distinct: number
  /** Standard deviation of their scores; null for one review. */
  readonly spread: number | null
  /** Their spread over the one that the calibrated scores of the same applications lead to expect; null where it cannot be said. */
  readonly spread_ratio: number | null
  /** Correlation of their scores with the mean of the others on the same applications; null below three or without variation. */
  readonly agreement: number | null
}

export interface Outlier {
  readonly application: string
  readonly reviewer: string
  readonly score: number
  /** What all other reviews lead to expect of this one. */
  readonly expected: number
  /** Their difference over its standard deviation. */
  readonly standardised: number
}

export interface Reliability {
  /** Of one review: share of the variance that is the applications'. */
  readonly single: number
  /** Of the mean of as many reviews as applications have (harmonic mean), severity counted as noise, then taken out. */
  readonly raw: number
  readonly calibrated: number
  readonly reviews: number
  /** Reviews an application needs for 0.8; null when no number does. */
  readonly needed_for_0_8: { readonly raw: number | null; readonly calibrated: number | null }
  /** The same for one to ten reviews. */
  readonly study: readonly { readonly reviews: number; readonly raw: number; readonly calibrated: number }[]
}

export type Advice = 'calibrate' | 'not-needed' | 'no-answer'

export interface Explained {
  /** `calibrate` only when the test rejects at 5 in 100; `no-answer` when the data cannot tell severity from quality. */
  readonly advice: Advice
  readonly shares: Variances | null
  readonly reliability: Reliability | null
  /** Reviews more than three standard deviations from what the others lead to expect, the farthest first. */
  readonly outlying: readonly Outlier[]
}

export interface CriterionOutcome {
  readonly id: string
  readonly weight: number
  readonly reviews: number
  readonly mean: number
  readonly variance: Variances
  readonly needed: Need
  readonly applications: readonly Pick<CalibratedApplication, 'id' | 'reviews' | 'raw' | 'calibrated' | 'standard_error'>[]
  readonly reviewers: readonly Pick<CalibratedReviewer, 'id' | 'reviews' | 'severity' | 'standard_error'>[]
  readonly warnings?: readonly Warning[]
}

export type WarningCode = 'disconnected' | 'all-equal' | 'not-estimable' | 'exact' | 'no-quality' | 'unfinished-reviews'

export interface Warning {
  readonly code: WarningCode
  readonly message: string
}

/** Numbers are rounded to six decimals, once. Applications and reviewers stand in the order of their ids. */
export interface CalibrationOutput {
  readonly mean: number
  readonly variance: Variances
  readonly needed: Need
  /** Whether every two applications are joined by reviewers they share, directly or by way of others. */
  readonly connected: boolean
  readonly components: number
  readonly applications: readonly CalibratedApplication[]
  readonly reviewers: readonly CalibratedReviewer[]
  /** Where it is not connected: who is in which part. */
  readonly parts?: readonly { readonly mean: number; readonly applications: readonly string[]; readonly reviewers: readonly string[] }[]
  readonly warnings?: readonly Warning[]
  readonly explained?: Explained
  readonly criteria?: readonly CriterionOutcome[]
}

export interface InputFault {
  readonly path: string
  readonly message: string
}

/** Thrown for an input that is wrong: one fault a line, each with its JSON path. */
export class CalibrationInputError extends Error {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.faults = faults
  }
}
