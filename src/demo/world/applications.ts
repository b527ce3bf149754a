/** The applications of an edition: who, from where, what they wrote, when they sent it. */
import type { Answers } from '../../domain/form.ts'
import type { Language } from '../../domain/language.ts'
import { idOf } from './key.ts'
import { bornFor, type Register, type WorldPerson } from './people.ts'
import { ELSEWHERE, TOWNS, type Town } from './places/towns.ts'
import { type Profile, profilesOf } from './profile.ts'
import { type Candidacy, rosterOf } from './roster.ts'
import { EDITIONS, type EditionKey, SCENARIO } from './scenario.ts'
import { sectorOf } from './sectors.ts'
import { seeded, valueOf } from './seeded.ts'
import { timesOf } from './submitted.ts'
import { type Author, type Written, written } from './writing.ts'

export interface WorldApplication extends Candidacy {
  readonly id: string
  /** Rank of its number in its call: the order in which applications were begun. */
  readonly rank: number
  readonly holder: WorldPerson
  readonly partner: WorldPerson | null
  readonly profile: Profile
  readonly language: Language
  readonly startedAt: string
  readonly submittedAt: string
  readonly answers: Answers
  /** For a duplicate: the key of the other application of the same person. */
  readonly twin: string | null
}

/** Everyone who applied, edition by edition. */
export function makeApplications(register: Register): Readonly<Record<EditionKey, readonly WorldApplication[]>> {
  const made: Partial<Record<EditionKey, readonly WorldApplication[]>> = {}
  for (const edition of EDITIONS) made[edition] = applicationsOf(edition, register, made)
  return made as Record<EditionKey, readonly WorldApplication[]>
}

function applicationsOf(
  edition: EditionKey,
  register: Register,
  before: Partial<Record<EditionKey, readonly WorldApplication[]>>,
): WorldApplication[] {
  const roster = rosterOf(edition)
  const profiles = profilesOf(edition)
  const times = timesOf(
    edition,
    roster.map((one) => one.key),
  )
  const names = new Names()
  const made = new Map<string, WorldApplication>()
  // A duplicate is the second application of somebody already met: those come last.
  for (const one of [...roster].sort((a, b) => Number(a.ground === 'duplicate') - Number(b.ground === 'duplicate'))) {
    const profile = valueOf(profiles, one.key)
    const town = townOf(one)
    const { startedAt, submittedAt } = valueOf(times, one.key)
    const author = { key: one.key, profile, town, day: submittedAt.slice(0, 10), ...names.coin(one.key, profile, town) }
    const words = written(author)
    const twin = one.ground === 'duplicate' ? twinOf(one, [...made.values()]) : null
    const holder = holderOf(one, profile, register, twin, before)
    made.set(one.key, {
      ...one,
      id: idOf(one.key),
      rank: 0,
      holder,
      partner:
        profile.kind === 'team'
          ? register.person(`${one.key}/partner`, seeded(`${one.key}/partner`).chance(0.5) ? 'woman' : 'man', profile.language, null)
          : null,
      profile,
      language: profile.language,
      startedAt,
      submittedAt,
      answers: answersOf(one, profile, town, holder, words),
      twin: twin?.key ?? null,
    })
  }
  const ordered = [...made.values()].sort((a, b) => (a.startedAt === b.startedAt ? (a.key < b.key ? -1 : 1) : a.startedAt < b.startedAt ? -1 : 1))
  return ordered.map((one, index) => ({ ...one, rank: index + 1 }))
}

/** Coined names of an edition: each once, and again with the name of another town. */
class Names {
  readonly #taken = new Set<string>()

  coin(key: string, profile: Profile, town: Town): Pick<Author, 'concept' | 'sector' | 'coined' | 'withTown'> {
    const chance = seeded(`${key}/project`)
    const sector = sectorOf(profile.sector)
    const concepts = chance.shuffle(sector.concepts.filter((concept) => profile.language !== 'en' || concept.en !== undefined))
    for (const withTown of [false, true])
      for (const concept of concepts)
        for (const coined of chance.shuffle(concept.names)) {
          const name = withTown ? `${coined} ${town.fr}` : coined
          if (this.#taken.has(name)) continue
          this.#taken.add(name)
          return { concept, sector, coined, withTown }
        }
    throw new Error(`demo world: no name is left for ${key}`)
  }
}

function townOf(one: Candidacy): Town & { readonly region?: string } {
  const chance = seeded(`${one.key}/town`)
  return chance.weighted<Town & { readonly region?: string }>(one.region === null ? ELSEWHERE : TOWNS[one.region], (town) => town.weight)
}

/** Somebody of the same region who was read and not invited: the first of their two applications counts. */
function twinOf(one: Candidacy, made: readonly WorldApplication[]): WorldApplication {
  return seeded(`${one.key}/twin`).pick(
    made.filter((other) => other.region === one.region && other.fate === 'read' && !/ .* /.test(other.holder.nameLatin)),
  )
}

function holderOf(
  one: Candidacy,
  profile: Profile,
  register: Register,
  twin: WorldApplication | null,
  before: Partial<Record<EditionKey, readonly WorldApplication[]>>,
): WorldPerson {
  const { deadlineDay } = SCENARIO[one.edition].calendar
  if (twin !== null) return register.again(one.key, twin.holder)
  if (one.ground === 'past_beneficiary') {
    const former = (before.e1 ?? []).find((other) => other.fate === 'admitted' && other.region === one.region && other.place === 1)
    if (former !== undefined) return former.holder
  }
  const chance = seeded(`${one.key}/age`)
  const [youngest, oldest] = one.ground === 'age' ? (chance.chance(0.2) ? [17, 17] : [30, 35]) : [19, 29]
  return register.person(one.key, profile.gender, profile.language, bornFor(one.key, deadlineDay, youngest, oldest))
}

/** Words of those who left a part for later and never came back to it. */
const UNFINISHED: Readonly<Record<Language, string>> = {
  ar: 'سأضيف التفاصيل لاحقاً.',
  fr: 'Détails à compléter.',
  en: 'Details to follow.',
}

function answersOf(one: Candidacy, profile: Profile, town: Town & { readonly region?: string }, holder: WorldPerson, words: Written): Answers {
  const later = UNFINISHED[profile.language]
  const texts = one.ground === 'incomplete' ? { ...words.texts, market: later, team_strength: later } : words.texts
  const chance = seeded(`${one.key}/answers`)
  return {
    holder_name_ar: holder.nameAr,
    holder_name_latin: holder.nameLatin,
    gender: holder.gender,
    phone: holder.phone,
    email: holder.email,
    birth_date: holder.bornOn as string,
    region: one.region ?? (town.region as string),
    province: town.province,
    town: { ar: town.ar, fr: town.fr, en: town.en }[profile.language],
    past_support: 'no',
    applicant_kind: profile.kind,
    ...(profile.kind === 'cso' ? { structure_name: words.structure } : {}),
    team_size: String(words.teamSize),
    consent_data: 'yes',
    consent_photo: chance.chance(0.8) ? 'yes' : 'no',
    project_title: words.title,
    sector: profile.sector,
    stage: words.stage,
    pure_creation: one.ground === 'pure_creation' ? 'yes' : 'no',
    ...(chance.chance(0.45) ? { link: `https://${words.page}.example/` } : {}),
    ...texts,
    budget_total: `${words.budget}.00`,
    funding_requested: `${words.requested}.00`,
  }
}
