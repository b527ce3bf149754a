/** A time of the day as people write it. */
import { cleanLine, latinDigits } from './clean.ts'

const CLOCK = /^([01]?\d|2[0-3])(?:[:.hH]|س)([0-5]\d)?$/

/** 14:30, 14 h 30, 14h or 14س30 as 'HH:MM'; null for anything else. */
export function readClock(raw: string): string | null {
  const [, hour, minute = '00'] = CLOCK.exec(latinDigits(cleanLine(raw)).replace(/\s/g, '')) ?? []
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}
