/** What the dashboard of an edition prints. */
import type { Trilingual } from '../../../domain/language.ts'
import type { EditionMoney } from '../../means/index.ts'

/** Applications and projects of one place, counted at each step; each number holds those after it. */
export interface Steps {
  readonly begun: number
  readonly submitted: number
  /** Of those submitted, by holders who said they are women, and who answered the question. */
  readonly women: number
  readonly said: number
  readonly eligible: number
  readonly interviewed: number
  readonly selected: number
  readonly admitted: number
  readonly active: number
}

export interface RegionSteps extends Steps {
  readonly code: string
  readonly iso: string
  readonly name: Trilingual
  readonly mark: string
  readonly places: number
}

/** Sent by the end of each week of the call, from its opening. */
export interface Weeks {
  readonly year: number
  readonly opensOn: string
  readonly sums: readonly number[]
}

/** Held and planned together make what the edition offers. */
export interface Delivery {
  readonly groupHeld: number
  readonly groupAll: number
  readonly individualHeld: number
  readonly individualAll: number
  readonly toursHeld: number
  readonly toursAll: number
}

export const WORK = [
  'eligibility-waiting',
  'eligibility-appeals',
  'reviews-awaited',
  'attendance-awaited',
  'letters-waiting',
  'not-published',
  'selection-appeals',
  'offers-waiting',
  'payments-to-approve',
  'payments-to-execute',
] as const
/** What waits for somebody. */
export type Work = (typeof WORK)[number]

export type Phase = 'unpublished' | 'before' | 'open' | 'review' | 'support' | 'ended'

export interface NextActivity {
  readonly id: string
  readonly title: Trilingual
  readonly from: Date
  readonly region: Trilingual | null
}

export interface DashboardView {
  readonly phase: Phase
  readonly opensAt: Date
  /** Null: no deadline. */
  readonly deadlineAt: Date | null
  readonly zone: string
  readonly asOf: Date
  readonly total: Steps
  readonly medianAge: number | null
  /** Those whose region is none of the edition's, or not said yet. */
  readonly elsewhere: number
  readonly regions: readonly RegionSteps[]
  readonly weeks: readonly Weeks[]
  readonly delivery: Delivery
  /** Null for those who do not see the money. */
  readonly money: EditionMoney | null
  readonly work: readonly { readonly what: Work; readonly count: number; readonly path: string }[]
  readonly next: readonly NextActivity[]
  /** References of the figures that are defined, by indicator. */
  readonly references: Readonly<Record<string, string>>
  /** Projects that left and whose place nobody took: why admitted and active differ. */
  readonly left: readonly { readonly region: Trilingual; readonly on: string }[]
}
