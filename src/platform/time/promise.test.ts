import { describe, expect, test } from 'vitest'
import { daysLeft } from '../../domain/date.ts'
import { dayIn, isZone, wallIn } from './clock.ts'
import { offsetLabel, promisedInstant } from './promise.ts'

const MOROCCO = 'Africa/Casablanca'

/** IANA tz database 2026f read with zdump on 23 November 2026; 2026-09-20 is Morocco's move to UTC+0 for good. */
const LOCAL_TO_UTC = [
  ['2023-06-01T12:00:00', '2023-06-01T11:00:00Z', 'UTC+1, the usual time of those years'],
  ['2024-03-10T01:59:59', '2024-03-10T00:59:59Z', 'last hour before the repeated hour'],
  ['2024-03-31T23:59:00', '2024-03-31T23:59:00Z', 'Ramadan: a call closed an hour early by naive UTC+1'],
  ['2024-04-14T01:59:59', '2024-04-14T01:59:59Z', 'one second before the clock jumps'],
  ['2024-04-14T03:00:00', '2024-04-14T02:00:00Z', 'first instant after the jump'],
  ['2025-02-28T17:00:00', '2025-02-28T17:00:00Z', 'Ramadan 2025'],
  ['2025-04-30T23:59:59', '2025-04-30T22:59:59Z', 'UTC+1'],
  ['2026-09-19T23:59:00', '2026-09-19T22:59:00Z', 'last evening at UTC+1'],
  ['2026-09-20T02:30:00', '2026-09-20T02:30:00Z', 'after the move to UTC+0'],
  ['2026-11-23T12:00:00', '2026-11-23T12:00:00Z', 'older zone data answer 11:00'],
  ['2027-02-10T09:00:00', '2027-02-10T09:00:00Z', 'Ramadan 2027: no change any more'],
  ['2027-07-01T23:59:00', '2027-07-01T23:59:00Z', 'older zone data answer 22:59'],
] as const

/** The clock put back: [wall time, first instant, second instant]. */
const REPEATED = [
  ['2024-03-10T02:30:00', '2024-03-10T01:30:00Z', '2024-03-10T02:30:00Z'],
  ['2026-09-20T01:30:00', '2026-09-20T00:30:00Z', '2026-09-20T01:30:00Z'],
] as const

const inMorocco = (wall: string) => ({ wall, zone: MOROCCO })

describe('a promised time in Morocco', () => {
  test.each(LOCAL_TO_UTC)('%s is %s (%s)', (wall, utc) => {
    expect(promisedInstant(inMorocco(wall))).toEqual({ ok: true, instant: new Date(utc), repeated: false })
    expect(wallIn(new Date(utc), MOROCCO)).toBe(wall.slice(0, 16))
  })

  test.each(REPEATED)('%s comes twice: a deadline is the later instant, a beginning the earlier', (wall, first, second) => {
    expect(promisedInstant(inMorocco(wall))).toEqual({ ok: true, instant: new Date(second), repeated: true })
    expect(promisedInstant(inMorocco(wall), 'earlier')).toEqual({ ok: true, instant: new Date(first), repeated: true })
    expect([wallIn(new Date(first), MOROCCO), wallIn(new Date(second), MOROCCO)]).toEqual([wall.slice(0, 16), wall.slice(0, 16)])
  })

  test('is refused when the clock jumps over it', () => {
    expect(promisedInstant(inMorocco('2024-04-14T02:30'))).toEqual({ ok: false, reason: 'skipped' })
  })

  test('is refused when it is no time or no zone', () => {
    for (const wall of ['2024-02-30T10:00', '2024-03-31T24:00', '2024-03-31', '31/03/2024 23:59', '2024-03-31T23:59Z', '2024-03-31T23:59:60', '']) {
      expect([wall, promisedInstant(inMorocco(wall))]).toEqual([wall, { ok: false, reason: 'unreadable' }])
    }
    expect(promisedInstant({ wall: '2024-03-31T23:59', zone: 'Africa/Nowhere' })).toEqual({ ok: false, reason: 'unreadable' })
  })

  test('kept the three deadlines of the reference programme', () => {
    const deadlines = ['2023-04-23T23:59', '2024-03-31T23:59', '2025-04-06T23:59'].map((wall) => promisedInstant(inMorocco(wall)))
    expect(deadlines.map((deadline) => deadline.ok && deadline.instant.toISOString())).toEqual([
      ...['2023-04-23T22:59:00.000Z', '2024-03-31T23:59:00.000Z', '2025-04-06T22:59:00.000Z'],
    ])
  })
})

describe('an instant in a zone', () => {
  test('carries its distance from UTC', () => {
    expect(offsetLabel(new Date('2024-03-31T23:59:00Z'), MOROCCO)).toBe('UTC+00:00')
    expect(offsetLabel(new Date('2025-04-06T22:59:00Z'), MOROCCO)).toBe('UTC+01:00')
    expect(offsetLabel(new Date('2026-11-23T12:00:00Z'), MOROCCO)).toBe('UTC+00:00')
    expect(offsetLabel(new Date('2026-07-01T12:00:00Z'), 'America/St_Johns')).toBe('UTC-02:30')
  })

  test('belongs to the day of that zone', () => {
    expect(dayIn(new Date('2025-04-06T23:30:00Z'), MOROCCO)).toBe('2025-04-07')
    expect(dayIn(new Date('2025-04-06T23:30:00Z'), 'UTC')).toBe('2025-04-06')
  })

  test('needs a zone with a name', () => {
    expect(['Africa/Casablanca', 'Africa/El_Aaiun', 'UTC', 'Europe/Brussels'].map(isZone)).toEqual([true, true, true, true])
    expect(['Africa/Nowhere', '', '+01:00', '../etc'].map(isZone)).toEqual([false, false, false, false])
  })
})

describe('days left until a deadline, to whoever is told', () => {
  const left = (now: string, deadline: string): number => daysLeft(dayIn(new Date(now), MOROCCO), dayIn(new Date(deadline), MOROCCO))
  // 15 November 2024, 23:59 in Morocco, then UTC+1.
  const DEADLINE = '2024-11-15T22:59:00Z'

  test('change at midnight there, and at no other hour of the day', () => {
    const hours = ['2024-11-12T23:00:00Z', '2024-11-13T09:00:00Z', '2024-11-13T22:59:59Z', '2024-11-13T23:00:00Z', '2024-11-14T23:00:00Z']
    expect(hours.map((now) => left(now, DEADLINE))).toEqual([2, 2, 2, 1, 0])
  })

  test('are none on the last day and after it', () => {
    expect(left('2024-11-15T22:59:59Z', DEADLINE)).toBe(0)
    expect(left('2024-11-20T12:00:00Z', DEADLINE)).toBe(0)
  })

  test('are the same in the weeks when the clock is put back for Ramadan and forward again', () => {
    expect(
      ['2024-03-09T22:59:00Z', '2024-03-09T23:00:00Z', '2024-03-10T23:59:00Z', '2024-03-11T00:00:00Z'].map((now) =>
        left(now, '2024-03-15T12:00:00Z'),
      ),
    ).toEqual([6, 5, 5, 4])
    expect(left('2024-04-13T12:00:00Z', '2024-04-15T11:00:00Z')).toBe(2)
  })
})
