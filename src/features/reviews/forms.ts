/** The form that invites to an interview. */
import { z } from 'zod'
import { promisedInstant } from '../../platform/time/time.ts'
import { date, field, latinDigits, line, problem, read, uuid } from '../../platform/input/form.ts'

const CLOCK = /^([01]?\d|2[0-3])\s*(?:[:.hH]|س)\s*([0-5]\d)?$/

/** A time of the day as people write it (14:30, 14 h 30, 14h), as 'HH:MM'. */
const clock = () =>
  field((raw) => {
    const text = latinDigits(typeof raw === 'string' ? raw : '').replaceAll(/\s/g, '')
    if (text === '') return problem('required')
    const [, hour, minute] = CLOCK.exec(text) ?? []
    return hour === undefined ? problem('choice') : read(`${hour.padStart(2, '0')}:${minute ?? '00'}`)
  })

export const invitationForm = z.object({ application: uuid(), day: date(), from: clock(), to: clock(), place: line({ max: 120 }) })

/** The instant of a wall time in the zone of the organisation; null when the clock skips it that day. */
export function instantAt(day: string, time: string, zone: string): Date | null {
  const promised = promisedInstant({ wall: `${day}T${time}`, zone }, 'earlier')
  return promised.ok ? promised.instant : null
}
