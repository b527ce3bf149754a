/** Payments: one instalment, paid whole, once; prepared by one person, approved by another, then executed at the bank. */
import type { Condition } from './award.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, type Place, type Role, type Viewer } from './viewer.ts'

const PREPARERS: readonly Role[] = ['finance']
/** Who prepares payments and records what the bank did. */
export function mayPreparePayments(viewer: Viewer, place: Place): boolean {
  return holds(viewer, PREPARERS, place)
}

const APPROVERS: readonly Role[] = ['approver', 'director']
/** Who may be the second person. */
export function mayApprovePayments(viewer: Viewer, place: Place): boolean {
  return holds(viewer, APPROVERS, place)
}

/** Whoever prepares or approves may stop a payment that was not executed. */
export function mayRefusePayments(viewer: Viewer, place: Place): boolean {
  return mayPreparePayments(viewer, place) || mayApprovePayments(viewer, place)
}

export interface PaymentFacts {
  readonly preparedBy: string
  /** Day of the approval; null before. */
  readonly approvedOn: string | null
  readonly paidOn: string | null
  readonly refused: boolean
}

export interface InstalmentFacts {
  readonly condition: Condition
  /** Whether its condition holds; true where there is none. */
  readonly met: boolean
  readonly released: boolean
  /** Whether every instalment before it is paid or released. */
  readonly inTurn: boolean
  /** The payment that stands, if any: refused ones count for nothing. */
  readonly payment: PaymentFacts | null
}

export type InstalmentState = 'waiting' | 'payable' | 'prepared' | 'approved' | 'paid' | 'released'

/** Where an instalment stands, from its rows. */
export function instalmentState(facts: InstalmentFacts): InstalmentState {
  if (facts.released) return 'released'
  if (facts.payment !== null) return facts.payment.paidOn !== null ? 'paid' : facts.payment.approvedOn !== null ? 'approved' : 'prepared'
  return facts.met && facts.inTurn ? 'payable' : 'waiting'
}

/** The first person: an instalment whose condition holds, whose turn it is, and that no payment stands for. */
export function preparePayment(facts: InstalmentFacts): Result<null> {
  if (facts.released) return refused('instalment/released')
  if (facts.payment !== null) return facts.payment.paidOn === null ? refused('payment/already-prepared') : refused('payment/already-paid')
  if (!facts.met) return facts.condition === 'signature' ? refused('payment/not-signed') : refused('payment/report-not-accepted')
  return facts.inTurn ? ok(null) : refused('payment/not-in-turn')
}

/** The second person: anybody who may, but who prepared it. */
export function approvePayment(facts: PaymentFacts, person: string): Result<null> {
  if (facts.refused) return refused('payment/refused')
  if (facts.paidOn !== null) return refused('payment/already-paid')
  if (facts.approvedOn !== null) return refused('payment/already-approved')
  return facts.preparedBy === person ? refused('payment/same-person') : ok(null)
}

/** A payment is stopped before it is executed, with a reason; its instalment can be prepared again. */
export function refusePayment(facts: PaymentFacts, reason: string): Result<null> {
  if (facts.refused) return refused('payment/refused')
  if (facts.paidOn !== null) return refused('payment/already-paid')
  return reason.trim() === '' ? refused('payment/without-reason') : ok(null)
}

/** What the bank did, with the day and reference of its statement. Days are 'YYYY-MM-DD'. */
export function executePayment(facts: PaymentFacts, done: { readonly paidOn: string; readonly reference: string }, today: string): Result<null> {
  if (facts.refused) return refused('payment/refused')
  if (facts.paidOn !== null) return refused('payment/already-paid')
  if (facts.approvedOn === null) return refused('payment/not-approved')
  if (done.reference.trim() === '') return refused('payment/without-reference')
  return done.paidOn < facts.approvedOn || done.paidOn > today ? refused('payment/impossible-date') : ok(null)
}

/** An instalment that will never be paid goes back to its line, with a reason. A payment under way is refused first. */
export function releaseInstalment(facts: InstalmentFacts, reason: string): Result<null> {
  if (facts.released) return refused('instalment/released')
  if (facts.payment !== null) return facts.payment.paidOn === null ? refused('instalment/payment-under-way') : refused('payment/already-paid')
  return reason.trim() === '' ? refused('instalment/without-reason') : ok(null)
}

/** One way to write the reference of a bank, so that the same one is not used twice: no spaces, capitals. */
export function bankReference(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase()
}
