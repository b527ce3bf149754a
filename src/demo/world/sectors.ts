import type { Concept, Sector } from './material.ts'
import type { SectorCode } from './scenario.ts'
import { advertising } from './sectors/advertising/text.ts'
import { architecture } from './sectors/architecture/text.ts'
import { audiovisual } from './sectors/audiovisual/text.ts'
import { books } from './sectors/books/text.ts'
import { crafts } from './sectors/crafts/text.ts'
import { designFashion } from './sectors/design-fashion/text.ts'
import { heritageTourism } from './sectors/heritage-tourism/text.ts'
import { music } from './sectors/music/text.ts'
import { newMedia } from './sectors/new-media/text.ts'
import { performingArts } from './sectors/performing-arts/text.ts'
import { videoGames } from './sectors/video-games/text.ts'
import { visualArts } from './sectors/visual-arts/text.ts'

/** The twelve sectors of the programme with their material. */
export const SECTORS: readonly Sector[] = [
  music,
  designFashion,
  crafts,
  audiovisual,
  videoGames,
  heritageTourism,
  books,
  newMedia,
  performingArts,
  visualArts,
  architecture,
  advertising,
]

const bySector = new Map(SECTORS.map((sector) => [sector.code, sector]))
const byKey = new Map(SECTORS.flatMap((sector) => sector.concepts.map((concept) => [concept.key, { concept, sector }] as const)))

export function sectorOf(code: SectorCode): Sector {
  const sector = bySector.get(code)
  if (sector === undefined) throw new Error(`demo world: no sector ${code}`)
  return sector
}

export function conceptOf(key: string): { readonly concept: Concept; readonly sector: Sector } {
  const found = byKey.get(key)
  if (found === undefined) throw new Error(`demo world: no concept ${key}`)
  return found
}
