/** What the pages of means print. */
import type { AwardKind, Condition } from '../../domain/award.ts'
import type { Language } from '../../domain/language.ts'
import type { InstalmentState } from '../../domain/payment.ts'
import type { LineTotals } from './queries/totals.ts'

/** Something done on a day by somebody: the short name of who did it. */
export interface Moment {
  readonly at: Date
  readonly by: string
}

export interface PaymentView {
  readonly id: string
  readonly prepared: Moment
  readonly approved: Moment | null
  /** Day and reference of the bank. */
  readonly paid: { readonly on: string; readonly reference: string; readonly by: string } | null
}

export interface RefusedPayment {
  readonly instalment: string
  readonly prepared: Moment
  readonly refused: Moment
  readonly reason: string
}

/** What the viewer may do to an instalment now. */
export type InstalmentAct = 'accept-report' | 'prepare' | 'approve' | 'refuse' | 'execute' | 'release'

export interface InstalmentView {
  readonly id: string
  readonly position: number
  readonly amount: string
  readonly condition: Condition
  /** Day the condition came to hold. */
  readonly metOn: string | null
  readonly state: InstalmentState
  readonly payment: PaymentView | null
  readonly released: (Moment & { readonly reason: string }) | null
  readonly acts: readonly InstalmentAct[]
  /** The viewer could approve, had they not prepared it. */
  readonly ownPreparation: boolean
}

export interface AwardView {
  readonly id: string
  readonly project: string
  readonly kind: AwardKind
  readonly rank: number | null
  readonly amount: string
  readonly currency: string
  readonly line: { readonly code: string; readonly name: string; readonly funder: string }
  readonly awarded: { readonly on: string; readonly by: string }
  readonly signedOn: string | null
  readonly maySign: boolean
  readonly instalments: readonly InstalmentView[]
}

export interface ProjectHead {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly number: string
  readonly region: string
  readonly mark: string
  readonly leftOn: string | null
}

export interface ProjectLine extends ProjectHead {
  readonly awards: readonly AwardView[]
}

export interface LedgerLine {
  readonly on: string
  readonly kind: 'commitment' | 'payment' | 'release'
  readonly debit: string
  readonly credit: string
  /** Name of the budget line both accounts belong to. */
  readonly line: string
  readonly amount: string
  readonly currency: string
  readonly project: string
  readonly title: string
  readonly writtenAt: Date
  readonly by: string
}

export interface MeansView {
  readonly currency: string
  /** Seed fund at most for one project. */
  readonly ceiling: string
  readonly lines: readonly LineTotals[]
  readonly projects: readonly ProjectLine[]
  /** Short names of those who may be the second person. */
  readonly approvers: readonly string[]
}

/** What the viewer may do in an edition, beside what each instalment allows. */
export interface MeansRights {
  readonly award: boolean
  readonly writeLines: boolean
}
