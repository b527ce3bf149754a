/** Ledger entries of an award: its commitment, what was paid of it, what was given back. */
import { wall } from '../world/clock.ts'
import { idOf } from '../world/key.ts'
import type { Moment } from '../world/means/award.ts'
import { type AwardLoading, hasCome } from './award-loading.ts'
import { ORGANISATION } from './organisation.ts'

/** From which account to which, as the commands write them. */
const ACCOUNTS = {
  commitment: { debit: 'committed', credit: 'line' },
  payment: { debit: 'paid', credit: 'committed' },
  release: { debit: 'line', credit: 'committed' },
} as const

export function ledgerRows({ award, edition, line, until }: AwardLoading) {
  const row = (kind: keyof typeof ACCOUNTS, key: string, amount: string, moment: Moment & { readonly on: string }) => ({
    organisation: ORGANISATION,
    id: idOf(`${key}/${kind}`),
    edition,
    debit: `${ACCOUNTS[kind].debit}:${line.code}`,
    credit: `${ACCOUNTS[kind].credit}:${line.code}`,
    amount,
    currency: line.currency,
    occurred_on: moment.on,
    object: idOf(key),
    kind,
    written_at: new Date(moment.at),
    written_by: moment.by,
  })
  const rows = [
    row('commitment', award.key, award.amount, award.awarded),
    ...award.instalments.flatMap(({ key, amount, payment, released }) => [
      ...(payment?.executed ? [row('payment', payment.key, amount, payment.executed)] : []),
      ...(released === null ? [] : [row('release', key, amount, { ...released, on: wall(released.at).slice(0, 10) })]),
    ]),
  ]
  return rows.filter((one) => hasCome(one.written_at.toISOString(), until))
}
