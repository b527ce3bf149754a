/** The markets of each edition: who has a stand and why, who took part, how many visitors were counted. */
import type { Trilingual } from '../../domain/language.ts'
import type { VisitPart } from '../../domain/market.ts'
import { addDays, addMinutes, instant, workingDay } from './clock.ts'
import type { CohortProject } from './cohort.ts'
import { type MarketName, REASONS } from './markets/reasons.ts'
import { type EditionKey, FORUM_E1_VISITORS, MARKET_PLACES, SCENARIO, type SectorCode } from './scenario.ts'
import { seeded } from './seeded.ts'
import { officerOf } from './support/activity.ts'
import { trilingual } from './trilingual.ts'

export interface WorldStand {
  readonly project: string
  readonly label: string
  readonly reason: string
  readonly givenAt: string
  readonly givenBy: string
  /** Whether it took part, noted when the market was over; for a market to come it is not known and never loaded. */
  readonly tookPart: boolean
  /** When the stand was taken back, and why. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null
}

export interface WorldVisit {
  readonly part: VisitPart
  readonly visitors: number
}

export interface WorldMarket {
  readonly key: string
  readonly edition: EditionKey
  readonly name: Trilingual
  readonly town: Trilingual
  readonly startsOn: string
  readonly endsOn: string
  readonly places: number
  readonly plannedAt: string
  readonly plannedBy: string
  readonly stands: readonly WorldStand[]
  /** When who took part is noted. */
  readonly recordedAt: string
  readonly visits: readonly WorldVisit[]
  readonly counted: { readonly at: string; readonly by: string; readonly source: string }
}

const NAMES: Readonly<Record<MarketName, readonly [name: Trilingual, town: Trilingual]>> = {
  boulevard: [trilingual('سوق البولفار|Souk de L’Boulevard|L’Boulevard souk'), trilingual('الدار البيضاء|Casablanca|Casablanca')],
  visa: [
    trilingual('السوق المهنية لفيزا فور ميوزيك|Marché professionnel Visa For Music|Visa For Music professional market'),
    trilingual('الرباط|Rabat|Rabat'),
  ],
  forum: [trilingual('سوق المقاولين بالمنتدى|Souk des entrepreneurs du Forum|Entrepreneurs’ souk of the Forum'), trilingual('الرباط|Rabat|Rabat')],
}

interface Terms {
  readonly name: MarketName
  readonly days: readonly [string, string]
  readonly places: number
  /** Stands given by the end: those who took part, and those who had one and did not come or gave it back. */
  readonly tookPart: number
  readonly absent: number
  readonly withdrawn: number
}

const terms = (name: MarketName, days: readonly [string, string], places: number, [tookPart, absent, withdrawn]: readonly number[]): Terms => ({
  name,
  days,
  places,
  tookPart: tookPart ?? 0,
  absent: absent ?? 0,
  withdrawn: withdrawn ?? 0,
})

const MARKETS: Readonly<Record<EditionKey, readonly Terms[]>> = {
  e1: [
    terms('boulevard', ['2023-09-22', '2023-09-24'], 10, [MARKET_PLACES.e1.boulevard, 1]),
    terms('visa', ['2023-11-22', '2023-11-25'], 8, [MARKET_PLACES.e1.visa, 0, 1]),
    terms('forum', SCENARIO.e1.calendar.forum, 20, [MARKET_PLACES.e1.forum]),
  ],
  e2: [
    terms('boulevard', ['2024-09-27', '2024-09-29'], 10, [MARKET_PLACES.e2.boulevard, 1]),
    terms('visa', ['2024-11-20', '2024-11-23'], 12, [MARKET_PLACES.e2.visa, 0, 1]),
    terms('forum', SCENARIO.e2.calendar.forum, 24, [MARKET_PLACES.e2.forum, 2]),
  ],
  e3: [
    terms('boulevard', ['2025-09-26', '2025-09-28'], 10, [8]),
    terms('visa', ['2025-11-19', '2025-11-22'], 12, [0]),
    terms('forum', SCENARIO.e3.calendar.forum, 24, [0]),
  ],
}

/** How much a sector has to do at a market. */
const AFFINITY: Readonly<Record<MarketName, Readonly<Partial<Record<SectorCode, number>>>>> = {
  boulevard: { music: 6, design_fashion: 6, visual_arts: 4, crafts: 3, video_games: 3, new_media: 2, advertising: 2, books: 2 },
  visa: { music: 8, audiovisual: 5, performing_arts: 5, new_media: 3, advertising: 2, design_fashion: 2 },
  forum: {},
}

const VISITS: readonly WorldVisit[] = (['total', 'opening', 'panels', 'sector-sessions', 'workshops'] as const).map((part) => ({
  part,
  visitors: FORUM_E1_VISITORS[part],
}))

/** The three markets of an edition. */
export function makeMarkets(edition: EditionKey, cohort: readonly CohortProject[]): WorldMarket[] {
  return cohort.length === 0 ? [] : MARKETS[edition].map((one) => market(edition, one, cohort))
}

function market(edition: EditionKey, { name, days, places, ...counts }: Terms, cohort: readonly CohortProject[]): WorldMarket {
  const key = `${edition}-market-${name}`
  const [startsOn, endsOn] = days
  return {
    key,
    edition,
    name: NAMES[name][0],
    town: NAMES[name][1],
    startsOn,
    endsOn,
    places,
    plannedAt: addMinutes(instant(`${workingDay(addDays(SCENARIO[edition].calendar.kickoff, 24))}T10:00`), seeded(key).between(0, 90)),
    plannedBy: officerOf('SM'),
    stands: standsOf(key, name, startsOn, counts, cohort),
    recordedAt: instant(`${endsOn}T19:10`),
    visits: key === 'e1-market-forum' ? VISITS : [],
    counted: {
      at: instant(`${addDays(endsOn, 2)}T11:30`),
      by: officerOf('SM'),
      source: 'Comptage aux entrées des six lieux, équipe du Forum',
    },
  }
}

function standsOf(
  key: string,
  name: MarketName,
  startsOn: string,
  { tookPart, absent, withdrawn }: Pick<Terms, 'tookPart' | 'absent' | 'withdrawn'>,
  cohort: readonly CohortProject[],
): WorldStand[] {
  const there = cohort.filter((one) => one.leftOn === null || one.leftOn > startsOn)
  const given = [...there].sort((a, b) => drawOf(key, name, b) - drawOf(key, name, a)).slice(0, tookPart + absent + withdrawn)
  return given.map((one, index) => ({
    project: one.project,
    label: `${name.slice(0, 1).toUpperCase()}${index + 1}`,
    reason: REASONS[name][one.language === 'ar' ? 'ar' : 'fr'](one),
    givenAt: addMinutes(instant(`${workingDay(addDays(startsOn, -18))}T14:00`), index * 3),
    givenBy: officerOf('SM'),
    tookPart: index < tookPart,
    withdrawn:
      index < tookPart + absent
        ? null
        : { at: instant(`${workingDay(addDays(startsOn, -6))}T16:20`), reason: 'L’équipe joue le même soir à l’autre bout du pays.' },
  }))
}

/** The best suited first, with some chance. */
function drawOf(key: string, name: MarketName, { sector, key: project }: CohortProject): number {
  return (AFFINITY[name][sector] ?? 0) + seeded(`${key}/${project}`).next() * 3
}
