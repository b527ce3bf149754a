/** What the pages of the selection show. */
import type { PersonName } from '../../domain/person.ts'
import type { Language } from '../../domain/language.ts'
import type { Standing } from '../../domain/selection.ts'
import type { Changes } from '../../domain/what-if.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import type { UnfinishedJury } from '../juries/index.ts'

export interface RegionView {
  readonly code: string
  readonly name: string
  readonly mark: string
}

/** A candidate in the ranking of a plan. */
export interface LineView {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly region: RegionView | null
  /** By score over the edition. */
  readonly rank: number
  /** Points of 100, six decimals. */
  readonly score: string
  /** The mean of the reviews as given, where calibrated scores decide; with the ranks gained (+) or lost by calibration. */
  readonly raw: { readonly score: string; readonly moved: number } | null
  /** Points; null when nothing was reviewed twice. */
  readonly standardError: number | null
  readonly probability: number | null
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  readonly reserveRank: number | null
  /** Selected by a rule although some with a higher score are not. */
  readonly raised: boolean
  /** Points of margin or gap; null when no list keeps the rules otherwise. */
  readonly points: string | null
  /** Titles of who would come in, or go out. */
  readonly instead: readonly string[]
  /** Names of the rules that decide. */
  readonly rules: readonly string[]
}

export interface QuotaView {
  readonly name: string
  readonly attribute: string
  readonly value: string
  readonly mark: string | null
  readonly min: number | null
  readonly max: number | null
  readonly count: number
  readonly raised: number
  readonly binding: boolean
  /** Points; null when it costs nothing. */
  readonly price: string | null
}

/** A simulation among the others. */
export interface PlanLine {
  readonly number: number
  readonly note: string
  /** Under other rules than those of the edition: never sealed. */
  readonly otherRules: boolean
  readonly plannedAt: Date
  readonly plannedBy: string
}

export interface PlanView {
  readonly id: string
  readonly number: number
  readonly fingerprint: string
  readonly plannedAt: Date
  readonly plannedBy: string
  readonly note: string
  /** What it changes of the edition; null for a plan that can be sealed. */
  readonly changes: Changes | null
  /** The same in words, a phrase a change. */
  readonly changed: readonly string[]
  /** Whether calibrated scores decide. */
  readonly isCalibrated: boolean
  /** Under a budget: the most, and what the selected cost. */
  readonly budget: { readonly most: string; readonly spent: string } | null
  readonly solved: boolean
  readonly total: string | null
  readonly unique: boolean
  readonly draws: number
  /** Names of the rules that cannot hold together. */
  readonly conflict: readonly string[]
  /** The fewest changes of limits under which there would be a list, in words. */
  readonly repair: readonly string[]
  readonly quotas: readonly QuotaView[]
  /** Selected by score, then the others by score. */
  readonly lines: readonly LineView[]
}

export interface SealView {
  readonly hash: string
  readonly sealedAt: Date
  readonly sealedBy: string
  /** Whether the viewer sealed it: somebody else publishes. */
  readonly own: boolean
  readonly plan: number
  /** What the jury had not ended, and why it was sealed all the same. */
  readonly nevertheless: { readonly unfinished: UnfinishedJury; readonly reason: string } | null
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly counts: Readonly<Record<'selected' | 'reserve' | 'not-selected', number>>
}

/** What the plan shown hangs on, as far as it was asked. */
export type WeightsView =
  | { readonly is: 'none' }
  | { readonly is: 'under-way'; readonly headway: number | null }
  | {
      readonly is: 'there'
      readonly weights: readonly { readonly name: string; readonly share: number; readonly from: number; readonly to: number }[]
    }

export interface RoomView {
  readonly eligible: number
  readonly readings: number
  readonly interviews: number
  readonly awaited: number
  readonly places: number
  readonly currency: string
  readonly seedCeiling: string
  readonly others: readonly {
    readonly why: Extract<Standing, { candidate: false }>['why'] | 'not-invited'
    readonly count: number
    /** Of files that were not invited to the interview: the lowest and the highest mean of their readings. */
    readonly means?: { readonly low: string; readonly high: string }
  }[]
  readonly plan: PlanView | null
  readonly weights: WeightsView
  /** A simulation of a large pool, while it is computed. */
  readonly run: { readonly askedAt: Date; readonly headway: number | null } | null
  /** All plans, the newest first. */
  readonly plans: readonly PlanLine[]
  readonly seal: SealView | null
  /** The inputs moved since the plan shown: it cannot be sealed. */
  readonly stale: boolean
  readonly may: { readonly plan: boolean; readonly try: boolean; readonly seal: boolean; readonly publish: boolean; readonly letters: boolean }
}

/** What anyone may read once it is published. */
export interface ResultsView {
  readonly edition: string
  readonly publishedAt: Date
  readonly hash: string
  readonly count: number
  readonly regions: readonly (RegionView & {
    readonly selected: readonly { readonly number: string; readonly title: string }[]
    readonly reserve: readonly { readonly number: string; readonly rank: number }[]
  })[]
}

/** A letter of a batch, before it leaves. */
export interface BatchLetterView {
  readonly id: string
  readonly kind: string
  readonly address: string
  /** Who it is for, as their names stand now; empty where it was written to an address alone. */
  readonly reader: PersonName
  readonly language: Language
  readonly subject: string
  readonly paragraphs: readonly Paragraph[]
}
