/** What the page of conflicts shows. */
import { TIE_KINDS, type TieSign } from '../../../domain/conflict.ts'

/** open: a question nobody has answered, or a file in hands it should not be in; standing: the two are kept apart; dismissed: an officer said that it is none. */
export const CONFLICT_STATES = ['open', 'standing', 'dismissed'] as const
export type ConflictState = (typeof CONFLICT_STATES)[number]

/** What reviewers declared, then what was found. */
export const CONFLICT_KINDS = ['declared', ...TIE_KINDS] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

export interface ConflictFilters {
  readonly state: ConflictState
  /** Null: all. */
  readonly kind: ConflictKind | null
  /** From 1. */
  readonly page: number
}

export const CONFLICTS_A_PAGE = 20

export interface ConflictLine {
  readonly reviewer: string
  readonly reviewerName: string
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly kind: ConflictKind
  /** Null for what the reviewer declared. */
  readonly sign: TieSign | null
  readonly certain: boolean
  /** The organisation or the domain both are of; what the reviewer wrote, of what they declared. */
  readonly shared: string
  /** Who in the team bears the name, where it is about one. */
  readonly alike: string
  readonly at: Date
  /** Whether the reviewer holds the file now. */
  readonly reads: boolean
  readonly state: ConflictState
  readonly judged: { readonly stands: boolean; readonly reason: string; readonly by: string; readonly at: Date } | null
  /** Number of the last answer; 0 when there is none. */
  readonly seq: number
}

export interface ConflictsView {
  readonly counts: Readonly<Record<ConflictState, number>>
  /** What is in the state asked for, by kind. */
  readonly kinds: readonly { readonly kind: ConflictKind; readonly count: number }[]
  readonly total: number
  /** Of those, questions that leave a doubt: they may be answered together. */
  readonly questions: number
  readonly lines: readonly ConflictLine[]
  /** When somebody, or the night, last looked; null: never. */
  readonly lookedAt: Date | null
}

/** A tie that may be chance and that nobody has answered. */
export function isQuestion({ state, certain }: ConflictLine): boolean {
  return state === 'open' && !certain
}

/** One answer to many questions, before it is given. */
export interface AnswersPlan {
  readonly stands: boolean
  /** What would be answered. */
  readonly lines: readonly ConflictLine[]
  /** What was asked for and is no question any more. */
  readonly left: number
  /** Files that reviewers would give back. */
  readonly takenBack: number
  /** SHA-256 of what it rests on. */
  readonly fingerprint: string
}
