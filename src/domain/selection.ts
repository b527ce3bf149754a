/** Selection: who plans, seals and publishes; who is a candidate; when each of these separate acts may take place. */
import { finalOf, finalScore, passes, type StageScores } from './review.ts'
import type { Happening } from './review-stage.ts'
import { ok, type Result, refused } from './result.ts'
import { DECIDERS, holds, OFFICERS, type Place, type Role, type Viewer } from './viewer.ts'

const PLANNERS: readonly Role[] = [...OFFICERS, 'chair']
const READERS: readonly Role[] = [...PLANNERS, 'auditor']

/** A plan decides nothing: the officers, the direction and the chair make as many as they like. */
export function mayPlanSelection(viewer: Viewer, place: Place): boolean {
  return holds(viewer, PLANNERS, place)
}

/** The room of the selection is closed to everyone else at the desk: nothing is announced by mistake. */
export function mayReadSelection(viewer: Viewer, place: Place): boolean {
  return holds(viewer, READERS, place)
}

/** The jury decides, by its chair or the direction. */
export function maySealSelection(viewer: Viewer, place: Place): boolean {
  return holds(viewer, DECIDERS, place)
}

export function mayPublishSelection(viewer: Viewer, place: Place): boolean {
  return holds(viewer, ['director'], place)
}

export function mayPrepareLetters(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/** What is known of an eligible application when a list is made. Scores are points of 100 with two decimals. */
export interface CandidateFacts {
  readonly application: string
  readonly withdrawn: boolean
  readonly readings: readonly string[]
  readonly interviews: readonly string[]
  /** Null when nobody has recorded whether the applicant came. */
  readonly attended: boolean | null
  /** What an average reviewer would have given, six decimals, with its standard error; absent where no score is calibrated. */
  readonly calibrated?: { readonly score: string; readonly error: number }
  /** Where the edition writes its stages: the scores of each, in their order. */
  readonly stages?: readonly (StageScores & { readonly happens: Happening })[] | null
  /** It did not go on from a stage. */
  readonly stopped?: boolean
}

export interface SelectionTerms {
  readonly interviewWeight: string
  readonly passMark: string
  /** Which score decides; as given where nothing is said. */
  readonly scoreBasis?: 'raw' | 'calibrated' | null
}

export type Standing =
  | { readonly candidate: true; readonly score: string }
  | { readonly candidate: false; readonly score: string | null; readonly why: 'withdrawn' | 'unread' | 'not-interviewed' | 'below-pass-mark' }

/** Whether an eligible application is a candidate: not withdrawn, read, interviewed where interviews count, and at the pass mark by the score that decides. */
export function standing(facts: CandidateFacts, { interviewWeight, passMark, scoreBasis }: SelectionTerms): Standing {
  if (facts.withdrawn) return { candidate: false, score: null, why: 'withdrawn' }
  if (facts.stages) return standingByStages(facts, facts.stages, { passMark, scoreBasis: scoreBasis ?? null })
  if (facts.readings.length === 0) return { candidate: false, score: null, why: 'unread' }
  const raw = finalScore({ readings: facts.readings, interviews: facts.interviews, interviewWeight })
  const score = raw !== null && scoreBasis === 'calibrated' ? (facts.calibrated?.score ?? raw) : raw
  if (score === null || (facts.attended === false && Number(interviewWeight) > 0)) return { candidate: false, score: null, why: 'not-interviewed' }
  return passes(score, passMark) ? { candidate: true, score } : { candidate: false, score, why: 'below-pass-mark' }
}

/** The same where the edition writes its stages: those that count must have scored the file, and none have stopped it. */
function standingByStages(
  facts: CandidateFacts,
  stages: NonNullable<CandidateFacts['stages']>,
  terms: Omit<SelectionTerms, 'interviewWeight'>,
): Standing {
  const { passMark, scoreBasis } = terms
  const raw = finalOf(stages)
  const score = raw !== null && scoreBasis === 'calibrated' ? (facts.calibrated?.score ?? raw) : raw
  if (facts.stopped === true) return { candidate: false, score, why: 'below-pass-mark' }
  const counted = stages.filter(({ share }) => Number(share) > 0)
  if (counted.some(({ happens, scores }) => happens === 'reading' && scores.length === 0)) return { candidate: false, score: null, why: 'unread' }
  if (score === null || (facts.attended === false && counted.some(({ happens }) => happens === 'interview')))
    return { candidate: false, score: null, why: 'not-interviewed' }
  return passes(score, passMark) ? { candidate: true, score } : { candidate: false, score, why: 'below-pass-mark' }
}

/**
 * Standard error of each final score, in points: the spread between reviewers of one application, pooled over all
 * (within-application variance), over the square root of the number of reviews, each stage with its weight. Zero where
 * nothing was reviewed twice. A calibrated score has the standard error of its calibration. Who withdrew is not counted, as
 * calibration does not count them and the sealed record does not hold their reviews.
 */
export function standardErrors(
  everybody: readonly CandidateFacts[],
  { interviewWeight, scoreBasis }: Pick<SelectionTerms, 'interviewWeight' | 'scoreBasis'>,
): Map<string, number> {
  const all = everybody.filter(({ withdrawn }) => !withdrawn)
  const [first] = all
  if (first?.stages) return errorsByStages(all, first.stages, scoreBasis)
  const weight = Number(interviewWeight)
  const reading = pooledVariance(all.map((one) => one.readings))
  const interview = pooledVariance(all.map((one) => one.interviews))
  return new Map(
    all.map((one) => {
      if (scoreBasis === 'calibrated' && one.calibrated !== undefined) return [one.application, one.calibrated.error]
      const parts =
        (one.readings.length === 0 ? 0 : ((1 - weight) ** 2 * reading) / one.readings.length) +
        (one.interviews.length === 0 ? 0 : (weight ** 2 * interview) / one.interviews.length)
      return [one.application, Math.round(Math.sqrt(parts) * 1e6) / 1e6]
    }),
  )
}

function errorsByStages(
  all: readonly CandidateFacts[],
  stages: NonNullable<CandidateFacts['stages']>,
  basis: SelectionTerms['scoreBasis'],
): Map<string, number> {
  const variances = stages.map((_, place) => pooledVariance(all.map((one) => one.stages?.[place]?.scores ?? [])))
  return new Map(
    all.map((one) => {
      if (basis === 'calibrated' && one.calibrated !== undefined) return [one.application, one.calibrated.error]
      const parts = (one.stages ?? []).map(({ share, scores }, place) =>
        scores.length === 0 ? 0 : (Number(share) ** 2 * (variances[place] ?? 0)) / scores.length,
      )
      return [one.application, Math.round(Math.sqrt(parts.reduce((sum, part) => sum + part, 0)) * 1e6) / 1e6]
    }),
  )
}

function pooledVariance(groups: readonly (readonly string[])[]): number {
  let squares = 0
  let freedom = 0
  for (const group of groups) {
    const mean = group.reduce((sum, one) => sum + Number(one), 0) / group.length
    for (const one of group) squares += (Number(one) - mean) ** 2
    freedom += Math.max(0, group.length - 1)
  }
  return freedom === 0 ? 0 : squares / freedom
}

export interface SealFacts {
  readonly sealed: boolean
  /** What the plan shown was made of, whether it gave a list, and whether its rules are others than those of the edition. */
  readonly shown: { readonly fingerprint: string; readonly solved: boolean; readonly otherRules?: boolean }
  /** Fingerprint the one who seals has seen. */
  readonly seen: string
  /** Fingerprint of the inputs as they stand now. */
  readonly now: string
  /** What happened since the plan: reviews handed in, applications withdrawn. */
  readonly since: { readonly reviews: number; readonly withdrawals: number }
  /** A session of the jury is open or to come, or files were to be discussed again. */
  readonly unfinished: boolean
  /** Why it is sealed all the same; null where nobody said that it should be. */
  readonly nevertheless: string | null
}

/**
 * What was shown is what is sealed: one list, once, from inputs that have not moved. While the jury has not finished, only
 * by somebody who says so and why.
 */
export function sealSelection(facts: SealFacts): Result<null> {
  if (facts.sealed) return refused('selection/already-sealed')
  if (facts.shown.otherRules === true) return refused('selection/other-rules')
  if (!facts.shown.solved) return refused('selection/no-list')
  if (facts.seen !== facts.shown.fingerprint || facts.now !== facts.shown.fingerprint) return refused('selection/inputs-changed', facts.since)
  if (!facts.unfinished) return ok(null)
  if (facts.nevertheless === null) return refused('selection/jury-unfinished')
  return facts.nevertheless.trim() === '' ? refused('selection/jury-unfinished-reason') : ok(null)
}

/** Publishing is an act of its own, after the seal, once, by somebody else than who sealed. */
export function publishSelection(facts: { readonly sealedBy: string | null; readonly published: boolean; readonly by: string }): Result<null> {
  if (facts.sealedBy === null) return refused('selection/not-sealed')
  if (facts.published) return refused('selection/already-published')
  return facts.sealedBy === facts.by ? refused('selection/publisher-sealed') : ok(null)
}

/** Letters are written once results are public, once. */
export function prepareLetters(facts: { readonly published: boolean; readonly prepared: boolean }): Result<null> {
  if (!facts.published) return refused('selection/not-published')
  return facts.prepared ? refused('selection/letters-prepared') : ok(null)
}
