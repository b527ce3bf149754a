/** What the pages of markets print. */
import type { Language, Trilingual } from '../../domain/language.ts'

export interface MarketLine {
  readonly id: string
  readonly name: string
  readonly town: string
  /** Days 'YYYY-MM-DD'. */
  readonly from: string
  readonly to: string
  /** Stands offered to the programme, given to projects, and whose projects took part. */
  readonly places: number
  readonly given: number
  readonly tookPart: number
  /** The total that was counted; null when nobody counted it. */
  readonly visitors: number | null
  readonly public: boolean
  readonly cancelled: boolean
}

export interface StandView {
  readonly project: string
  readonly title: string
  readonly language: Language
  readonly region: string
  readonly mark: string
  readonly label: string
  readonly reason: string
  readonly tookPart: boolean | null
}

export interface CountView {
  readonly part: string
  readonly name: string
  readonly visitors: number
  readonly source: string
}

export interface MarketView extends MarketLine {
  readonly stands: readonly StandView[]
  readonly withdrawals: readonly { readonly title: string; readonly language: Language; readonly at: Date; readonly reason: string }[]
  readonly counts: readonly CountView[]
  readonly cancelReason: string | null
  readonly version: number
  readonly written: { readonly name: Trilingual; readonly town: Trilingual }
}

/** A project that may still be given a stand. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly region: string
}
