/** What the pages of review show. What a reader sees holds no name, address or contact of who applied: those fields are not in its types. */
import type { BudgetView } from '../applications/index.ts'
import type { FileView } from '../files/index.ts'
import type { Comments, Scale, Scores } from '../../domain/review.ts'
import type { ChangedScore } from '../../domain/review-revision.ts'
import type { GridTerms, Happening, Mode } from '../../domain/review-stage.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { PlanOptions, WeightPart } from '../../domain/assignment.ts'
import type { Plan } from './plan.ts'

/** A stage as a reader sees it named: by its own words, or by those of the programme (`name` null). */
export interface StageName {
  readonly code: string
  readonly name: Trilingual | null
  readonly happens: Happening
  readonly mode: Mode
}

/** todo: not begun; draft: saved; done: handed in; conflict: the reader declared one; ended: taken back; closed: withdrawn or sealed before it was handed in. */
export const REVIEW_STATES = ['todo', 'draft', 'done', 'conflict', 'ended', 'closed'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export interface MyReview {
  readonly assignment: string
  readonly stage: StageName
  readonly third: boolean
  readonly number: string
  /** Empty when the title itself is hidden. */
  readonly title: string
  readonly region: { readonly name: Trilingual; readonly mark: string } | null
  readonly sector: Trilingual | null
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly state: ReviewState
  /** Withdrawn, or the selection sealed: nothing is written of it any more. */
  readonly closed: boolean
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
  /** Of a question that asks for a budget: its lines and sums. */
  readonly budget: BudgetView | null
  /** Under neutral names; none for any other answer. */
  readonly files: readonly FileView[]
}

export interface ReviewView {
  readonly assignment: string
  readonly stage: StageName & GridTerms & { readonly names: boolean }
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
  /** Points of 100, once handed in; null for an abstention. */
  readonly score: string | null
  readonly before: string | null
  readonly after: string | null
}

/** The files of one stage that a reader puts in order, as they stand. */
export interface RankingView {
  readonly stage: StageName
  readonly edition: MyReview['edition']
  readonly files: readonly (MyReview & { readonly place: number | null; readonly comment: string })[]
  /** Of the order the page shows: saving over another one is refused. */
  readonly mark: string
  readonly handedIn: boolean
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

/** What a plan comes to, what stands included. */
export interface PlanFigures {
  /** Sum of the weights, and of the application served worst; null where there is no plan. Decimals. */
  readonly total: string | null
  readonly worst: string | null
  /** Readings that stand or are added. */
  readonly readings: number
  /** Applications of which one reader at least comes from outside their region. */
  readonly outside: number
  /** The smallest and the largest load. */
  readonly loads: { readonly least: number; readonly most: number }
  /** Groups of files that no reader joins; 1 where all can be compared. */
  readonly parts: number
  /** Pairs put together although a tie between them is still in question. */
  readonly doubtful: number
}

export interface PlanReader {
  readonly name: string
  readonly added: boolean
  /** What speaks for the pair and against it. */
  readonly parts: readonly WeightPart[]
  /** Put there to join two groups of files. */
  readonly link: boolean
}

export interface PlanView {
  readonly fingerprint: string
  readonly applications: number
  readonly pairs: number
  /** Readings that stand and stay as they are. */
  readonly standing: number
  readonly loads: readonly {
    readonly reviewer: string
    readonly name: string
    readonly region: string | null
    readonly now: number
    readonly planned: number
    readonly maxLoad: number
  }[]
  readonly options: PlanOptions
  /** The figures of the plan, and of one without options; the same where none was chosen. */
  readonly figures: PlanFigures
  readonly plain: PlanFigures
  /** Links added to join groups of files. */
  readonly links: number
  /** The seed that is committed and has not served; null when there is none. */
  readonly seed: string | null
  /** Ties that wait for an answer. */
  readonly questions: number
  readonly rows: readonly {
    readonly application: string
    readonly number: string
    readonly title: string
    readonly language: string
    readonly readers: readonly PlanReader[]
  }[]
  readonly conflict: Plan['conflict']
  /** Names and numbers for what is in conflict. */
  readonly names: Readonly<Record<string, string>>
  readonly certificate: Plan['certificate']
  /** Plans applied before, the newest first. */
  readonly applied: readonly { readonly at: Date; readonly by: string; readonly readings: number; readonly options: PlanOptions }[]
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
    readonly given: boolean
    /** Null until it is handed in, and for a vote that abstains. */
    readonly score: string | null
    /** What was handed in first, where it was changed after the discussion. */
    readonly changed: ChangedScore | null
  }[]
  /** Mean of those handed in. */
  readonly mean: string | null
  readonly spread: string
  /** As it was before any score was changed; null where none was. */
  readonly spreadBefore: string | null
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

/** What reviewers have of one application. */
export interface FileReadings {
  readonly application: string
  readonly number: string
  readonly title: string
  /** Whether the viewer ends what is open of it: officers of the edition, and those of its region. */
  readonly mayEnd: boolean
  /** The hour to come, where one is set. */
  readonly interview: { readonly from: Date; readonly place: string } | null
  readonly parts: readonly {
    readonly assignment: string
    readonly happens: 'reading' | 'interview'
    readonly given: boolean
    readonly name: string
  }[]
}
