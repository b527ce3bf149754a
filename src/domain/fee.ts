/** What reviewers and jurors are paid: a rate for each kind of work, a sheet counted from what was handed in and from the days that were sat, closed once. */
import { hundredths, sumOf, times } from './money.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Role, type Viewer } from './viewer.ts'

export const FEE_WORKS = ['reading', 'interview', 'session'] as const
export type FeeWork = (typeof FEE_WORKS)[number]

/** By kind of work: canonical decimals; null until somebody sets it. */
export type FeeRates = Readonly<Record<FeeWork, string | null>>
/** Of one person, what was handed in and stands, and the days of sessions of the jury they were there. */
export type FeeCounts = Readonly<Record<FeeWork, number>>

const NAMERS: readonly Role[] = [...OFFICERS, 'finance', 'approver', 'auditor']
const KEEPERS: readonly Role[] = ['administrator', 'director', 'finance']

/** A funder reads what reviewing costs, not whom it pays. */
export function mayReadFees(viewer: Viewer, place: Place): boolean {
  return holds(viewer, [...NAMERS, 'donor'], place)
}

export function mayNameFees(viewer: Viewer, place: Place): boolean {
  return holds(viewer, NAMERS, place)
}

/** Who sets rates and closes the sheet. */
export function mayKeepFees(viewer: Viewer, place: Place): boolean {
  return holds(viewer, KEEPERS, place)
}

/** What one reviewer is owed; work without a rate is worth nothing yet. */
export function feeOf(counts: FeeCounts, rates: FeeRates): string {
  return sumOf(FEE_WORKS.map((work) => times(rates[work] ?? '0.00', counts[work])))
}

/** Rates change until the sheet is closed. Refuses `fee/closed`, `…/rates-changed` when somebody set others since the page was opened. */
export function setRates(facts: { readonly closed: boolean; readonly seq: number }, seen: number): Result<null> {
  if (facts.closed) return refused('fee/closed')
  return facts.seq === seen ? ok(null) : refused('fee/rates-changed')
}

export interface ClosingFacts {
  readonly closed: boolean
  readonly fingerprint: string
  readonly total: string
}

/** A sheet is closed as it was shown, once, when it comes to something. Refuses `fee/closed`, `…/plan-changed`, `…/nothing`. */
export function closeSheet(facts: ClosingFacts, shown: string): Result<null> {
  if (facts.closed) return refused('fee/closed')
  if (facts.fingerprint !== shown) return refused('fee/plan-changed')
  return hundredths(facts.total) === 0n ? refused('fee/nothing') : ok(null)
}
