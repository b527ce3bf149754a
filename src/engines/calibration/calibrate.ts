/**
 * Calibration: what each application would have been given by an average reviewer, how strict each reviewer is, how sure
 * both are, and whether any of it is needed. docs/decisions/0015 says which model and why.
 */
import { criterionScores, totalScores } from './composite.ts'
import {
  type CalibratedApplication,
  type CalibratedReviewer,
  type CalibrationInput,
  CalibrationInputError,
  type CalibrationOutput,
  type CriterionOutcome,
  type Explained,
} from './format.ts'
import { asCalibrationInput } from './input.ts'
import { possibilities } from './mixture.ts'
import { columnsNeeded, type Model, modelOf, MOST_COLUMNS } from './model.ts'
import { oneMoreReview, outlyingReviews } from './outlying.ts'
import { expectedRanks } from './expected-ranks.ts'
import { drawRanks, membersOf, middleRanks } from './ranks.ts'
import { reliabilityOf, sharesOf } from './reliability.ts'
import { scaleUses } from './scale-use.ts'
import { countsOf, partOfEach, type Score, sheetOf } from './sheet.ts'
import { warningsOf } from './warnings.ts'

/** Draws behind the intervals when only an explanation is asked for. */
const USUAL_DRAWS = 1000
/** Calibration is proposed when the test rejects equal severity at this level. */
export const LEVEL = 0.05

/** Six decimals, without a negative nothing. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0
const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value))

/** Rounds every number of a value. */
function roundedAll<Value>(value: Value): Value {
  if (typeof value === 'number') return rounded(value) as Value
  if (Array.isArray(value)) return value.map(roundedAll) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedAll(one)])) as Value
}

/** Calibrates an input in the shape of `CalibrationInput`; the same input gives the same output, whatever the order of its reviews. Throws `CalibrationInputError` for a wrong one. */
export function calibrate(raw: CalibrationInput | unknown): CalibrationOutput {
  const reading = asCalibrationInput(raw)
  if (!reading.ok) throw new CalibrationInputError(reading.faults)
  const { input } = reading
  const totals = totalScores(input)
  const model = fitted(totals.scores)
  const members = membersOf(model)
  const connected = model.sheet.parts.levels <= 1
  const warnings = warningsOf(model, totals.unfinished)
  return {
    mean: rounded(overallMean(model, members)),
    variance: roundedAll(model.variance),
    needed: roundedAll(model.need),
    connected,
    components: model.sheet.parts.levels,
    applications: applicationsOf(model, members, input),
    reviewers: reviewersOf(model, input.explain === true),
    ...(connected ? {} : { parts: partsNamed(model, members) }),
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(input.explain === true ? { explained: explainedOf(model) } : {}),
    ...(input.criteria === undefined ? {} : { criteria: criteriaOf(input) }),
  }
}

function fitted(scores: readonly Score[]): Model {
  const sheet = sheetOf(scores)
  const columns = columnsNeeded(sheet)
  if (columns > MOST_COLUMNS)
    throw new CalibrationInputError([
      {
        path: '$.reviews',
        message: `reviewers or applications (whichever are fewer), panels and parts that share no reviewer are ${columns} together: at most ${MOST_COLUMNS} can be calibrated at once`,
      },
    ])
  return modelOf(sheet)
}

/** The mean of an average application: of the parts, each by its applications. */
function overallMean({ means }: Model, members: readonly (readonly number[])[]): number {
  const all = members.reduce((sum, { length }) => sum + length, 0)
  return members.reduce((sum, { length }, part) => sum + (means[part] as number) * length, 0) / all
}

function applicationsOf(model: Model, members: readonly (readonly number[])[], input: CalibrationInput): CalibratedApplication[] {
  const { sheet, estimate } = model
  const better = input.higher_is_better ?? true
  const raw = model.raw.map(rounded)
  const calibrated = model.calibrated.map(rounded)
  const [before, after] = [middleRanks(members, raw, better), middleRanks(members, calibrated, better)]
  const possible = possibilities(model)
  const expected = expectedRanks(model, possible, members, better)
  const counts = countsOf(sheet.application)
  const part = partOfEach(sheet, sheet.application)
  const connected = members.length <= 1
  const explain = input.explain === true
  const draws = input.draws !== undefined && input.draws > 0 ? input.draws : explain ? USUAL_DRAWS : 0
  const places = connected ? (input.places ?? null) : null
  const drawn = draws === 0 ? null : drawRanks(model, possible, members, better, { draws, seed: input.seed || 'calibration', places: places ?? 0 })
  const more = explain ? oneMoreReview(model, places === null ? null : lineOf(calibrated, places, better)) : null
  return sheet.applications.map((id, place) => ({
    id,
    reviews: counts[place] as number,
    raw: raw[place] as number,
    calibrated: calibrated[place] as number,
    standard_error: estimate === null ? null : rounded(estimate.applicationErrors[place] as number),
    expected_rank: rounded(expected[place] as number),
    moved: (before[place] as number) - (after[place] as number) + 0,
    ...(connected ? {} : { part: (part[place] as number) + 1 }),
    ...(drawn === null ? {} : { rank_interval: drawn.intervals[place] as readonly [number, number] }),
    ...(drawn === null || places === null ? {} : { in_places: rounded(drawn.inside[place] as number) }),
    ...(more === null ? {} : { one_more_review: roundedAll(more[place] ?? null) }),
  }))
}

/** Half-way between the last who has a place and the first who has none; null where all have one. */
function lineOf(calibrated: Float64Array, places: number, higherIsBetter: boolean): number | null {
  if (places >= calibrated.length) return null
  const sorted = [...calibrated].sort((a, b) => (higherIsBetter ? b - a : a - b))
  return ((sorted[places - 1] as number) + (sorted[places] as number)) / 2
}

function reviewersOf(model: Model, explain: boolean): CalibratedReviewer[] {
  const { sheet, severity, estimate } = model
  const counts = countsOf(sheet.reviewer)
  const uses = explain ? scaleUses(model) : null
  return sheet.reviewers.map((id, place) => ({
    id,
    reviews: counts[place] as number,
    severity: rounded(severity[place] as number),
    standard_error: roundedOrNull(estimate === null ? null : (estimate.reviewerErrors[place] as number)),
    ...(uses === null || uses[place] === undefined ? {} : { use: roundedAll(uses[place]) }),
  }))
}

function partsNamed({ sheet, means }: Model, members: readonly (readonly number[])[]): NonNullable<CalibrationOutput['parts']> {
  const part = partOfEach(sheet, sheet.reviewer)
  const readers: string[][] = members.map(() => [])
  for (const [place, id] of sheet.reviewers.entries()) readers[part[place] as number]?.push(id)
  return members.map((mine, number) => ({
    mean: rounded(means[number] as number),
    applications: mine.map((place) => sheet.applications[place] as string),
    reviewers: readers[number] as string[],
  }))
}

function explainedOf(model: Model): Explained {
  const { status, need, variance } = model
  const advice = status === 'not-estimable' ? 'no-answer' : need.p_value < LEVEL ? 'calibrate' : 'not-needed'
  const shares = status === 'estimated' ? sharesOf(variance) : null
  return { advice, shares: roundedAll(shares), reliability: roundedAll(reliabilityOf(model)), outlying: roundedAll(outlyingReviews(model)) }
}

/** Each criterion by itself, as the total is; a criterion nobody scored has no reviews and is left out. */
function criteriaOf(input: CalibrationInput): CriterionOutcome[] {
  return (input.criteria ?? []).flatMap((criterion) => {
    const scores = criterionScores(input, criterion)
    if (scores.length === 0) return []
    const model = fitted(scores)
    const warnings = warningsOf(model, 0)
    const members = membersOf(model)
    const counts = countsOf(model.sheet.application)
    const applications = model.sheet.applications.map((id, place) => ({
      id,
      reviews: counts[place] as number,
      raw: rounded(model.raw[place] as number),
      calibrated: rounded(model.calibrated[place] as number),
      standard_error: roundedOrNull(model.estimate === null ? null : (model.estimate.applicationErrors[place] as number)),
    }))
    return [
      {
        ...{ id: criterion.id, weight: criterion.weight, reviews: scores.length, mean: rounded(overallMean(model, members)) },
        ...{ variance: roundedAll(model.variance), needed: roundedAll(model.need), applications, reviewers: reviewersOf(model, false) },
        ...(warnings.length === 0 ? {} : { warnings }),
      },
    ]
  })
}
