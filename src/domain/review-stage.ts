/** Stages of review: how files are read, by whom and by which grid, and what takes a file to the next stage. An edition that says nothing has two: readings and an interview. */
import type { Criterion, EditionFile } from './edition.ts'
import type { Trilingual } from './language.ts'
import type { Hidden } from './blindness.ts'
import { diverges, meanScore, passes, type Scale, type Scores, spread } from './review.ts'

export const HAPPENINGS = ['reading', 'interview'] as const
export const MODES = ['score', 'pass-fail', 'rank', 'vote'] as const
export const COMMENT_RULES = ['ends', 'always', 'never'] as const
export const MAJORITIES = ['simple', 'two-thirds', 'unanimous'] as const

/** How readers who talk about a file after scoring it see each other: by name, or by number. */
export const DISCUSSIONS = ['numbered', 'named'] as const
export type DiscussionNames = (typeof DISCUSSIONS)[number]

export type Happening = (typeof HAPPENINGS)[number]
export type Mode = (typeof MODES)[number]
/** ends: where the scale ends, where something is not met, and with a vote against. */
export type CommentRule = (typeof COMMENT_RULES)[number]
/** simple: more for than against; unanimous: somebody for, nobody against. Who abstains is in neither number. */
export type Majority = (typeof MAJORITIES)[number]

/** What a grid needs of a stage. */
export interface GridTerms {
  readonly mode: Mode
  readonly comments: CommentRule
  /** Its own steps; absent: those of the edition. */
  readonly scale?: Scale
  /** Criteria it asks, each with its weight of 100; absent: all of the edition with theirs. */
  readonly weights?: Readonly<Record<string, number>>
  /** What its own steps mean, by criterion, from the lowest up. */
  readonly anchors?: Readonly<Record<string, readonly Trilingual[]>>
}

export interface ReviewStage extends GridTerms, Hidden {
  readonly code: string
  readonly name: Trilingual
  readonly happens: Happening
  /** How many read each file; in an interview, how many sit on the panel at least. */
  readonly readers: number
  /** Points of 100 between two readers above which a third is asked; null: none is. */
  readonly divergence: string | null
  /** Points of 100 that take a file to the next stage; null: every file goes on, or the majority decides. */
  readonly passMark: string | null
  /** Of the final score, from 0 to 1. */
  readonly share: string
  /** vote: how many must have voted, abstentions counted. */
  readonly quorum?: number
  readonly majority?: Majority
  /** Absent: as `discussionNames` says. */
  readonly discussion?: DiscussionNames
}

/** Where a stage does not say it: who may not know who applied is not told who else reads either. */
export function discussionNames({ discussion, hides }: Pick<ReviewStage, 'discussion' | 'hides'>): DiscussionNames {
  return discussion ?? (hides.includes('names') ? 'numbered' : 'named')
}

/** A grid as it is filled in: what it asks, with which steps. */
export interface StageGrid {
  readonly criteria: readonly Criterion[]
  readonly scale: Scale
}

const NO_TEXT: Trilingual = { ar: '', fr: '', en: '' }
/** Votes and places have no criteria of their own: one line, under this code. */
export const ONE_LINE = { vote: 'vote', rank: 'place' } as const
export const VOTES = { for: 1, abstain: 0, against: -1 } as const
export const MOST_RANKED = 500

/** The grid of a stage, from the criteria and the scale of its edition. */
export function gridOf(stage: GridTerms, criteria: readonly Criterion[], scale: Scale): StageGrid {
  const { mode, weights, anchors } = stage
  if (mode === 'vote' || mode === 'rank') {
    const line: Criterion = { code: ONE_LINE[mode], name: NO_TEXT, question: NO_TEXT, weight: 100, anchors: [] }
    return { criteria: [line], scale: mode === 'vote' ? { min: -1, max: 1 } : { min: 1, max: MOST_RANKED } }
  }
  const asked = criteria.flatMap((one) => {
    if (weights === undefined) return [one]
    const weight = Object.hasOwn(weights, one.code) ? weights[one.code] : undefined
    return weight === undefined ? [] : [{ ...one, weight }]
  })
  if (mode === 'pass-fail') return { criteria: asked.map((one) => ({ ...one, anchors: [] })), scale: { min: 0, max: 1 } }
  if (stage.scale === undefined) return { criteria: asked, scale }
  return { criteria: asked.map((one) => ({ ...one, anchors: anchors?.[one.code] ?? [] })), scale: stage.scale }
}

/** The stages of an edition: its own, or the readings and the interview that its terms say. */
export function stagesOf(file: Pick<EditionFile, 'edition' | 'review'>): readonly ReviewStage[] {
  return file.review ?? impliedStages(file.edition)
}

/** What every edition without stages of its own has. Their names are those of the programme's words. */
export function impliedStages(
  edition: Pick<EditionFile['edition'], 'reviewsPerApplication' | 'divergence' | 'interviewWeight'>,
): readonly ReviewStage[] {
  const rest = { mode: 'score', comments: 'ends', passMark: null, hides: ['names'], hidesQuestions: [], name: NO_TEXT } as const
  const { reviewsPerApplication: readers, divergence, interviewWeight } = edition
  return [
    { ...rest, code: 'reading', happens: 'reading', readers, divergence, share: complement(interviewWeight) },
    { ...rest, code: 'interview', happens: 'interview', readers: 1, divergence: null, share: interviewWeight },
  ]
}

function complement(share: string): string {
  return String(Math.round((1 - Number(share)) * 1000) / 1000)
}

/** Which steps of a stage ask for a comment. A place among others asks none of its own. */
export function commentAsked({ mode, comments }: GridTerms, { scale }: Pick<StageGrid, 'scale'>): (step: number) => boolean {
  if (comments !== 'ends') return () => comments === 'always'
  if (mode === 'rank') return () => false
  return mode === 'score' ? (step) => step === scale.min || step === scale.max : (step) => step === scale.min
}

/** Points of a place among so many files: the first 100, the last 0. Two decimals. A file alone has 100. */
export function placePoints(place: number, files: number): string {
  if (files <= 1) return '100.00'
  return (Math.round(((files - place) * 10_000) / (files - 1)) / 100).toFixed(2)
}

/** What a vote counts: all for it, nothing for it, or neither. */
export function votePoints(scores: Scores): string | null {
  const vote = scores[ONE_LINE.vote]
  return vote === VOTES.for ? '100.00' : vote === VOTES.against ? '0.00' : null
}

/** One review of a stage as it stands. `points` is null for an abstention, and until it is handed in. */
export interface StageReview {
  readonly handedIn: boolean
  readonly points: string | null
}

export interface StageOutcome {
  readonly given: number
  readonly awaited: number
  /** Mean of the points; null while there are none. Of a vote: the share for it among those for or against. */
  readonly mean: string | null
  readonly spread: string
  readonly diverges: boolean
  /** Null until every review is in. */
  readonly passes: boolean | null
}

/** Where a file stands in a stage. */
export function outcomeOf(
  stage: Pick<ReviewStage, 'mode' | 'divergence' | 'passMark' | 'quorum' | 'majority'>,
  reviews: readonly StageReview[],
): StageOutcome {
  const points = reviews.flatMap((one) => (one.points === null ? [] : [one.points]))
  const given = reviews.filter(({ handedIn }) => handedIn).length
  const awaited = reviews.length - given
  const whole = reviews.length > 0 && awaited === 0
  const mean = meanScore(points)
  return {
    given,
    awaited,
    mean,
    spread: spread(points),
    diverges: stage.divergence !== null && diverges(points, stage.divergence),
    passes: whole ? (stage.mode === 'vote' ? isCarried(stage, points, given) : mean !== null && passes(mean, stage.passMark ?? '0')) : null,
  }
}

function isCarried({ quorum = 1, majority = 'simple' }: Pick<ReviewStage, 'quorum' | 'majority'>, points: readonly string[], given: number): boolean {
  const pro = points.filter((one) => Number(one) > 0).length
  const contra = points.length - pro
  if (given < quorum || pro === 0) return false
  if (majority === 'unanimous') return contra === 0
  return majority === 'simple' ? pro > contra : 3 * pro >= 2 * points.length
}
