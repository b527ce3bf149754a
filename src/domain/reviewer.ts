/** Reviewers of an edition: who may be asked, what each can read, and how they come and go. */
import { ok, type Result, refused } from './result.ts'

export interface ReviewerTerms {
  /** Languages read, at least one. */
  readonly languages: readonly string[]
  /** Codes of sectors they know; none for any. */
  readonly sectors: readonly string[]
  /** Code of the region they come from; null for none of the edition's. */
  readonly region: string | null
  /** Organisations they work for or with, separated by commas. */
  readonly affiliations: string
  /** Applications they read at least and at most. */
  readonly minLoad: number
  readonly maxLoad: number
}

/** Codes of the edition that terms draw from. */
export interface ReviewerLists {
  readonly regions: readonly string[]
  readonly sectors: readonly string[]
}

/** Applications one person may be asked to read; more is read by nobody with care. */
export const MOST_READ = 100

/** Characters the list of somebody's organisations may take. */
export const LONGEST_AFFILIATIONS = 300

export function mayReadSo(terms: ReviewerTerms, lists: ReviewerLists): Result<null> {
  if (terms.region !== null && !lists.regions.includes(terms.region)) return refused('reviewer/unknown-region')
  if (terms.sectors.some((code) => !lists.sectors.includes(code))) return refused('reviewer/unknown-sector')
  if (terms.languages.length === 0) return refused('reviewer/no-language')
  if (terms.maxLoad < 1 || terms.maxLoad > MOST_READ) return refused('reviewer/load-outside', { most: MOST_READ })
  return terms.minLoad < 0 || terms.minLoad > terms.maxLoad ? refused('reviewer/loads-crossed') : ok(null)
}

export interface CandidateFacts {
  /** Whether they hold the role of reviewer there. */
  readonly holdsRole: boolean
  /** Whether the role comes with the invitation: so it is for who is invited by their address. */
  readonly givesRole: boolean
  /** Whether they invite themselves. */
  readonly own: boolean
  /** Whether they are a reviewer of the edition already, or were. */
  readonly known: boolean
  /** Whether they applied to the edition, alone or in a team. */
  readonly applied: boolean
  readonly sealed: boolean
}

/** Who applies does not judge; who was asked once is not asked twice; nobody gives themselves the role. */
export function inviteReviewer(facts: CandidateFacts, terms: ReviewerTerms, lists: ReviewerLists): Result<null> {
  if (facts.sealed) return refused('reviewer/sealed')
  if (!facts.holdsRole && !facts.givesRole) return refused('reviewer/without-role')
  if (facts.known) return refused('reviewer/known-already')
  if (facts.applied) return refused('reviewer/applied')
  return !facts.holdsRole && facts.own ? refused('reviewer/own') : mayReadSo(terms, lists)
}

export interface ReviewerFacts {
  readonly acceptedAt: Date | null
  readonly leftAt: Date | null
  readonly sealed: boolean
  /** Readings that stand and that a plan counts: third readings and interviews are asked beyond the most. */
  readonly load: number
}

/** An invitation is answered once. Of who accepts it the organisations are kept whole or refused, never cut: `reviewer/affiliations-too-long`. */
export function answerInvitation(
  { acceptedAt, leftAt, sealed }: ReviewerFacts,
  { accepts, affiliations }: { readonly accepts: boolean; readonly affiliations: string },
): Result<null> {
  if (sealed) return refused('reviewer/sealed')
  if (acceptedAt !== null || leftAt !== null) return refused('reviewer/answered')
  const over = accepts ? affiliations.length - LONGEST_AFFILIATIONS : 0
  return over > 0 ? refused('reviewer/affiliations-too-long', { max: LONGEST_AFFILIATIONS, over }) : ok(null)
}

/** What was given to read already stays: one cannot be put below it. */
export function changeReviewer(facts: ReviewerFacts, terms: ReviewerTerms, lists: ReviewerLists): Result<null> {
  if (facts.sealed) return refused('reviewer/sealed')
  if (facts.leftAt !== null) return refused('reviewer/left')
  return terms.maxLoad < facts.load ? refused('reviewer/load-given', { load: facts.load }) : mayReadSo(terms, lists)
}

export function endReviewer(facts: ReviewerFacts, reason: string): Result<null> {
  if (facts.sealed) return refused('reviewer/sealed')
  if (facts.leftAt !== null) return refused('reviewer/left')
  return reason.trim() === '' ? refused('reviewer/without-reason') : ok(null)
}
