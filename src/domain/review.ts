/** Reviews: the score of a grid, what a grid still lacks, when two readers diverge, the final score. All in exact decimals. */
import { mayDecideEligibility } from './eligibility-decision.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, FILE_READERS, type Viewer } from './viewer.ts'

export interface CriterionWeight {
  readonly code: string
  /** Of 100. */
  readonly weight: number
}

export interface Scale {
  readonly min: number
  readonly max: number
}

/** Steps of the scale by code of criterion. */
export type Scores = Readonly<Record<string, number>>
/** Comments by code of criterion. */
export type Comments = Readonly<Record<string, string>>

/** A ratio of integers written with some decimals, half away from zero. */
function decimalOf(numerator: bigint, denominator: bigint, decimals: number): string {
  const scaled = numerator * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + denominator) / (2n * denominator)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** A decimal that is not negative, as an integer of its smallest places. */
function scaled(decimal: string, decimals: number): bigint {
  const [whole = '0', part = ''] = decimal.split('.')
  return BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals))
}

/**
 * Points of 100 with two decimals: the sum over criteria of weight × step ÷ highest step. Null while a criterion has no
 * step. Weights add up to 100 (an invariant of the database).
 */
export function compositeScore(criteria: readonly CriterionWeight[], scores: Scores, scale: Scale): string | null {
  let sum = 0
  for (const { code, weight } of criteria) {
    const step = scores[code]
    if (step === undefined) return null
    sum += weight * step
  }
  return decimalOf(BigInt(sum), BigInt(scale.max), 2)
}

/** Characters of a comment on a criterion, and of the note of who steps back. */
export const LONGEST_COMMENT = 4000

/** Characters of the reason an officer writes beside what they do with a reading. */
export const LONGEST_READING_REASON = 500

/** A comment too long is never cut: whoever wrote it learns by how much. In the order of the grid. */
export function longComments(criteria: readonly Pick<CriterionWeight, 'code'>[], comments: Comments): { criterion: string; over: number }[] {
  return criteria.map(({ code }) => ({ criterion: code, over: (comments[code] ?? '').length - LONGEST_COMMENT })).filter(({ over }) => over > 0)
}

/** A reason is written, and never cut. Refuses `missing`, the code of the act, and `review/reason-too-long`. */
export function readingReason(reason: string, missing: `${string}/${string}`): Result<string> {
  const text = reason.trim()
  const over = text.length - LONGEST_READING_REASON
  if (text === '') return refused(missing)
  return over > 0 ? refused('review/reason-too-long', { max: LONGEST_READING_REASON, over }) : ok(text)
}

export interface Gap {
  readonly criterion: string
  readonly lacks: 'score' | 'comment'
}

/** Which steps ask for a comment: the two ends of the scale, as everywhere a stage says nothing else. */
export function asksComment(step: number, scale: Scale): boolean {
  return step === scale.min || step === scale.max
}

/** What keeps a grid from being handed in: criteria without a step, steps that ask for a comment without one. In the order of the grid. */
export function gapsOf(
  criteria: readonly CriterionWeight[],
  scores: Scores,
  comments: Comments,
  scale: Scale,
  asks: (step: number) => boolean = (step) => asksComment(step, scale),
): Gap[] {
  return criteria.flatMap(({ code }): Gap[] => {
    const step = scores[code]
    if (step === undefined || !Number.isInteger(step) || step < scale.min || step > scale.max) return [{ criterion: code, lacks: 'score' }]
    return asks(step) && (comments[code] ?? '').trim() === '' ? [{ criterion: code, lacks: 'comment' }] : []
  })
}

/** Points between the highest and the lowest of the readings, two decimals; '0.00' for fewer than two. */
export function spread(scores: readonly string[]): string {
  const points = scores.map((score) => scaled(score, 2)).sort((one, other) => Number(one - other))
  const [low, high] = [points[0], points.at(-1)]
  return low === undefined || high === undefined ? '0.00' : decimalOf(high - low, 100n, 2)
}

/** Whether the readings lie further apart than the edition allows: a third reader is asked. */
export function diverges(scores: readonly string[], limit: string): boolean {
  return scaled(spread(scores), 2) > scaled(limit, 2)
}

/** Mean of some scores with six decimals; null when there is none. */
export function meanScore(scores: readonly string[]): string | null {
  if (scores.length === 0) return null
  const sum = scores.reduce((total, score) => total + scaled(score, 2), 0n)
  return decimalOf(sum, 100n * BigInt(scores.length), 6)
}

export interface FinalFacts {
  /** Scores of the readings handed in, the third reader's included. */
  readonly readings: readonly string[]
  /** Scores of the interview panel. */
  readonly interviews: readonly string[]
  /** Share of the interview, from 0 to 1, three decimals. */
  readonly interviewWeight: string
}

/**
 * (1 − w) × mean of the readings + w × mean of the interviews, six decimals. Null while there is no reading, or no
 * interview although interviews count.
 */
export function finalScore({ readings, interviews, interviewWeight }: FinalFacts): string | null {
  const weight = scaled(interviewWeight, 3)
  if (readings.length === 0 || (weight > 0n && interviews.length === 0)) return null
  const total = (scores: readonly string[]): bigint => scores.reduce((sum, score) => sum + scaled(score, 2), 0n)
  const [r, i] = [BigInt(readings.length), BigInt(Math.max(1, interviews.length))]
  // Both means over one denominator: nothing is rounded before the end.
  return decimalOf((1000n - weight) * total(readings) * i + weight * total(interviews) * r, 1000n * 100n * r * i, 6)
}

/** Scores of one stage, and what it counts of the final score: from 0 to 1, three decimals. */
export interface StageScores {
  readonly share: string
  readonly scores: readonly string[]
}

/** The sum over stages of share × mean, six decimals; null while a stage that counts has no score. Nothing is rounded before the end. */
export function finalOf(stages: readonly StageScores[]): string | null {
  const counted = stages.map(({ share, scores }) => ({ share: scaled(share, 3), scores })).filter(({ share }) => share > 0n)
  if (counted.length === 0 || counted.some(({ scores }) => scores.length === 0)) return null
  const all = counted.reduce((product, { scores }) => product * BigInt(scores.length), 1n)
  const sum = counted.reduce(
    (total, { share, scores }) => total + (share * scores.reduce((points, score) => points + scaled(score, 2), 0n) * all) / BigInt(scores.length),
    0n,
  )
  return decimalOf(sum, 1000n * 100n * all, 6)
}

/** Whether a score reaches the pass mark. */
export function passes(score: string, mark: string): boolean {
  return scaled(score, 6) >= scaled(mark, 6)
}

/** What a review is judged by when its reader writes. */
export interface ReviewFacts {
  readonly version: number
  readonly submittedAt: Date | null
  readonly endedAt: Date | null
  readonly withdrawn: boolean
  /** When the selection was sealed: scores are its input and change no more. */
  readonly sealedAt: Date | null
}

/** A review changes until it is handed in, its assignment ends, the application is withdrawn or the selection is sealed. */
export function mayWriteReview(facts: ReviewFacts): Result<null> {
  if (facts.endedAt !== null) return refused('review/assignment-ended')
  if (facts.submittedAt !== null) return refused('review/submitted')
  if (facts.withdrawn) return refused('review/application-withdrawn')
  if (facts.sealedAt !== null) return refused('review/selection-sealed')
  return ok(null)
}

/** A draft is kept when nobody saved another since it was opened, and every comment fits. */
export function saveReview(facts: ReviewFacts, input: Pick<HandIn, 'version' | 'criteria' | 'comments'>): Result<null> {
  const open = mayWriteReview(facts)
  if (!open.ok) return open
  return input.version === facts.version ? commentsFit(input) : refused('review/stale')
}

/** Refuses `review/comment-too-long`, with how many comments are. */
export function commentsFit({ criteria, comments }: Pick<HandIn, 'criteria' | 'comments'>): Result<null> {
  const long = longComments(criteria, comments)
  return long.length > 0 ? refused('review/comment-too-long', { count: long.length, max: LONGEST_COMMENT }) : ok(null)
}

export interface HandIn {
  readonly criteria: readonly CriterionWeight[]
  readonly scale: Scale
  readonly scores: Scores
  readonly comments: Comments
  readonly version: number
  /** The reader states that nothing ties them to the project or its team. */
  readonly unrelated: boolean
  /** Which steps ask for a comment, where the stage has a rule of its own. */
  readonly asks?: (step: number) => boolean
  /** Points of 100, where the stage does not add up criteria; null for an abstention. */
  readonly points?: (scores: Scores) => string | null
}

/** A grid is handed in whole, once, by a reader who states that they have no conflict. Answers its score; null for a vote that abstains. */
export function submitReview(facts: ReviewFacts, input: HandIn): Result<{ score: string | null }> {
  const open = saveReview(facts, input)
  if (!open.ok) return open
  const gaps = gapsOf(input.criteria, input.scores, input.comments, input.scale, input.asks)
  if (gaps.length > 0) return refused('review/incomplete', { count: gaps.length, criteria: gaps.map((gap) => gap.criterion) })
  if (!input.unrelated) return refused('review/undeclared')
  return ok({ score: input.points === undefined ? compositeScore(input.criteria, input.scores, input.scale) : input.points(input.scores) })
}

/** Reviewers, assignments and interviews are the officers' work. */
export function mayArrangeReviews(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/**
 * Officers of the edition end any reading. One of a region decides on the eligibility of its files, and ends what is still
 * open of them: a file is not found ineligible while somebody reads it. What is handed in the decision itself sets aside.
 */
export function mayEndReading(viewer: Viewer, place: Place, { region, open }: { readonly region: string; readonly open: boolean }): boolean {
  return mayArrangeReviews(viewer, place) || (open && mayDecideEligibility(viewer, { ...place, region }))
}

/** The desk sees loads, progress and scores. */
export function mayReadReviews(viewer: Viewer, place: Place): boolean {
  return holds(viewer, FILE_READERS, place)
}
