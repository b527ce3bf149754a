/** Being told by mail about the calls of a programme: how often it may be asked, what is told, and until when. */
import { ok, type Result, refused } from './result.ts'

/** In an hour: from one network, for one address, and from all together. */
export const ALERTS_AN_HOUR = { network: 10, address: 3, all: 500 } as const

/** Hours in which the link of the first mail confirms; what nobody confirmed is erased then. */
export const HOURS_TO_CONFIRM = 48

/** Months after which an address is erased even if no other call came. */
export const MONTHS_KEPT = 24

export interface AlertsAsked {
  readonly network: number
  readonly address: number
  readonly all: number
}

/** The limits do not depend on whether an address is known: nobody learns from them who is. */
export function mayAskAlert(asked: AlertsAsked): Result<null> {
  const tooMany = asked.network >= ALERTS_AN_HOUR.network || asked.address >= ALERTS_AN_HOUR.address || asked.all >= ALERTS_AN_HOUR.all
  return tooMany ? refused('call-alert/too-many') : ok(null)
}

/** Confirmed by its link, once; a link followed again changes nothing. */
export function confirmAlert(alert: { readonly askedAt: Date; readonly confirmedAt: Date | null } | null, now: Date): Result<{ confirmedAt: Date }> {
  if (alert === null) return refused('call-alert/unknown')
  if (alert.confirmedAt !== null) return ok({ confirmedAt: alert.confirmedAt })
  const until = alert.askedAt.getTime() + HOURS_TO_CONFIRM * 3_600_000
  return now.getTime() > until ? refused('call-alert/unknown') : ok({ confirmedAt: now })
}

/**
 * What an alert says of a call. announced: it is public, and opens later. opens: it takes applications. week, day: that
 * long before its deadline. extended: its deadline was put off. closing: it had none and was given one.
 */
export type AlertKind = 'announced' | 'opens' | 'week' | 'day' | 'extended' | 'closing'
