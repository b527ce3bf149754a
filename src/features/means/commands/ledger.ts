/** Ledger entries: written in the transaction of the act they stand for, and never changed. */
import type { Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'

type Kind = 'commitment' | 'payment' | 'release'

/** From which account to which: an award takes from its line, a payment from what is committed, a release gives back to the line. */
const ACCOUNTS: Readonly<Record<Kind, { readonly debit: string; readonly credit: string }>> = {
  commitment: { debit: 'committed', credit: 'line' },
  payment: { debit: 'paid', credit: 'committed' },
  release: { debit: 'line', credit: 'committed' },
}

export interface Entry {
  readonly organisation: string
  readonly edition: string
  readonly kind: Kind
  /** The award, the payment or the instalment released. */
  readonly object: string
  /** Code of the budget line. */
  readonly line: string
  readonly amount: string
  readonly currency: string
  /** 'YYYY-MM-DD' */
  readonly on: string
  readonly at: Date
  readonly by: string
}

export async function writeEntries(trx: Trx, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ kind, line, on, at, by, ...entry }) => ({
    ...entry,
    id: newId(at),
    kind,
    debit: `${ACCOUNTS[kind].debit}:${line}`,
    credit: `${ACCOUNTS[kind].credit}:${line}`,
    occurred_on: on,
    written_at: at,
    written_by: by,
  }))
  await trx.insertInto('ledger_entry').values(rows).execute()
}
