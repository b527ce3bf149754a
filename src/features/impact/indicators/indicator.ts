/**
 * What an indicator is: a named query over the records of an edition, with a definition in three languages (words
 * `indicator.<code>.name|counts|since|not`). It answers one row a record; its value is the sum of their `amount` (1
 * for what is counted one by one), its split the same sum by region: a figure can thus never differ from what it opens to.
 */
import type { RawBuilder } from 'kysely'
import type { ActivityKind } from '../../../domain/activity.ts'

export const FAMILIES = ['applications', 'cohort', 'support', 'markets', 'means'] as const
export type Family = (typeof FAMILIES)[number]

/** How the value is written: so many, or so much money in the currency of the edition. */
export type Unit = 'count' | 'money'

/** What a record is, for its link and for what the public may read of it. */
export type RecordKind = ActivityKind | 'application' | 'project' | 'tour' | 'market' | 'place' | 'award' | 'payment' | 'instalment' | 'agreement'

export const PARAMETERS = ['region', 'sector', 'market'] as const
export type Parameter = (typeof PARAMETERS)[number]
/** Region and sector by code, market by id; what is left out is not narrowed. */
export type Parameters = Readonly<Partial<Record<Parameter, string>>>

/** Which edition is asked about, and as of which moment: what was recorded later is not counted. */
export interface Asked {
  readonly organisation: string
  readonly edition: string
  readonly asOf: Date
  readonly parameters?: Parameters
}

export interface Indicator {
  readonly family: Family
  readonly unit: Unit
  readonly takes: readonly Parameter[]
  /**
   * What it counts. Two indicators with the same noun count it in two ways (admitted, active at the end): beside each
   * other they are compared, and a split by one is held against a total by the other.
   */
  readonly noun: string
  /** It is one part of a split that has a name: by kind of applicant. */
  readonly split?: { readonly by: 'kind'; readonly of: string; readonly parts: number }
  /**
   * What the public reads of its records: `listed` one by one (named where the record itself is public), or `split`,
   * only how many in each region. Applications and money are never listed.
   */
  readonly public: 'listed' | 'split'
  /**
   * The records: columns id, kind, name (trilingual or null), title and language (text in one language, or null), day,
   * region (code, ISO code of one outside the edition, or null for national), sector, market, amount, shown (whether the
   * public may read its name), staff_path and public_path (addresses without the language, or null).
   */
  readonly records: (asked: Asked) => RawBuilder<unknown>
}
