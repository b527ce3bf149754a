/** Who is where: nobody is sent to two places on one day. */
import { type Seeded, seeded } from '../seeded.ts'
import { officerOf } from './activity.ts'
import type { RegionCode } from '../scenario.ts'
import type { Subject } from './subjects.ts'
import { TRAINERS, trainerId, type WorldTrainer } from './trainers.ts'

export class Staff {
  readonly #where = new Map<string, string>()

  /** Whether a person may be at `place` on a day: nowhere else that day. */
  #free(person: string, day: string, place: string): boolean {
    return (this.#where.get(`${person}/${day}`) ?? place) === place
  }

  #take(person: string, day: string, place: string): void {
    this.#where.set(`${person}/${day}`, place)
  }

  /** A trainer for a day: one who teaches the subject (when told), from the region rather than from elsewhere. */
  trainer(key: string, day: string, region: RegionCode | null, place: string, subject: Subject | null, not: readonly string[] = []): WorldTrainer {
    const chance: Seeded = seeded(`${key}/trainer`)
    const able = TRAINERS.filter(
      (one) =>
        one.since <= day &&
        !not.includes(one.key) &&
        (subject === null || one.teaches.includes(subject)) &&
        this.#free(trainerId(one.key), day, place),
    )
    if (able.length === 0) throw new Error(`demo world: no trainer for ${key}`)
    const chosen = chance.weighted(able, (one) => (this.#where.has(`${trainerId(one.key)}/${day}`) ? 12 : one.home === region ? 4 : 1))
    this.#take(trainerId(chosen.key), day, place)
    return chosen
  }

  /** The officer of a region as organiser, unless elsewhere that day. */
  organiser(day: string, region: RegionCode | null, place: string): { readonly person: string; readonly part: 'organiser' }[] {
    const person = officerOf(region)
    if (!this.#free(person, day, place)) return []
    this.#take(person, day, place)
    return [{ person, part: 'organiser' }]
  }
}
