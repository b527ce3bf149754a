/**
 * Scores as quality of the application + severity of the reviewer (+ panel) + the rest: crossed random effects
 * (docs/decisions/0015). Where the data cannot tell them apart nothing is estimated, and that is the answer.
 */
import { type Design, designOf, type Factor, levelsIn } from './design.ts'
import type { Need, Variances } from './format.ts'
import { chiSquareTail } from './normal.ts'
import { Posterior } from './posterior.ts'
import { type Fit, fitVariances, LARGEST } from './reml.ts'
import { meansOf, partOfEach, type Sheet } from './sheet.ts'

export type Status =
  | 'estimated'
  /** Every review gives the same score. */
  | 'all-equal'
  /** No reviewer and application have more reviews in common than it takes to fit any severity: disagreement cannot be seen. */
  | 'not-estimable'

export interface Estimate {
  readonly fit: Fit
  readonly posterior: Posterior
  readonly unit: number
  /** The scores in units of the fit. */
  readonly y: Float64Array
  readonly applicationErrors: Float64Array
  readonly reviewerErrors: Float64Array
}

export interface Model {
  readonly sheet: Sheet
  readonly status: Status
  readonly variance: Variances
  readonly need: Need
  readonly raw: Float64Array
  readonly calibrated: Float64Array
  readonly severity: Float64Array
  /** The mean of each part of the review graph. */
  readonly means: Float64Array
  /** Null unless the status is `estimated`. */
  readonly estimate: Estimate | null
}

/** Kept columns are held as a square; this many take some 200 MB. */
export const MOST_COLUMNS = 3000

/** Columns the model of a sheet would keep; above `MOST_COLUMNS` it is not fitted. */
export function columnsNeeded(sheet: Sheet): number {
  if (statusOf(sheet) !== 'estimated') return 0
  return Math.min(sheet.applications.length, sheet.reviewers.length) + (sheet.panel?.levels ?? 0) + sheet.parts.levels
}

function statusOf({ scores, applications, reviewers, parts }: Sheet): Status {
  const first = scores[0] as number
  if (scores.every((score) => score === first)) return 'all-equal'
  return scores.length > applications.length + reviewers.length - parts.levels ? 'estimated' : 'not-estimable'
}

/** Fits the model to a sheet. */
export function modelOf(sheet: Sheet): Model {
  const status = statusOf(sheet)
  if (status !== 'estimated') return withoutEstimate(sheet, status)
  const { scores, application, reviewer } = sheet
  const { middle, unit } = unitsOf(scores)
  const y = scores.map((score) => (score - middle) / unit)
  const design = designFor(sheet, true)
  const fit = fitVariances(design, y)
  const need = needOf(fit, designFor(sheet, false), y)
  const posterior = new Posterior(fit.system)
  const square = unit * unit
  const sizeOf = (factor: Factor | null): number => (factor === null ? 0 : square * fit.residual * ratioOf(fit, factor))
  const isExact = fit.system.ratios.some((ratio) => ratio >= LARGEST)
  const variance = {
    application: sizeOf(application),
    reviewer: sizeOf(reviewer),
    panel: sizeOf(sheet.panel),
    residual: isExact ? 0 : square * fit.residual,
  }
  const effects = effectsOf(fit, application).map((one) => unit * one)
  const means = fit.solution.kept.slice(design.random).map((mean) => middle + unit * mean)
  const part = partOfEach(sheet, application)
  const errorsOf = (factor: Factor): Float64Array =>
    posterior.variancesOf(factor).map((one) => unit * Math.sqrt(Math.max(0, isExact ? 0 : one * fit.residual)))
  return {
    sheet,
    status,
    variance,
    need,
    raw: meansOf(application, scores),
    calibrated: effects.map((effect, place) => (means[part[place] as number] as number) + effect),
    severity: effectsOf(fit, reviewer).map((one) => unit * one),
    means,
    estimate: { fit, posterior, unit, y, applicationErrors: errorsOf(application), reviewerErrors: errorsOf(reviewer) },
  }
}

function designFor({ application, reviewer, panel, parts, weights }: Sheet, withReviewers: boolean): Design {
  return designOf([application, ...(withReviewers ? [reviewer] : []), ...(panel === null ? [] : [panel])], parts, weights)
}

/** Scores are fitted about their mean in units of their spread: the answer moves with the scale, to the last digits. */
function unitsOf(scores: Float64Array): { readonly middle: number; readonly unit: number } {
  const middle = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const squares = scores.reduce((sum, score) => sum + (score - middle) ** 2, 0)
  return { middle, unit: Math.sqrt(squares / (scores.length - 1)) }
}

function ratioOf({ system: { design, ratios } }: Fit, factor: Factor): number {
  return ratios[factor === design.eliminated ? 0 : 1 + design.kept.indexOf(factor)] as number
}

/** Predicted effects of each level of a factor, in units of the fit. */
export function effectsOf({ system: { design }, solution }: Fit, factor: Factor): Float64Array {
  return levelsIn(design, factor, solution.eliminated, solution.kept)
}

/**
 * Whether severity varies at all: twice the gain in log-likelihood over the model without it. A variance cannot be below
 * 0, so that half of the time the gain is nothing: the law is the even mixture of χ² with 0 and 1 degree of freedom
 * (Self and Liang 1987).
 */
function needOf(fit: Fit, without: Design, y: Float64Array): Need {
  const statistic = Math.max(0, fitVariances(without, y).deviance - fit.deviance)
  return { statistic, p_value: statistic < 1e-6 ? 1 : chiSquareTail(statistic) / 2 }
}

/** The raw scores stand; the variance that is seen is given as residual, for nothing says whose it is. */
function withoutEstimate(sheet: Sheet, status: Status): Model {
  const { scores, application, reviewers, parts } = sheet
  const raw = meansOf(application, scores)
  const residual = status === 'all-equal' || scores.length < 2 ? 0 : unitsOf(scores).unit ** 2
  return {
    sheet,
    status,
    variance: { application: 0, reviewer: 0, panel: 0, residual },
    need: { statistic: 0, p_value: 1 },
    raw,
    calibrated: raw,
    severity: new Float64Array(reviewers.length),
    means: meansOf(parts, scores),
    estimate: null,
  }
}
