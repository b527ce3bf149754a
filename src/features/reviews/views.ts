/** What the pages of review show. What a reader sees holds no name, address or contact of who applied: those fields are not in its types. */
import type { FileView } from '../files/index.ts'
import type { Comments, Scale, Scores } from '../../domain/review.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { Demand } from '../../engines/assignment/index.ts'

export type ReviewStage = 'reading' | 'interview'

/** todo: not begun; draft: saved; done: handed in; conflict: the reader declared one; ended: taken back; closed: withdrawn or sealed before it was handed in. */
export const REVIEW_STATES = ['todo', 'draft', 'done', 'conflict', 'ended', 'closed'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export interface MyReview {
  readonly assignment: string
  readonly stage: ReviewStage
  readonly third: boolean
  readonly number: string
  /** Empty when the title itself is hidden. */
  readonly title: string
  readonly region: { readonly name: Trilingual; readonly mark: string } | null
  readonly sector: Trilingual | null
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly state: ReviewState
  readonly submittedAt: Date | null
}

export interface GridCriterion {
  readonly code: string
  readonly name: Trilingual
  readonly question: Trilingual
  readonly weight: number
  /** From the lowest step to the highest. */
  readonly anchors: readonly Trilingual[]
}

/** An answer as a reader sees it: a label and its text. */
export interface BlindAnswer {
  readonly label: string
  readonly text: string
  /** Under neutral names; none for any other answer. */
  readonly files: readonly FileView[]
}

export interface ReviewView {
  readonly assignment: string
  readonly stage: ReviewStage
  readonly number: string
  readonly title: string
  readonly region: { readonly name: Trilingual; readonly mark: string } | null
  readonly sector: Trilingual | null
  readonly kind: Trilingual | null
  readonly language: Language
  readonly parts: readonly { readonly title: string; readonly answers: readonly BlindAnswer[] }[]
  readonly interview: { readonly from: Date; readonly to: Date; readonly place: string } | null
  readonly zone: string
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly programme: Trilingual
  readonly criteria: readonly GridCriterion[]
  readonly scale: Scale
  readonly scores: Scores
  readonly comments: Comments
  readonly version: number
  readonly savedAt: Date | null
  readonly state: ReviewState
  /** Points of 100, once handed in. */
  readonly score: string | null
  readonly before: string | null
  readonly after: string | null
}

export interface ReviewerLine {
  readonly reviewer: string
  readonly name: string
  readonly region: string | null
  readonly languages: readonly Language[]
  readonly sectors: readonly string[]
  readonly minLoad: number
  readonly maxLoad: number
  /** Readings that stand, third readings apart. */
  readonly load: number
  readonly thirds: number
  readonly interviews: number
  /** Of all that stand, handed in. */
  readonly submitted: number
  readonly conflicts: number
  readonly accepted: boolean
  readonly left: boolean
}

export interface PlanView {
  readonly fingerprint: string
  readonly applications: number
  readonly pairs: number
  readonly loads: readonly {
    readonly reviewer: string
    readonly name: string
    readonly region: string | null
    readonly now: number
    readonly planned: number
    readonly maxLoad: number
  }[]
  /** Applications of which one reader at least comes from outside their region, of those planned. */
  readonly outside: number
  readonly rows: readonly {
    readonly number: string
    readonly title: string
    readonly readers: readonly { readonly name: string; readonly added: boolean }[]
  }[]
  readonly conflict: readonly Demand[]
  /** Names and numbers for what is in conflict. */
  readonly names: Readonly<Record<string, string>>
}

export interface ReadingLine {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly region: string
  readonly readings: readonly {
    readonly assignment: string
    readonly reviewer: string
    readonly name: string
    readonly third: boolean
    readonly score: string | null
  }[]
  /** Mean of those handed in. */
  readonly mean: string | null
  readonly spread: string
  readonly diverges: boolean
  readonly interview: string | null
  readonly final: string | null
  readonly passes: boolean | null
}

export interface InterviewLine {
  readonly interview: string
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly region: string
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly attended: boolean | null
  readonly panel: readonly { readonly name: string; readonly score: string | null }[]
}

export interface InterviewsView {
  readonly lines: readonly InterviewLine[]
  /** Read and not yet invited, the highest mean first. */
  readonly candidates: readonly {
    readonly application: string
    readonly number: string
    readonly title: string
    readonly mean: string
    readonly passes: boolean
  }[]
  readonly reviewers: readonly { readonly reviewer: string; readonly name: string }[]
}
