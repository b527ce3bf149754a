/** Phones are left in peace at night, by the clock of their place. */
import { inZone, promisedInstant } from '../time/time.ts'

/** `now` when it is day there, or else the next morning at the hour that day begins. */
export function nextDay(now: Date, zone: string, isQuiet: (hour: number) => boolean, begins: number): Date {
  const here = inZone(now, zone)
  if (!isQuiet(here.hour)) return now
  const day = here.hour < begins ? here.toPlainDate() : here.toPlainDate().add({ days: 1 })
  const morning = promisedInstant({ wall: `${day.toString()}T${String(begins).padStart(2, '0')}:00`, zone }, 'earlier')
  // No law moves the clock at eight in the morning; should one, an hour later is as good.
  return morning.ok ? morning.instant : new Date(now.getTime() + 3_600_000)
}
