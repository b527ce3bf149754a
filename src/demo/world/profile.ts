/** What each applicant is: gender, kind, sector, language. Those of the admitted come out as published; the others are drawn. */
import type { Language } from '../../domain/language.ts'
import type { Candidacy } from './roster.ts'
import { rosterOf } from './roster.ts'
import { type EditionKey, SCENARIO, SECTORS_E2, type SectorCode } from './scenario.ts'
import { SECTORS, sectorOf } from './sectors.ts'
import { seeded, valueOf } from './seeded.ts'

export type Kind = 'person' | 'team' | 'cso'

export interface Profile {
  readonly gender: 'woman' | 'man'
  readonly kind: Kind
  readonly sector: SectorCode
  readonly language: Language
}

/** Sectors of the admitted of the editions that published none. */
const SECTORS_ADMITTED: Readonly<Record<EditionKey, Readonly<Partial<Record<SectorCode, number>>>>> = {
  e1: {
    music: 3,
    design_fashion: 3,
    crafts: 3,
    audiovisual: 2,
    heritage_tourism: 2,
    books: 1,
    new_media: 1,
    video_games: 1,
    performing_arts: 1,
    visual_arts: 1,
  },
  e2: SECTORS_E2,
  e3: {
    music: 4,
    crafts: 4,
    design_fashion: 3,
    audiovisual: 3,
    heritage_tourism: 3,
    video_games: 2,
    books: 2,
    new_media: 1,
    performing_arts: 1,
    visual_arts: 1,
  },
}

/**
 * The project of the Oriental that leaves in the second week of the second edition, and the first of the reserve that
 * takes its place: alike in all that is counted, so that the published shares are true before and after.
 */
export const REPLACED = { edition: 'e2', region: 'OR', leaving: 5 } as const

/** Profiles of an edition by key of application. */
export function profilesOf(edition: EditionKey): ReadonlyMap<string, Profile> {
  const roster = rosterOf(edition)
  const admitted = roster.filter((one) => one.fate === 'admitted')
  const counted = admittedProfiles(edition, admitted.length)
  const drawnOf = (one: Candidacy): Person => (one.fate === 'admitted' ? (counted[admitted.indexOf(one)] as Person) : drawn(one))
  const people = new Map(roster.map((one) => [one.key, drawnOf(one)]))
  if (edition === REPLACED.edition) followReplaced(roster, people)
  const languages = languagesOf(edition, people)
  return new Map([...people].map(([key, person]) => [key, { ...person, language: valueOf(languages, key) }]))
}

type Person = Omit<Profile, 'language'>

function followReplaced(roster: readonly Candidacy[], people: Map<string, Person>): void {
  const among = (fate: Candidacy['fate'], place: number): Candidacy =>
    roster.find((one) => one.region === REPLACED.region && one.fate === fate && one.place === place) as Candidacy
  people.set(among('reserve', 0).key, valueOf(people, among('admitted', REPLACED.leaving).key))
}

/** English goes to projects of a sector that has material written in it. */
function languagesOf(edition: EditionKey, people: ReadonlyMap<string, Person>): ReadonlyMap<string, Language> {
  const { fr, ar, en } = SCENARIO[edition].languages
  if (fr + ar + en !== people.size) throw new Error(`demo world: ${fr + ar + en} languages for ${people.size} applications of ${edition}`)
  const keys = seeded(`${edition}/languages`).shuffle([...people.keys()])
  const english = keys.filter((key) => isWrittenInEnglish(valueOf(people, key).sector)).slice(0, en)
  const others = keys.filter((key) => !english.includes(key))
  return new Map([...english.map((key) => [key, 'en'] as const), ...others.map((key, at) => [key, at < fr ? 'fr' : 'ar'] as const)])
}

function isWrittenInEnglish(code: SectorCode): boolean {
  const sector = sectorOf(code)
  return sector.en !== undefined && sector.concepts.filter((concept) => concept.en !== undefined).length > 1
}

function admittedProfiles(edition: EditionKey, size: number): Person[] {
  const { csos, ledByWomen } = SCENARIO[edition].profile
  const chance = seeded(`${edition}/admitted`)
  const kinds = chance.shuffle<Kind>([
    ...repeat<Kind>('cso', csos),
    ...Array.from({ length: size - csos }, (_, at): Kind => (at % 2 ? 'team' : 'person')),
  ])
  const genders = chance.shuffle<Profile['gender']>([...repeat('woman' as const, ledByWomen), ...repeat('man' as const, size - ledByWomen)])
  const sectors = chance.shuffle(Object.entries(SECTORS_ADMITTED[edition]).flatMap(([code, count]) => repeat(code as SectorCode, count)))
  return kinds.map((kind, at) => ({ kind, gender: genders[at] as Profile['gender'], sector: sectors[at] as SectorCode }))
}

function drawn(one: Candidacy): Person {
  const chance = seeded(`${one.key}/profile`)
  const creation = ['music', 'visual_arts', 'performing_arts', 'audiovisual'] as const
  return {
    gender: chance.chance(0.44) ? 'woman' : 'man',
    kind: chance.weighted<Kind>(['person', 'team', 'cso'], (kind) => ({ person: 48, team: 36, cso: 16 })[kind]),
    sector: one.ground === 'pure_creation' ? chance.pick(creation) : chance.weighted(SECTORS, (sector) => sector.weight).code,
  }
}

function repeat<Item>(item: Item, count: number): Item[] {
  return Array.from({ length: count }, () => item)
}
