/**
 * Promised times. A deadline is announced as a wall time ("31 March, 23:59 in Morocco"), and that is what is kept:
 * should a law move the clock before the day comes, the instant is derived anew and the promise still holds.
 */
import type { Language } from '../../domain/language.ts'
import { inZone } from './clock.ts'

export interface PromisedTime {
  /** 'YYYY-MM-DDTHH:MM', seconds allowed. */
  readonly wall: string
  readonly zone: string
}

export type PromisedInstant =
  | { readonly ok: true; readonly instant: Date /** The wall time comes twice that day. */; readonly repeated: boolean }
  /** `unreadable`: no wall time or no zone; `skipped`: the clock jumps over it that day. */
  | { readonly ok: false; readonly reason: 'unreadable' | 'skipped' }

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d)?$/

/**
 * The instant of a promised wall time. When the clock is put back and the time comes twice, a deadline is the later of
 * the two, so that nobody loses an hour; ask for `earlier` when a beginning is promised.
 */
export function promisedInstant({ wall, zone }: PromisedTime, repeated: 'later' | 'earlier' = 'later'): PromisedInstant {
  if (!SHAPE.test(wall)) return { ok: false, reason: 'unreadable' }
  try {
    const plain = Temporal.PlainDateTime.from(wall, { overflow: 'reject' })
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
    if (!later.toPlainDateTime().equals(plain)) return { ok: false, reason: 'skipped' }
    const chosen = repeated === 'later' ? later : earlier
    return { ok: true, instant: new Date(chosen.epochMilliseconds), repeated: !later.equals(earlier) }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'unreadable' }
    throw error
  }
}

/** The distance from UTC at an instant: 'UTC+01:00', 'UTC+00:00'. */
export function offsetLabel(instant: Date, zone: string): string {
  return `UTC${inZone(instant, zone).offset}`
}

/** The clock of a zone as people call it; zones nobody has a name for here are told by their distance from UTC. */
const CLOCKS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'Africa/Casablanca': { ar: 'بتوقيت المغرب', fr: 'heure du Maroc', en: 'Morocco time' },
}

/** Whose clock a deadline is told by, printed beside it: "Morocco time". The zone keeps the promise, whatever the law makes of its clock. */
export function clockLabel(instant: Date, zone: string, language: Language): string {
  return CLOCKS[zone]?.[language] ?? offsetLabel(instant, zone)
}
