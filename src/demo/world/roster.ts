/** Who applies to an edition and how far each goes: one row for every application, counted from the scenario. */
import { type EditionKey, type Ground, GROUNDS, REGIONS, type RegionCode, SCENARIO } from './scenario.ts'
import { padded } from './key.ts'
import { seeded } from './seeded.ts'

/** How far an eligible application goes. `absent`: invited to an interview and did not come. */
export type Fate = 'admitted' | 'reserve' | 'interviewed' | 'absent' | 'read'

export interface Candidacy {
  /** 'e2-tta-017'. */
  readonly key: string
  readonly edition: EditionKey
  /** Null outside the four regions. */
  readonly region: RegionCode | null
  /** Null for an application found not eligible. */
  readonly fate: Fate | null
  /** The rule it does not meet. */
  readonly ground: Ground | null
  /** Its place among those of its region with the same fate, best first. */
  readonly place: number
}

/** Every application of an edition, region by region. */
export function rosterOf(edition: EditionKey): readonly Candidacy[] {
  const grounds = groundsOf(edition)
  const regional = REGIONS.flatMap((region) => {
    const refused = SCENARIO[edition].submitted[region] - SCENARIO[edition].eligible[region]
    return named(edition, region, [...fatesOf(edition, region), ...grounds.splice(0, refused).map((ground) => ({ fate: null, ground, place: 0 }))])
  })
  const outside = Array.from({ length: SCENARIO[edition].submitted.other }, () => ({ fate: null, ground: 'region' as const, place: 0 }))
  return [...regional, ...named(edition, null, outside)]
}

type Row = Pick<Candidacy, 'fate' | 'ground' | 'place'>

function named(edition: EditionKey, region: RegionCode | null, rows: readonly Row[]): Candidacy[] {
  return rows.map((row, index) => ({ ...row, edition, region, key: `${edition}-${(region ?? 'out').toLowerCase()}-${padded(index + 1)}` }))
}

function fatesOf(edition: EditionKey, region: RegionCode): Row[] {
  const { eligible, invited, interviewed, admitted, reservePerRegion } = SCENARIO[edition]
  const counts: readonly (readonly [Fate, number])[] = [
    ['admitted', admitted[region]],
    ['reserve', reservePerRegion],
    ['interviewed', interviewed[region] - admitted[region] - reservePerRegion],
    ['absent', invited[region] - interviewed[region]],
    ['read', eligible[region] - invited[region]],
  ]
  return counts.flatMap(([fate, count]) => Array.from({ length: count }, (_, place) => ({ fate, ground: null, place })))
}

/** Grounds of refusal inside the four regions, in an order without pattern. */
function groundsOf(edition: EditionKey): Ground[] {
  const inside = GROUNDS.filter((ground) => ground !== 'region')
  const all = inside.flatMap((ground) => Array.from({ length: SCENARIO[edition].ineligible[ground] }, () => ground))
  return seeded(`${edition}/grounds`).shuffle(all)
}
