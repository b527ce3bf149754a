/** What the pages of impact print. */
import type { CommuniqueText, TextFault } from '../../domain/communique.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { Parameters, Unit } from './indicators/indicator.ts'
import type { IndicatorCode } from './indicators/indicators.ts'
import type { RegionPart } from './queries/indicator.ts'

/** A figure as it is defined, with the names its words need. */
export interface FigureHead {
  readonly reference: string
  readonly indicator: IndicatorCode
  readonly unit: Unit
  readonly parameters: Parameters
  readonly edition: { readonly id: string; readonly slug: string; readonly ordinal: number; readonly name: Trilingual; readonly currency: string }
  /** Names of what it is narrowed to; null when it is not. */
  readonly region: Trilingual | null
  readonly sector: Trilingual | null
  readonly market: Trilingual | null
}

/** A figure with its value at a moment. */
export interface FigureValue extends FigureHead {
  readonly value: string
  readonly records: number
}

/** A figure as it was printed the day of a publication. */
export interface FrozenFigure extends FigureValue {
  /** SHA-256 of the list of its records. */
  readonly fingerprint: string
  readonly split: readonly RegionPart[]
}

/** Why a total is not the sum of its parts. */
export type Cause =
  | { readonly is: 'left'; readonly count: number; readonly region: Trilingual | null; readonly on: string }
  | { readonly is: 'national'; readonly count: number }
  | { readonly is: 'outside'; readonly count: number }
  | { readonly is: 'missing'; readonly count: number; readonly region: Trilingual | null }
  | { readonly is: 'added'; readonly count: number; readonly region: Trilingual | null }

export type Warning =
  | {
      readonly is: 'total'
      readonly reference: string
      readonly value: string
      readonly parts: readonly { readonly reference: string; readonly value: string; readonly region: Trilingual | null }[]
      readonly sum: string
      /** How the total counts, and how its parts do. */
      readonly counts: IndicatorCode
      readonly partsCount: readonly IndicatorCode[]
      readonly causes: readonly Cause[]
    }
  | {
      readonly is: 'counted-otherwise'
      readonly reference: string
      readonly counts: IndicatorCode
      readonly edition: Trilingual
      readonly other: { readonly reference: string; readonly counts: IndicatorCode; readonly edition: Trilingual }
    }
  | { readonly is: 'changed'; readonly reference: string; readonly was: string; readonly now: string; readonly records: boolean; readonly on: string }
  | { readonly is: 'languages'; readonly reference: string; readonly missing: readonly Language[] }

export interface KeyedWarning {
  /** Names this warning as it stands: another value is another warning, to be accepted again. */
  readonly key: string
  readonly warning: Warning
}

export interface CommuniqueHead {
  readonly slug: string
  readonly edition: FigureHead['edition']
  readonly title: Trilingual
  readonly version: number
  readonly writtenAt: Date
  readonly writtenBy: string
  /** The last publication; null while it is a draft. */
  readonly published: { readonly seq: number; readonly version: number; readonly at: Date; readonly by: string } | null
}

/** A communiqué as the desk has it. */
export interface CommuniqueDesk extends CommuniqueHead {
  readonly id: string
  readonly text: CommuniqueText
}

/** What would be published now: shown first, then published as it was shown. */
export interface PublicationPlan {
  readonly figures: readonly FrozenFigure[]
  readonly warnings: readonly KeyedWarning[]
  readonly faults: readonly TextFault[]
  readonly fingerprint: string
}

/** A communiqué as it was published. */
export interface PublishedCommunique {
  readonly id: string
  readonly slug: string
  readonly edition: FigureHead['edition']
  readonly seq: number
  readonly version: number
  readonly text: CommuniqueText
  readonly figures: readonly FrozenFigure[]
  readonly warnings: readonly KeyedWarning[]
  readonly fingerprint: string
  readonly at: Date
}
