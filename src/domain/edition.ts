/** An edition as a file: everything that differs from one programme to another, in one document that can be exported, read and imported. */
import type { FormDefinition } from './form.ts'
import type { Trilingual } from './language.ts'
import type { ReviewStage } from './review-stage.ts'
import { holds, type Role, STAFF, type Viewer } from './viewer.ts'

export const EDITION_FORMAT = 'kawaliss-edition/1'

export interface EditionFile {
  readonly format: typeof EDITION_FORMAT
  readonly programme: ProgrammeTexts
  readonly edition: EditionTerms
  readonly regions: readonly EditionRegion[]
  readonly sectors: readonly EditionSector[]
  readonly applicantKinds: readonly ApplicantKind[]
  /** Lines of the call with places and money of their own; absent where it has none. */
  readonly strands?: readonly Strand[]
  readonly criteria: readonly Criterion[]
  /** Stages of review, in their order; absent: the readings and the interview that the terms say. */
  readonly review?: readonly ReviewStage[]
  readonly eligibilityRules: readonly EligibilityRule[]
  readonly selectionRules: readonly SelectionRule[]
  readonly calendar: readonly CalendarEntry[]
  readonly funders: readonly Funder[]
  readonly budgetLines: readonly BudgetLine[]
  readonly call: CallTerms & CallTexts
  readonly form: FormDefinition
}

export interface ProgrammeTexts {
  readonly slug: string
  readonly name: Trilingual
  readonly tagline: Trilingual
  readonly summary: Trilingual
}

/** Decimals are canonical text: no sign, no leading zero, no zero at the end of a fraction ('60', '0.5', '30000'). */
export interface EditionTerms {
  readonly slug: string
  readonly ordinal: number
  readonly year: number
  readonly name: Trilingual
  readonly currency: string
  readonly places: number
  readonly supportMonths: number
  readonly scale: { readonly min: number; readonly max: number }
  /** Points of 100. */
  readonly passMark: string
  readonly divergence: string
  /** Share of the interview in the final score, from 0 to 1. */
  readonly interviewWeight: string
  readonly reviewsPerApplication: number
  readonly reservePerRegion: number
  /** Seed fund at most for one project, in the currency of the edition. */
  readonly seedCeiling: string
  /** Days after its letter within which a decision can be appealed; absent where the edition says none. */
  readonly appealDays?: number
  /** Which score makes the list: as given, or calibrated for the severity of reviewers; as given where the edition says nothing. */
  readonly scoreBasis?: 'raw' | 'calibrated'
  /** Which comments of its reviewers an applicant reads once results are public; none where the edition says nothing. */
  readonly commentsTold?: 'none' | 'all'
}

export interface EditionRegion {
  readonly code: string
  readonly iso: string
  readonly name: Trilingual
  /** Its shape and colour in the design. */
  readonly mark: string
  readonly places: number
}

export interface EditionSector {
  readonly code: string
  readonly name: Trilingual
}

export interface ApplicantKind {
  readonly code: string
  readonly name: Trilingual
  /** A structure (a CSO, a co-operative) with a project holder. */
  readonly structure: boolean
}

/** A line of a call that applicants choose between. Amounts are in the currency of the edition. */
export interface Strand {
  readonly code: string
  readonly name: Trilingual
  readonly summary: Trilingual
  /** Places kept for it; null: not said. */
  readonly places: number | null
  /** What one project may ask at most; null: no limit. */
  readonly ceiling: string | null
  /** What all its projects may be given together; null: not said. */
  readonly envelope: string | null
}

export interface Criterion {
  readonly code: string
  readonly name: Trilingual
  readonly question: Trilingual
  readonly weight: number
  /** What each step of the scale means, from the lowest to the highest. */
  readonly anchors: readonly Trilingual[]
}

/** What a rule of eligibility looks at, and with what settings. */
export type EligibilityTerms =
  | { readonly kind: 'age'; readonly parameters: { readonly min: number; readonly max: number } }
  | { readonly kind: 'region' | 'applicant-kind' | 'sector' | 'duplicate'; readonly parameters: Readonly<Record<string, never>> }
  /** `not` is the answer to the question that excludes. */
  | { readonly kind: 'declared'; readonly parameters: { readonly question: string; readonly not: string } }
  /** A yes-no question: supported by this programme before? */
  | { readonly kind: 'past-beneficiary'; readonly parameters: { readonly question: string } }
  /** Questions that must be answered. */
  | { readonly kind: 'complete'; readonly parameters: { readonly questions: readonly string[] } }

export type EligibilityRuleKind = EligibilityTerms['kind']

export type EligibilityRule = EligibilityTerms & {
  readonly code: string
  readonly name: Trilingual
  /** Read by an applicant for whom the rule is not met. */
  readonly reason: Trilingual
}

export type SelectionAttribute = 'region' | 'gender' | 'applicant-kind' | 'sector' | 'strand'

export interface SelectionRule {
  readonly code: string
  readonly attribute: SelectionAttribute
  /** Null: of each value of the attribute. */
  readonly value: string | null
  readonly minimum: number | null
  readonly maximum: number | null
  readonly name: Trilingual
}

export interface CalendarEntry {
  readonly code: string
  readonly name: Trilingual
  readonly from: string
  readonly to: string
  readonly public: boolean
}

export interface Funder {
  readonly code: string
  readonly name: Trilingual
  readonly emblem: string | null
  readonly sentence: Trilingual
}

export interface BudgetLine {
  readonly code: string
  readonly funder: string
  readonly name: Trilingual
  readonly currency: string
  readonly amount: string
}

export interface CallTerms {
  readonly title: Trilingual
  readonly summary: Trilingual
  /** Wall times as promised, 'YYYY-MM-DDTHH:MM', in `zone`. */
  readonly opens: string
  /** Null: no deadline, applications are read as they arrive. */
  readonly deadline: string | null
  readonly zone: string
  readonly graceSeconds: number
  /** Day on which ages are counted; null: the day each application is sent. */
  readonly ageOn: string | null
}

/** The public texts of a call, kept together in `call.texts`. */
export interface CallTexts {
  /** Minutes the form takes, as applicants are told. */
  readonly minutes: number
  readonly offers: readonly { readonly title: Trilingual; readonly text: Trilingual }[]
  readonly prepare: readonly { readonly title: Trilingual }[]
  readonly questions: readonly { readonly question: Trilingual; readonly answer: Trilingual }[]
  readonly help: { readonly phone: string; readonly hours: Trilingual }
  readonly sessions: readonly InformationSession[]
}

export interface InformationSession {
  readonly place: Trilingual
  /** Code of a region of the edition. */
  readonly region: string
  /** Wall time in the zone of the call. */
  readonly at: string
}

/** They hold their role in a programme, or in all of them. */
export const BUILDERS: readonly Role[] = ['administrator', 'director']

/** Who brings editions in and opens their calls: administration and direction of the programme. `programme` is null while it does not exist yet. */
export function mayBuildEditions(viewer: Viewer, programme: string | null): boolean {
  return holds(viewer, BUILDERS, { programme: programme ?? '', edition: '' })
}

const WRITERS: readonly Role[] = ['administrator', 'director', 'officer']

/** Who writes an edition before it counts: those who build editions, and the officers of its programme. Null: of a new one. */
export function mayWriteEdition(viewer: Viewer, programme: string | null, edition: string | null): boolean {
  return holds(viewer, WRITERS, { programme: programme ?? '', edition: edition ?? '' })
}

/** Who reads the configuration of an edition and takes it away as a file: everyone at its desk. */
export function mayReadEdition(viewer: Viewer, place: { readonly programme: string; readonly edition: string }): boolean {
  return holds(viewer, STAFF, place)
}
