/** What the fee sheet shows. */
import type { FeeCounts, FeeRates } from '../../../domain/fee.ts'

export interface FeeLine {
  readonly reviewer: string
  /** Null for who may not read names. */
  readonly name: string | null
  readonly counts: FeeCounts
  /** Canonical decimal. */
  readonly amount: string
}

export interface FeesView {
  readonly currency: string
  readonly rates: FeeRates
  /** Number of the last change of rates; 0 when there was none. */
  readonly seq: number
  /** Those who handed something in or sat in the jury, by name; without names, in a fixed order. */
  readonly lines: readonly FeeLine[]
  readonly total: string
  readonly fingerprint: string
  readonly closed: { readonly at: Date; readonly by: string } | null
  /** Whether the viewer sets rates and closes. */
  readonly keeps: boolean
}
