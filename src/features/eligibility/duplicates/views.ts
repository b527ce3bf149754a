/** What the page of likely pairs shows. */
import type { LikenessTrait } from '../../../domain/likeness.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { Piece } from '../../applications/index.ts'
import type { Likeness } from '../views.ts'

/** open: nobody has said yet; decided: somebody has; before: applied in an earlier edition. */
export const PAIR_STATES = ['open', 'decided', 'before'] as const
export type PairState = (typeof PAIR_STATES)[number]

export interface PairFilters {
  readonly state: PairState
  /** Number of an application; '' for all. */
  readonly number: string
  /** From 1. */
  readonly page: number
}

export interface PairSide {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly birthDate: string | null
  readonly region: string
  readonly submittedAt: Date
  readonly edition: { readonly slug: string; readonly name: Trilingual }
}

export interface PairView {
  /** What was sent first. */
  readonly first: PairSide
  readonly second: PairSide
  readonly same: readonly LikenessTrait[]
  readonly nameLikeness: number
  readonly textLikeness: number
  /** The long answer both share, as each wrote it; null when there is none, or the viewer may not answer for the pair. */
  readonly shared: { readonly first: readonly Piece[]; readonly second: readonly Piece[] } | null
  /** The two are of different editions: none of them is kept or left. */
  readonly across: boolean
  readonly judged: Likeness['judged']
  /** The application that goes on. */
  readonly kept: string | null
  /** Number of the last answer; 0 when there is none. */
  readonly seq: number
  readonly mayJudge: boolean
}

export interface PairsView {
  readonly counts: Readonly<Record<PairState, number>>
  /** Pairs that match the filters. */
  readonly total: number
  readonly pairs: readonly PairView[]
}
