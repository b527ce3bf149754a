/** Markets: which projects have a stand and why, which took part, how many visitors were counted and by whom. */
import { daysBetween } from './date.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, STAFF, type Viewer } from './viewer.ts'

/** What visitors are counted at: the whole market, or one of its parts. */
export const VISIT_PARTS = ['total', 'opening', 'panels', 'sector-sessions', 'workshops'] as const
export type VisitPart = (typeof VISIT_PARTS)[number]

/** Days a market lasts at most, the first and the last counted. */
export const LONGEST_MARKET = 31
/** Stands a market offers at most: a slip of the finger past that. */
export const MOST_STANDS = 500

export function mayRunMarkets(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

export function maySeeMarkets(viewer: Viewer, place: Place): boolean {
  return holds(viewer, STAFF, place)
}

export interface MarketTerms {
  /** Days 'YYYY-MM-DD'. */
  readonly startsOn: string
  readonly endsOn: string
  /** Stands offered to the programme. */
  readonly places: number
}

export function planMarket({ startsOn, endsOn, places }: MarketTerms): Result<null> {
  if (endsOn < startsOn) return refused('market/ends-before-it-begins')
  if (daysBetween(startsOn, endsOn) >= LONGEST_MARKET) return refused('market/too-long', { most: LONGEST_MARKET })
  if (places < 1 || places > MOST_STANDS) return refused('market/impossible-stands', { most: MOST_STANDS })
  return ok(null)
}

export interface MarketFacts {
  readonly cancelledAt: Date | null
  readonly version: number
  readonly startsOn: string
  readonly places: number
  /** Stands given, and how many of their projects took part. */
  readonly given: number
  readonly tookPart: number
  /** Counts of visitors recorded. */
  readonly counts: number
}

/** A market keeps at least the stands it has given. */
export function changeMarket(facts: MarketFacts, terms: MarketTerms, version: number): Result<null> {
  if (facts.cancelledAt !== null) return refused('market/cancelled')
  if (facts.version !== version) return refused('market/changed-since')
  const allowed = planMarket(terms)
  if (!allowed.ok) return allowed
  return terms.places < facts.given ? refused('market/fewer-than-given', { given: facts.given }) : ok(null)
}

/** A market that somebody took part in, or whose visitors were counted, took place. */
export function cancelMarket(facts: MarketFacts, reason: string): Result<null> {
  if (facts.cancelledAt !== null) return refused('market/cancelled')
  if (facts.tookPart > 0 || facts.counts > 0) return refused('market/took-place')
  if (reason.trim() === '') return refused('market/without-reason')
  return ok(null)
}

export interface ProjectFacts {
  readonly admitted: boolean
  /** The day it left the programme, if it did. */
  readonly leftOn: string | null
}

/** A stand goes to an admitted project that is still there when the market opens, once, for a reason, while one is left. */
export function giveStand(market: MarketFacts, project: ProjectFacts & { readonly hasStand: boolean }, reason: string): Result<null> {
  if (market.cancelledAt !== null) return refused('market/cancelled')
  if (!project.admitted) return refused('stand/project-not-admitted')
  if (project.leftOn !== null && project.leftOn <= market.startsOn) return refused('stand/project-left')
  if (project.hasStand) return refused('stand/already-given')
  if (market.given >= market.places) return refused('stand/none-left', { places: market.places })
  return reason.trim() === '' ? refused('stand/without-reason') : ok(null)
}

export interface StandFacts {
  readonly tookPart: boolean | null
}

/** A stand is taken back for a reason, unless its project took part. */
export function withdrawStand(stand: StandFacts, reason: string): Result<null> {
  if (stand.tookPart === true) return refused('stand/took-part')
  return reason.trim() === '' ? refused('stand/without-reason') : ok(null)
}

/** Who took part is known once the market has opened; who left before it did not take part. */
export function recordParticipation(
  market: MarketFacts,
  projects: readonly (ProjectFacts & { readonly tookPart: boolean })[],
  today: string,
): Result<null> {
  if (market.cancelledAt !== null) return refused('market/cancelled')
  if (today < market.startsOn) return refused('market/not-begun')
  const gone = projects.some((one) => one.tookPart && one.leftOn !== null && one.leftOn <= market.startsOn)
  return gone ? refused('stand/project-left') : ok(null)
}

/** Visitors are counted once the market has opened, and the count says where it comes from. */
export function recordVisitors(market: MarketFacts, count: { readonly visitors: number; readonly source: string }, today: string): Result<null> {
  if (market.cancelledAt !== null) return refused('market/cancelled')
  if (today < market.startsOn) return refused('market/not-begun')
  if (!Number.isInteger(count.visitors) || count.visitors < 0) return refused('visit/impossible-count')
  return count.source.trim() === '' ? refused('visit/without-source') : ok(null)
}

/** How many visitors a market had: its total when that was counted, else nothing, for the parts overlap and are never added up. */
export function visitorsOf(counts: readonly { readonly part: string; readonly visitors: number }[]): number | null {
  return counts.find((one) => one.part === 'total')?.visitors ?? null
}
