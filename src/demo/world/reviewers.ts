/** Those who read and interview: invented people of the trades, from the regions and from elsewhere. */
import type { Language } from '../../domain/language.ts'
import { idOf, padded } from './key.ts'
import type { Register, WorldPerson } from './people.ts'
import { type EditionKey, REGIONS, type RegionCode, SECTOR_CODES, type SectorCode } from './scenario.ts'
import { seeded } from './seeded.ts'

export interface WorldReviewer {
  readonly key: string
  readonly person: WorldPerson
  readonly languages: readonly Language[]
  readonly sectors: readonly SectorCode[]
  /** Null: from none of the four regions. */
  readonly region: RegionCode | null
  readonly editions: readonly EditionKey[]
}

const SIZE = 24

/** The readers of the three editions; most come back from one year to the next. */
export function makeReviewers(register: Register): readonly WorldReviewer[] {
  return Array.from({ length: SIZE }, (_, index) => {
    const key = `reader-${padded(index + 1, 2)}`
    const chance = seeded(key)
    const first: Language = index % 3 === 1 ? 'ar' : 'fr'
    return {
      key,
      person: register.person(key, index % 2 === 0 ? 'woman' : 'man', first, null),
      languages: index % 4 === 3 ? ['ar', 'fr', 'en'] : ['ar', 'fr'],
      sectors: chance.shuffle(SECTOR_CODES).slice(0, chance.between(2, 4)),
      region: index % 5 === 4 ? null : (REGIONS[index % 4] as RegionCode),
      editions: index < 16 ? ['e1', 'e2', 'e3'] : index < 20 ? ['e2', 'e3'] : ['e3'],
    }
  })
}

/** Id of a reviewer of an edition. */
export function reviewerId(edition: EditionKey, key: string): string {
  return idOf(`${edition}/${key}`)
}
