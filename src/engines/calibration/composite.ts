/** The weighted total of a review, on the scale of the whole; and its scores by criterion. */
import type { CalibrationInput, CriterionInput, ReviewInput } from './format.ts'
import type { Score } from './sheet.ts'

/** Scores of one criterion, on its own scale, by the reviewers who gave one. */
export function criterionScores({ reviews }: CalibrationInput, { id }: CriterionInput): Score[] {
  return reviews.flatMap((review) => {
    const score = review.scores?.[id]
    return score === undefined || score === null ? [] : [scoreOf(review, score, 1)]
  })
}

export interface Totals {
  readonly scores: readonly Score[]
  /** Reviews that lack a criterion. */
  readonly unfinished: number
}

/**
 * One total a review. Where a criterion is missing, the review's mean distance from what is usual on the criteria it has
 * is taken for all: nobody loses for lacking the criterion that is usually marked high. Its confidence falls with the
 * weight that is missing.
 */
export function totalScores(input: CalibrationInput): Totals {
  const { reviews, criteria } = input
  if (criteria === undefined) return { scores: reviews.map((review) => scoreOf(review, review.score as number, 1)), unfinished: 0 }
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const columns = criteria.map((criterion) => {
    const values = reviews.map((review) => onScale(review.scores?.[criterion.id] ?? null, criterion, input.scale))
    return { weight: criterion.weight / all, values, usual: meanOf(values) }
  })
  const usual = columns.reduce((sum, column) => sum + column.weight * column.usual, 0)
  let unfinished = 0
  const scores = reviews.map((review, place) => {
    let [given, distance, exact] = [0, 0, 0]
    let whole = true
    for (const { weight, values, usual: middle } of columns) {
      const value = values[place] ?? null
      if (value === null) whole = false
      else {
        given += weight
        distance += weight * (value - middle)
        exact += weight * value
      }
    }
    if (whole) return scoreOf(review, exact, 1)
    unfinished++
    return scoreOf(review, usual + distance / given, given)
  })
  return { scores, unfinished }
}

function onScale(score: number | null, { scale }: CriterionInput, [lowest, highest]: readonly [number, number]): number | null {
  if (score === null || scale === undefined) return score
  return lowest + ((score - scale[0]) / (scale[1] - scale[0])) * (highest - lowest)
}

function meanOf(values: readonly (number | null)[]): number {
  const given = values.filter((value) => value !== null)
  return given.length === 0 ? 0 : given.reduce((sum, value) => sum + value, 0) / given.length
}

function scoreOf({ application, reviewer, panel, confidence }: ReviewInput, score: number, share: number): Score {
  // Sums of decimals differ in their last digits by the order of the criteria: what is equal must stay equal.
  const exact = Math.round(score * 1e9) / 1e9
  return { application, reviewer, panel: panel ?? null, score: exact, confidence: (confidence ?? 1) * share }
}
