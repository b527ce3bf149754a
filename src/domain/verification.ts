/** Verified facts: what an officer has seen proved of a person, how long it may be relied on, and how it is contested. */
import type { Question } from './form.ts'
import { ok, type Result, refused } from './result.ts'

export const FACTS = ['identity-card', 'birth-date', 'bank-account', 'registration'] as const
export type Fact = (typeof FACTS)[number]

/** The fact that the answer to a question states; null for a question that states none of a person. */
export function factOf({ kind, code }: Pick<Question, 'kind' | 'code'>): Fact | null {
  if (kind === 'cin') return 'identity-card'
  if (kind === 'rib') return 'bank-account'
  if (kind === 'ice') return 'registration'
  return kind === 'date' && code === 'birth_date' ? 'birth-date' : null
}

export interface Verified {
  readonly fact: Fact
  /** The answer that was verified, canonical. */
  readonly value: string
  readonly verifiedAt: Date
  /** 'YYYY-MM-DD', that day included; null for good. */
  readonly validUntil: string | null
  readonly revokedAt: Date | null
  /** Contested by the person, and not answered yet. */
  readonly contested: boolean
}

/** The verification of a fact that stands on a day: the last that was neither revoked nor ran out. */
export function standing<One extends Verified>(all: readonly One[], fact: Fact, today: string): One | null {
  const holding = all.filter((one) => one.fact === fact && one.revokedAt === null && (one.validUntil === null || one.validUntil >= today))
  return holding.reduce<One | null>((last, one) => (last === null || one.verifiedAt >= last.verifiedAt ? one : last), null)
}

/** `none`: nothing stands. `contested`: what stands is in doubt, and proves nothing meanwhile. */
export type Comparison = 'same' | 'differs' | 'contested' | 'none'

/** An answer held against what was verified. */
export function compared(answer: string, verified: Verified | null): Comparison {
  if (verified === null) return 'none'
  if (verified.contested) return 'contested'
  return verified.value === answer ? 'same' : 'differs'
}

export interface VerifyFacts {
  /** The canonical answer; '' when the question was not answered. */
  readonly answer: string
  readonly withdrawn: boolean
  /** Whether the officer is the very person. */
  readonly own: boolean
  readonly standing: Verified | null
  readonly today: string
}

/** An officer states on what basis an answer was seen proved, and until when that holds. */
export function mayVerify(facts: VerifyFacts, input: { readonly basis: string; readonly validUntil: string | null }): Result<null> {
  if (facts.withdrawn) return refused('verification/withdrawn')
  if (facts.own) return refused('verification/own')
  if (facts.answer === '') return refused('verification/no-answer')
  if (input.basis.trim() === '') return refused('verification/no-basis')
  if (input.validUntil !== null && input.validUntil < facts.today) return refused('verification/past')
  return compared(facts.answer, facts.standing) === 'same' ? refused('verification/stands') : ok(null)
}

export function mayRevoke(verified: Pick<Verified, 'revokedAt'>, reason: string): Result<null> {
  if (verified.revokedAt !== null) return refused('verification/revoked')
  return reason.trim() === '' ? refused('verification/no-reason') : ok(null)
}

/** Characters of what is said against a verification. */
export const LONGEST_CONTEST = 1000

export function mayContest(verified: Pick<Verified, 'revokedAt' | 'contested'>, text: string): Result<null> {
  if (verified.revokedAt !== null) return refused('verification/revoked')
  if (verified.contested) return refused('verification/contested')
  if (text.trim().length > LONGEST_CONTEST) return refused('verification/text-too-long', { max: LONGEST_CONTEST })
  return text.trim() === '' ? refused('verification/no-text') : ok(null)
}

export function mayAnswerContest(verified: Pick<Verified, 'revokedAt' | 'contested'>, answer: string): Result<null> {
  if (verified.revokedAt !== null) return refused('verification/revoked')
  if (!verified.contested) return refused('verification/not-contested')
  return answer.trim() === '' ? refused('verification/no-contest-answer') : ok(null)
}
