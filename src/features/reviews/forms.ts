/** The form that invites to an interview. */
import { z } from 'zod'
import { promisedInstant } from '../../platform/time/time.ts'
import { date, field, line, problem, read, readClock, uuid } from '../../platform/input/form.ts'

/** A time of the day, as 'HH:MM'. */
const clock = () =>
  field((raw) => {
    const text = typeof raw === 'string' ? raw.trim() : ''
    if (text === '') return problem('required')
    const time = readClock(text)
    return time === null ? problem('choice') : read(time)
  })

export const invitationForm = z.object({ application: uuid(), day: date(), from: clock(), to: clock(), place: line({ max: 120 }) })

/** The instant of a wall time in the zone of the organisation; null when the clock skips it that day. */
export function instantAt(day: string, time: string, zone: string): Date | null {
  const promised = promisedInstant({ wall: `${day}T${time}`, zone }, 'earlier')
  return promised.ok ? promised.instant : null
}
