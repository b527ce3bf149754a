/** The end of the term to appeal: the last minute of its last day, by the clock of the call. */
import { lastDayOfAppeal } from '../../../domain/appeal.ts'
import { dayIn, promisedInstant } from '../../../platform/time/time.ts'
import type { ToldDecision } from './views.ts'

/** Null while the letter has not left, and for a decision there is nothing to appeal against. */
export function appealUntil({ eligible, leftAt, appealDays, zone }: Pick<ToldDecision, 'eligible' | 'leftAt' | 'appealDays' | 'zone'>): Date | null {
  if (eligible || leftAt === null) return null
  const promised = promisedInstant({ wall: `${lastDayOfAppeal(dayIn(leftAt, zone), appealDays)}T23:59`, zone })
  // No clock in use jumps over a minute before midnight; a term is never shorter for it.
  return promised.ok ? promised.instant : new Date(leftAt.getTime() + (appealDays + 1) * 86_400_000)
}
