/** What the page of conflicts shows. */
import type { TieKind, TieSign } from '../../../domain/conflict.ts'

/** open: a question nobody has answered, or a file in hands it should not be in; standing: the two are kept apart; dismissed: an officer said that it is none. */
export const CONFLICT_STATES = ['open', 'standing', 'dismissed'] as const
export type ConflictState = (typeof CONFLICT_STATES)[number]

export interface ConflictFilters {
  readonly state: ConflictState
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
  readonly kind: TieKind | 'declared'
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
  readonly total: number
  readonly lines: readonly ConflictLine[]
  /** When somebody, or the night, last looked; null: never. */
  readonly lookedAt: Date | null
}
