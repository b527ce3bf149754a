/** What an applicant writes: the answers of the form, from the material of the sector and the concept. */
import type { Language } from '../../domain/language.ts'
import { monthBefore, FRAMES } from './phrases.ts'
import { dirhams, type Slots, told } from './material.ts'
import type { Concept, ConceptText, Sector, SectorText } from './material.ts'
import { inFrench, type Town } from './places/towns.ts'
import type { Profile } from './profile.ts'
import { itemAt, type Seeded, seeded } from './seeded.ts'

export interface Written {
  readonly title: string
  readonly stage: 'idea' | 'first-try' | 'launched'
  readonly structure: string
  readonly teamSize: number
  readonly texts: Readonly<Record<'pitch' | 'what' | 'market' | 'impact' | 'team' | 'team_strength' | 'need', string>>
  /** Dirhams, in hundreds. */
  readonly budget: number
  readonly requested: number
  /** Name of a page, without its address. */
  readonly page: string
}

export interface Author {
  readonly key: string
  readonly profile: Profile
  readonly town: Town
  readonly concept: Concept
  readonly sector: Sector
  /** Coined name 'Latin|عربي', and whether the town is added to tell it from another. */
  readonly coined: string
  readonly withTown: boolean
  /** Day the application is sent, for the months it tells of. */
  readonly day: string
}

const SIZES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six'],
  ar: ['شخصين', 'ثلاثة أشخاص', 'أربعة أشخاص', 'خمسة أشخاص', 'ستة أشخاص'],
  en: ['two', 'three', 'four', 'five', 'six'],
}
const STRUCTURES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Association {name}', 'Coopérative {name}', 'Association {name} pour la culture', 'Association des jeunes {deTown}', 'Collectif {name}'],
  ar: ['جمعية {name}', 'تعاونية {name}', 'جمعية {name} للثقافة', 'جمعية شباب {town}', 'جمعية {name} للتنمية'],
  en: ['{name} association', '{name} co-operative', 'Youth association of {town}'],
}

/** Writes an application. The same author always writes the same. */
export function written(author: Author): Written {
  const { key, profile, concept, sector } = author
  const { language } = profile
  const chance = seeded(`${key}/texts`)
  const [text, about] = [textOf(concept, language), aboutOf(sector, language)]
  const stage = chance.weighted(['idea', 'first-try', 'launched'] as const, (one) => ({ idea: 30, 'first-try': 45, launched: 25 })[one])
  const teamSize = profile.kind === 'person' ? 1 : chance.between(2, 6)
  const slots = slotsOf(author, about, teamSize, chance)
  const say = (sentences: readonly string[]): string => {
    const spoken = told(chance.pick(sentences), slots, chance, profile.gender === 'woman', language)
    return spoken.charAt(0).toUpperCase() + spoken.slice(1)
  }
  const some = (sentences: readonly string[], count: number): string[] =>
    chance
      .shuffle(sentences)
      .slice(0, count)
      .map((one) => say([one]))
  const frames = FRAMES[language]
  const structure = profile.kind === 'cso' ? say(STRUCTURES[language]) : ''
  slots.structure = structure
  const team = frames[profile.kind]
  const done = { idea: about.idea, 'first-try': about.firstTry, launched: about.launched }[stage]
  const requested = chance.pick([30000, 30000, 30000, 28000, 25000, 24000, 20000])
  return {
    title: say([`{name}${language === 'ar' ? '،' : ','} ${lowered(chance.pick(text.label))}`]),
    stage,
    structure,
    teamSize,
    texts: {
      pitch: say(text.pitch),
      what: [say(text.make), say(text.how), ...some(frames.place, 1), ...some(frames.plan, chance.between(1, 2))].join('\n\n'),
      market: [say(text.sell), ...some(frames.payers, 1), ...some(frames.channels, chance.between(1, 2))].join(' '),
      impact: [say(about.impact), ...some(frames.impact, 2)].join(' '),
      team: some(team, chance.between(2, 3)).join(' '),
      team_strength: [say(done), ...some(team, 1)].join(' '),
      need: [...some(frames.needOpening, 1), say(about.needs), ...some(frames.needClosing, 1)].join(' '),
    },
    requested,
    budget: Math.round((requested * chance.between(115, 260)) / 100 / 500) * 500,
    page: (author.coined.split('|')[0] as string).toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  }
}

function slotsOf({ profile: { language }, town, concept, coined, withTown, day }: Author, about: SectorText, teamSize: number, chance: Seeded) {
  const [latin, arabic] = coined.split('|') as [string, string]
  const { a, de } = inFrench(town.fr)
  const here = { ar: town.ar, fr: town.fr, en: town.en }[language]
  const own = language === 'ar' ? arabic : latin
  const [client, client2] = chance.shuffle(about.clients) as [string, string]
  const [role1, role2] = chance.shuffle(about.roles) as [string, string]
  const quarter = chance.pick(town.quarters).split('|') as [string, string]
  const about10 = (price: number): number => Math.max(10, Math.round((price * chance.between(80, 125)) / 100 / 10) * 10)
  const slots: Record<string, string> = {
    name: withTown ? `${own} ${here}` : own,
    town: here,
    townName: here,
    aTown: a,
    deTown: de,
    quarter: language === 'ar' ? quarter[1] : quarter[0],
    price: dirhams(about10(concept.prices[0]), language),
    pack: dirhams(about10(concept.prices[1]), language),
    month: monthBefore(day, chance.between(2, 18), language),
    client,
    client2,
    role1,
    role2,
    teamSize: itemAt(SIZES[language], Math.max(0, teamSize - 2)),
  }
  return slots satisfies Slots as Record<string, string>
}

/** The text of a concept in a language; English is written for some only, and asked of those alone. */
export function textOf(concept: Concept, language: Language): ConceptText {
  const text = concept[language]
  if (text === undefined) throw new Error(`demo world: ${concept.key} is not written in ${language}`)
  return text
}

function aboutOf(sector: Sector, language: Language): SectorText {
  const about = sector[language]
  if (about === undefined) throw new Error(`demo world: ${sector.code} is not written in ${language}`)
  return about
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
