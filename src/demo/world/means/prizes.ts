/** The three prizes of the first edition, given on the last evening of its Forum. */
import { addMinutes, instant } from '../clock.ts'
import type { CohortProject } from '../cohort.ts'
import { type EditionKey, MONEY, type RegionCode, SCENARIO, type SectorCode } from '../scenario.ts'
import { itemAt, seeded } from '../seeded.ts'
import { teamId } from '../support/activity.ts'
import { dirhams, type WorldAward } from './award.ts'
import { paymentAfter } from './payments.ts'

/** Regions and sectors of the winners as published, the first prize first. */
const WINNERS: readonly (readonly [RegionCode, readonly SectorCode[]])[] = [
  ['OR', ['audiovisual', 'music']],
  ['FM', ['video_games', 'new_media']],
  ['TTA', ['music', 'new_media']],
]

export function prizesOf(edition: EditionKey, active: readonly CohortProject[]): WorldAward[] {
  if (edition !== 'e1') return []
  const day = SCENARIO.e1.calendar.forum[1]
  return WINNERS.flatMap(([region, sectors], index) => {
    const near = active.filter((one) => one.region === region)
    const suited = sectors.map((sector) => near.filter((one) => one.sector === sector)).find((found) => found.length > 0) ?? near
    if (suited.length === 0) return []
    const rank = index + 1
    return [prize(edition, day, rank, itemAt(MONEY.prizes, index), seeded(`e1/prize/${rank}`).pick(suited))]
  })
}

function prize(edition: EditionKey, day: string, rank: number, dirham: number, winner: CohortProject): WorldAward {
  const key = `${edition}-prize-${rank}`
  const amount = dirhams(dirham)
  return {
    key,
    edition,
    project: winner.project,
    kind: 'prize',
    rank,
    line: 'prizes',
    amount,
    awarded: { on: day, at: addMinutes(instant(`${day}T18:00`), rank), by: teamId('director') },
    agreement: null,
    instalments: [{ key: `${key}/1`, position: 1, amount, condition: 'none', met: null, released: null, payment: paymentAfter(`${key}/1`, day) }],
  }
}
