/** An award of the world: what was promised, what became of it. Amounts are dirhams as text. */
import type { EditionKey } from '../scenario.ts'

export interface Moment {
  readonly at: string
  readonly by: string
}

export interface WorldPayment {
  readonly key: string
  readonly prepared: Moment
  /** Null while it waits for the second person. */
  readonly approved: Moment | null
  /** The day the bank paid, and when that was noted. */
  readonly executed: (Moment & { readonly on: string }) | null
}

export interface WorldInstalment {
  readonly key: string
  readonly position: number
  /** '21000.00' */
  readonly amount: string
  readonly condition: 'signature' | 'accepted-report' | 'none'
  /** The day its condition came to hold and when that was noted; null while it does not. */
  readonly met: (Moment & { readonly on: string }) | null
  readonly released: (Moment & { readonly reason: string }) | null
  readonly payment: WorldPayment | null
}

export interface WorldAward {
  readonly key: string
  readonly edition: EditionKey
  readonly project: string
  readonly kind: 'seed' | 'prize'
  readonly rank: number | null
  /** Code of its budget line. */
  readonly line: 'seed' | 'prizes'
  readonly amount: string
  readonly awarded: Moment & { readonly on: string }
  readonly agreement: (Moment & { readonly on: string }) | null
  readonly instalments: readonly WorldInstalment[]
}

export function dirhams(amount: number): string {
  return amount.toFixed(2)
}
