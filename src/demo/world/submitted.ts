/** When applications are begun and sent: few at first, one in three on the last two days, a handful in the last minutes. */
import { addDays, addMinutes, daysBetween, instant } from './clock.ts'
import { type EditionKey, SCENARIO } from './scenario.ts'
import { seeded } from './seeded.ts'

export interface Times {
  readonly startedAt: string
  readonly submittedAt: string
}

/** The times of every application of an edition, by its key. */
export function timesOf(edition: EditionKey, keys: readonly string[]): ReadonlyMap<string, Times> {
  const { opensAt, deadlineAt, deadlineDay } = SCENARIO[edition].calendar
  const days = daysBetween(opensAt.slice(0, 10), deadlineDay)
  return new Map(
    keys.map((key) => {
      const chance = seeded(`${key}/times`)
      const last = chance.chance(0.34)
      const back = last ? chance.between(0, 1) : Math.floor(days * (1 - Math.sqrt(chance.next())))
      const day = addDays(deadlineDay, -Math.min(back, days - 1))
      const minute = day === deadlineDay ? chance.between(9 * 60, 23 * 60 + 57) : chance.between(8 * 60, 23 * 60 + 50)
      const wall = `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`
      const submittedAt = clamped(instant(wall), opensAt, deadlineAt)
      const before = addMinutes(submittedAt, -chance.pick([35, 50, 70, 95, 180, 60 * 20, 60 * 30, 60 * 52, 60 * 100, 60 * 200]))
      return [key, { submittedAt, startedAt: before < addMinutes(opensAt, 20) ? addMinutes(opensAt, chance.between(1, 20)) : before }]
    }),
  )
}

function clamped(at: string, opensAt: string, deadlineAt: string): string {
  if (at >= deadlineAt) return addMinutes(deadlineAt, -1)
  const first = addMinutes(opensAt, 45)
  return at < first ? first : at
}
