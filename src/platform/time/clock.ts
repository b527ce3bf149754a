/**
 * The clock, and the three shapes of time here. An instant is a `Date` (what the database gives and takes), a day is
 * text 'YYYY-MM-DD', a wall time is text 'YYYY-MM-DDTHH:MM' and means nothing without its zone. `Temporal` does the
 * reckoning inside this folder and stays there.
 */

export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Whether the text is a zone of the tz database that this runtime knows ('Africa/Casablanca'). */
export function isZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone)
    return /^[A-Z][\w+-]*(?:\/[\w+-]+)*$/i.test(zone)
  } catch {
    return false
  }
}

/** An instant as it stands in a zone. */
export function inZone(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}

/** The day it is in a zone. */
export function dayIn(instant: Date, zone: string): string {
  return inZone(instant, zone).toPlainDate().toString()
}

/** The wall time in a zone, to the minute: what a clock there shows. */
export function wallIn(instant: Date, zone: string): string {
  return inZone(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
