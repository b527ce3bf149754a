/** Which motif draws the poster of a project, by its sector; sectors of other programmes fall back to one chosen by their name. */
import type { PosterMotif } from '../../design/poster.tsx'

const BY_SECTOR: Readonly<Record<string, readonly PosterMotif[]>> = {
  music: ['sound', 'strings', 'voice'],
  design_fashion: ['wear', 'weave'],
  crafts: ['weave', 'volume'],
  audiovisual: ['cinema', 'photo'],
  video_games: ['game'],
  heritage_tourism: ['photo', 'shadow'],
  books: ['comics', 'letter'],
  new_media: ['voice', 'sound'],
  performing_arts: ['shadow', 'dance', 'sign'],
  visual_arts: ['photo', 'volume'],
  architecture: ['volume'],
  advertising: ['letter', 'voice'],
}
const ANY: readonly PosterMotif[] = ['volume', 'sound', 'photo', 'voice', 'weave']

/** The same project always has the same motif; two of one sector usually differ. */
export function motifOf(sector: string, seed: string): PosterMotif {
  const motifs = BY_SECTOR[sector] ?? ANY
  let sum = 0
  for (const character of seed) sum = (sum * 31 + (character.codePointAt(0) as number)) >>> 0
  return motifs[sum % motifs.length] as PosterMotif
}
