/** When money is promised, agreements are signed and reports accepted. */
import { addDays, workingDay } from '../clock.ts'
import type { CohortProject } from '../cohort.ts'
import type { EditionKey } from '../scenario.ts'
import { itemAt, seeded, valueOf } from '../seeded.ts'

interface Firsts {
  /** Wall time of the awards: after the departures of the first weeks. */
  readonly awardedAt: string
  /** The agreements are signed from this day on, some each working day. */
  readonly signedFrom: string
  /** Days of those who sign late, the last to take their place first. */
  readonly late: readonly string[]
}

export const FIRSTS: Readonly<Record<EditionKey, Firsts>> = {
  e1: { awardedAt: '2023-07-10T11:00', signedFrom: '2023-07-12', late: [] },
  e2: { awardedAt: '2024-06-04T11:00', signedFrom: '2024-06-10', late: ['2024-07-03', '2024-07-02'] },
  e3: { awardedAt: '2025-06-13T10:30', signedFrom: '2025-06-16', late: [] },
}
const SIGNED_IN_DAYS = 7

export const BALANCES = {
  /** Reports are accepted from this day on, over these days. */
  e1: { from: '2023-11-20', over: 24 },
  e2: { from: '2024-11-20', over: 25 },
  /** The report of the first edition that never came. */
  never: { releasedAt: '2024-01-30T11:15', reason: 'Rapport jamais remis, malgré trois rappels. Le solde retourne à la ligne.' },
  /** The report of the second edition that came late: its payment waits for the second person. */
  late: '2025-09-08',
} as const

export interface AwardDates {
  readonly signedOn: string
  readonly report: 'never' | 'awaited' | { readonly on: string; readonly paid: boolean }
}

/** Dates of each project, by its key. The report that is missing is not of a prize-winner. */
export function datesOf(edition: EditionKey, active: readonly CohortProject[], winners: ReadonlySet<string>): ReadonlyMap<string, AwardDates> {
  const latest = [...active].sort((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : a.acceptedAt > b.acceptedAt ? -1 : a.key < b.key ? -1 : 1))
  const { late, signedFrom } = FIRSTS[edition]
  const signed = new Map(latest.map((one, index) => [one.key, late[index] ?? signingDay(one.key, signedFrom)]))
  const without = active.filter((one) => !winners.has(one.project))
  const slow = without.length === 0 ? undefined : itemAt(without, seeded(`${edition}/slow-report`).between(0, without.length - 1)).key
  return new Map(active.map(({ key }) => [key, { signedOn: valueOf(signed, key), report: reportOf(edition, key, key === slow) }]))
}

function signingDay(key: string, from: string): string {
  return workingDay(addDays(from, seeded(`${key}/signs`).between(0, SIGNED_IN_DAYS)))
}

function reportOf(edition: EditionKey, key: string, slow: boolean): AwardDates['report'] {
  if (edition === 'e3') return 'awaited'
  if (slow) return edition === 'e1' ? 'never' : { on: BALANCES.late, paid: false }
  const { from, over } = BALANCES[edition]
  return { on: workingDay(addDays(from, seeded(`${key}/report`).between(0, over))), paid: true }
}
