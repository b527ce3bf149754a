/**
 * The figures the demo world must come out with, copied from the reference scenario of the programme (published figures,
 * figures derived from them, and synthetic ones chosen once). The world is built from them and its tests count them again.
 */
export const EDITIONS = ['e1', 'e2', 'e3'] as const
export type EditionKey = (typeof EDITIONS)[number]

/** FM Fès-Meknès, OR Oriental, SM Souss-Massa, TTA Tanger-Tétouan-Al Hoceïma. */
export const REGIONS = ['FM', 'OR', 'SM', 'TTA'] as const
export type RegionCode = (typeof REGIONS)[number]
export const REGION_ISO: Readonly<Record<RegionCode, string>> = { FM: 'MA-03', OR: 'MA-02', SM: 'MA-09', TTA: 'MA-01' }

export const CRITERIA = ['viability', 'impact', 'team', 'need'] as const
export type Criterion = (typeof CRITERIA)[number]
export const WEIGHTS: Readonly<Record<Criterion, number>> = { viability: 30, impact: 25, team: 25, need: 20 }

export const SCORING = { lowest: 1, highest: 5, passMark: 60, divergence: 20, interviewWeight: 0.5, ageMin: 18, ageMax: 29 } as const

export const SECTOR_CODES = [
  'music',
  'design_fashion',
  'crafts',
  'audiovisual',
  'video_games',
  'heritage_tourism',
  'books',
  'new_media',
  'performing_arts',
  'visual_arts',
  'architecture',
  'advertising',
] as const
export type SectorCode = (typeof SECTOR_CODES)[number]

export const GROUNDS = ['region', 'age', 'pure_creation', 'incomplete', 'duplicate', 'past_beneficiary'] as const
export type Ground = (typeof GROUNDS)[number]

export type PerRegion = Readonly<Record<RegionCode, number>>

export interface Calendar {
  readonly opensAt: string
  readonly deadlineAt: string
  readonly deadlineDay: string
  readonly eligibilityDone: string
  readonly scoringDone: string
  readonly interviewDays: Readonly<Record<RegionCode, string>>
  readonly results: string
  readonly kickoff: string
  readonly end: string
  readonly forum: readonly [string, string]
}

/** Rules of the selection; null where the edition sets none. */
export interface SelectionRules {
  readonly placesPerRegion: number
  readonly womenLedMin: number | null
  readonly csoMin: number | null
  readonly sectorMax: number | null
}

export interface Delivery {
  readonly groupTraining: PerRegion & { readonly national: number }
  readonly individualTraining: PerRegion
  readonly tour: PerRegion
}

export interface TourContent {
  readonly training: number
  readonly visitOrMeeting: number
  readonly creativeWorkshop: number
  readonly roundTable: number
}

export interface EditionScenario {
  readonly year: number
  readonly calendar: Calendar
  readonly submitted: PerRegion & { readonly other: number }
  readonly eligible: PerRegion
  readonly invited: PerRegion
  readonly interviewed: PerRegion
  readonly admitted: PerRegion
  readonly reservePerRegion: number
  readonly ineligible: Readonly<Record<Ground, number>>
  readonly languages: Readonly<Record<'fr' | 'ar' | 'en', number>>
  readonly rules: SelectionRules
  readonly profile: { readonly individuals: number; readonly csos: number; readonly ledByWomen: number }
  readonly conflicts: number
  readonly thirdReviews: number
  /** What was held; of the third edition, on the day the world stands still. */
  readonly delivered: Delivery
  /** Held and planned together. */
  readonly planned: Delivery
  readonly tours: Readonly<Record<RegionCode, TourContent>>
}

/** The day on which the demo world stands still: the third edition is in its fourth month. */
export const TODAY = '2025-09-15'

const threeEach = { FM: 3, OR: 3, SM: 3, TTA: 3 } as const
const oneEach = { FM: 1, OR: 1, SM: 1, TTA: 1 } as const
const tour = (training: number, visitOrMeeting: number, creativeWorkshop: number, roundTable: number): TourContent => ({
  training,
  visitOrMeeting,
  creativeWorkshop,
  roundTable,
})

const e1Delivery: Delivery = {
  groupTraining: { ...threeEach, national: 1 },
  individualTraining: { FM: 18, OR: 19, SM: 23, TTA: 21 },
  tour: oneEach,
}
const e2Delivery: Delivery = {
  groupTraining: { ...threeEach, national: 0 },
  individualTraining: { FM: 24, OR: 23, SM: 26, TTA: 24 },
  tour: oneEach,
}

export const SCENARIO: Readonly<Record<EditionKey, EditionScenario>> = {
  e1: {
    year: 2023,
    calendar: {
      opensAt: '2023-03-30T09:00:00Z',
      deadlineAt: '2023-04-23T22:59:00Z',
      deadlineDay: '2023-04-23',
      eligibilityDone: '2023-04-26',
      scoringDone: '2023-04-30',
      interviewDays: { FM: '2023-05-02', OR: '2023-05-03', SM: '2023-05-04', TTA: '2023-05-05' },
      results: '2023-05-08',
      kickoff: '2023-05-13',
      end: '2023-11-13',
      forum: ['2023-12-07', '2023-12-10'],
    },
    submitted: { FM: 38, OR: 27, SM: 44, TTA: 36, other: 7 },
    eligible: { FM: 31, OR: 23, SM: 36, TTA: 28 },
    invited: { FM: 12, OR: 12, SM: 12, TTA: 12 },
    interviewed: { FM: 11, OR: 11, SM: 12, TTA: 11 },
    admitted: { FM: 4, OR: 4, SM: 5, TTA: 5 },
    reservePerRegion: 0,
    ineligible: { region: 7, age: 10, pure_creation: 9, incomplete: 6, duplicate: 2, past_beneficiary: 0 },
    languages: { fr: 92, ar: 53, en: 7 },
    rules: { placesPerRegion: 6, womenLedMin: null, csoMin: null, sectorMax: null },
    profile: { individuals: 14, csos: 4, ledByWomen: 7 },
    conflicts: 6,
    thirdReviews: 6,
    delivered: e1Delivery,
    planned: e1Delivery,
    tours: { FM: tour(1, 5, 2, 0), OR: tour(1, 5, 2, 0), SM: tour(2, 6, 2, 1), TTA: tour(1, 5, 2, 1) },
  },
  e2: {
    year: 2024,
    calendar: {
      opensAt: '2024-03-01T08:00:00Z',
      deadlineAt: '2024-03-31T23:59:00Z',
      deadlineDay: '2024-03-31',
      eligibilityDone: '2024-04-08',
      scoringDone: '2024-04-19',
      interviewDays: { FM: '2024-04-24', OR: '2024-04-25', SM: '2024-04-26', TTA: '2024-04-27' },
      results: '2024-05-06',
      kickoff: '2024-05-18',
      end: '2024-11-18',
      forum: ['2024-12-04', '2024-12-08'],
    },
    submitted: { FM: 58, OR: 45, SM: 66, TTA: 54, other: 8 },
    eligible: { FM: 45, OR: 35, SM: 55, TTA: 44 },
    invited: { FM: 15, OR: 15, SM: 15, TTA: 15 },
    interviewed: { FM: 14, OR: 14, SM: 15, TTA: 14 },
    admitted: { FM: 6, OR: 6, SM: 6, TTA: 6 },
    reservePerRegion: 2,
    ineligible: { region: 8, age: 15, pure_creation: 13, incomplete: 12, duplicate: 3, past_beneficiary: 1 },
    languages: { fr: 140, ar: 80, en: 11 },
    rules: { placesPerRegion: 6, womenLedMin: 9, csoMin: 5, sectorMax: 4 },
    profile: { individuals: 18, csos: 6, ledByWomen: 10 },
    conflicts: 7,
    thirdReviews: 9,
    delivered: e2Delivery,
    planned: e2Delivery,
    tours: { FM: tour(1, 8, 1, 0), OR: tour(1, 8, 0, 1), SM: tour(1, 8, 1, 1), TTA: tour(1, 8, 1, 0) },
  },
  e3: {
    year: 2025,
    calendar: {
      opensAt: '2025-03-10T09:00:00Z',
      deadlineAt: '2025-04-06T22:59:00Z',
      deadlineDay: '2025-04-06',
      eligibilityDone: '2025-04-14',
      scoringDone: '2025-04-25',
      interviewDays: { FM: '2025-05-05', OR: '2025-05-06', SM: '2025-05-07', TTA: '2025-05-08' },
      results: '2025-05-15',
      kickoff: '2025-05-31',
      end: '2025-11-30',
      forum: ['2025-12-11', '2025-12-14'],
    },
    submitted: { FM: 70, OR: 52, SM: 78, TTA: 72, other: 12 },
    eligible: { FM: 56, OR: 41, SM: 64, TTA: 60 },
    invited: { FM: 16, OR: 16, SM: 16, TTA: 16 },
    interviewed: { FM: 16, OR: 15, SM: 16, TTA: 15 },
    admitted: { FM: 6, OR: 6, SM: 6, TTA: 6 },
    reservePerRegion: 2,
    ineligible: { region: 12, age: 18, pure_creation: 16, incomplete: 13, duplicate: 4, past_beneficiary: 0 },
    languages: { fr: 170, ar: 99, en: 15 },
    rules: { placesPerRegion: 6, womenLedMin: 9, csoMin: 7, sectorMax: 4 },
    profile: { individuals: 17, csos: 7, ledByWomen: 11 },
    conflicts: 8,
    thirdReviews: 11,
    delivered: {
      groupTraining: { FM: 2, OR: 1, SM: 2, TTA: 2, national: 0 },
      individualTraining: { FM: 13, OR: 13, SM: 13, TTA: 13 },
      tour: { FM: 1, OR: 0, SM: 1, TTA: 0 },
    },
    planned: {
      groupTraining: { ...threeEach, national: 0 },
      individualTraining: { FM: 24, OR: 24, SM: 24, TTA: 24 },
      tour: oneEach,
    },
    tours: { FM: tour(1, 6, 1, 1), OR: tour(1, 6, 1, 0), SM: tour(1, 7, 1, 1), TTA: tour(1, 6, 1, 1) },
  },
}

/** Sectors of the 24 projects admitted in the second edition. */
export const SECTORS_E2: Readonly<Partial<Record<SectorCode, number>>> = {
  music: 4,
  design_fashion: 4,
  crafts: 4,
  audiovisual: 3,
  video_games: 2,
  heritage_tourism: 2,
  books: 2,
  new_media: 2,
  performing_arts: 1,
}

/** Projects that took part in each market, and the visitors counted at the first Forum. */
export const MARKET_PLACES = { e1: { boulevard: 9, visa: 7, forum: 17 }, e2: { boulevard: 8, visa: 11, forum: 22 } } as const
export const FORUM_E1_VISITORS = { total: 2300, opening: 350, panels: 600, 'sector-sessions': 255, workshops: 251 } as const

/** Dirhams. A seed fund is 30,000: 21,000 at signature, 9,000 when the report is accepted. */
export const MONEY = {
  seed: 30_000,
  first: 21_000,
  balance: 9_000,
  e1: { contracts: 17, committed: 510_000, firstInstalments: 357_000, balances: 16, balancesPaid: 144_000, paid: 501_000, released: 9_000 },
  e2: { contracts: 24, committed: 720_000, balances: 23, paid: 711_000 },
  e3: { firstInstalmentsPaid: 504_000 },
  prizes: [100_000, 70_000, 50_000],
} as const
