/** A payment from its preparation to the bank: the accountant, then whoever approves, then the accountant again. */
import { addDays, addMinutes, instant, workingDay } from '../clock.ts'
import { seeded } from '../seeded.ts'
import { teamId } from '../support/activity.ts'
import type { WorldPayment } from './award.ts'

/** The payment of an instalment whose condition came to hold on a day: prepared two days later, approved the next, paid two days after. */
export function paymentAfter(instalment: string, day: string): WorldPayment {
  const chance = seeded(`${instalment}/payment`)
  const preparedOn = workingDay(addDays(day, 2))
  const approvedOn = workingDay(addDays(preparedOn, 1))
  const paidOn = workingDay(addDays(approvedOn, 2))
  const at = (on: string, hour: string): string => addMinutes(instant(`${on}T${hour}`), chance.between(0, 50))
  return {
    key: `${instalment}/payment`,
    prepared: { at: at(preparedOn, '10:00'), by: teamId('accountant') },
    approved: { at: at(approvedOn, '15:00'), by: teamId('finance') },
    executed: { on: paidOn, at: at(paidOn, '16:00'), by: teamId('accountant') },
  }
}

/** References of the bank, by key of payment: the day and the line of its statement ('VRT240628-03'). */
export function referencesOf(payments: readonly WorldPayment[]): ReadonlyMap<string, string> {
  const paid = payments.flatMap(({ key, executed }) => (executed === null ? [] : [{ key, on: executed.on }]))
  const sorted = paid.sort((a, b) => (a.on < b.on || (a.on === b.on && a.key < b.key) ? -1 : 1))
  const lines = new Map<string, number>()
  return new Map(
    sorted.map(({ key, on }) => {
      const line = (lines.get(on) ?? 0) + 1
      lines.set(on, line)
      return [key, `VRT${on.slice(2).replaceAll('-', '')}-${String(line).padStart(2, '0')}`]
    }),
  )
}
