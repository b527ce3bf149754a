/** Who may read what, and how gladly the programme sees it: what the assignment engine is given, and what may be asked of a plan. */
import { ok, type Result, refused } from './result.ts'

export interface AssignableApplication {
  readonly id: string
  readonly region: string
  readonly language: string
  readonly sector: string
}

export interface AssignableReviewer {
  readonly id: string
  readonly languages: readonly string[]
  /** Sectors they know; empty: any. */
  readonly sectors: readonly string[]
  /** Region they come from; null: none of the edition's. */
  readonly region: string | null
  readonly minLoad: number
  readonly maxLoad: number
}

/** What a reviewer said of a file they have not read. */
export const WISHES = ['gladly', 'can', 'rather-not'] as const
export type Wish = (typeof WISHES)[number]

/** The parts of a weight; each is said on the page of the plan. */
export const WEIGHTS = {
  /** A reader from outside the region of an application, who has no neighbours in it. */
  outside: 1,
  /** A reader who knows the sector. */
  sector: 0.5,
  /** A reader who asked for it, or would rather not. */
  gladly: 0.5,
  'rather-not': -0.5,
  /** A tie that may be chance and that nobody has answered: the two are put together only where it costs others more. */
  doubt: -2,
} as const
export type WeightPart = keyof typeof WEIGHTS

export interface PairFacts {
  readonly wish?: Wish | undefined
  readonly doubtful?: boolean | undefined
}

/** What speaks for a pair and against it; null when the reviewer does not read the language of the application. */
export function pairParts(application: AssignableApplication, reviewer: AssignableReviewer, { wish, doubtful }: PairFacts = {}): WeightPart[] | null {
  if (!reviewer.languages.includes(application.language)) return null
  return [
    ...(reviewer.region === application.region ? [] : (['outside'] as const)),
    ...(reviewer.sectors.includes(application.sector) ? (['sector'] as const) : []),
    ...(wish === 'gladly' || wish === 'rather-not' ? [wish] : []),
    ...(doubtful === true ? (['doubt'] as const) : []),
  ]
}

/** How well the two suit each other, the sum of the parts; null as above. */
export function pairWeight(application: AssignableApplication, reviewer: AssignableReviewer, facts: PairFacts = {}): number | null {
  const parts = pairParts(application, reviewer, facts)
  return parts === null ? null : parts.reduce((sum, part) => sum + WEIGHTS[part], 0)
}

/** Limits on how probable a pair may be, as they are offered; decimals. */
export const LIMITS = ['0.9', '0.75', '0.5'] as const
export type Limit = (typeof LIMITS)[number]

/** What is asked of a plan beyond the largest sum of weights. */
export interface PlanOptions {
  /** Every application has a reader from outside its region. */
  readonly outside: boolean
  /** Readers join all files: from each file one comes to each other by files that share a reader. */
  readonly connected: boolean
  /** The application that is served worst comes first, then the sum. */
  readonly worstFirst: boolean
  /** Lots are drawn so that no pair is more probable than this; null: nothing is drawn. */
  readonly limit: Limit | null
}

export const NO_OPTIONS: PlanOptions = { outside: false, connected: false, worstFirst: false, limit: null }

/** Lots are drawn for the sum of weights alone: what they draw can be held neither to the worst served nor to a graph. */
export function mayPlanSo(options: PlanOptions, seed: string | null): Result<null> {
  if (options.limit === null) return ok(null)
  if (options.worstFirst || options.connected) return refused('assignment/options-crossed')
  return seed === null ? refused('assignment/seedless') : ok(null)
}
