/** What the pages of eligibility show. */
import type { DeclarationWay } from '../../domain/assistance.ts'
import type { CorrectionState } from '../../domain/correction.ts'
import type { AskedDocument, DocumentVerdict } from '../../domain/document-verdict.ts'
import type { EligibilityRuleKind } from '../../domain/edition.ts'
import type { DeskState } from '../../domain/eligibility-decision.ts'
import type { LikenessTrait } from '../../domain/likeness.ts'
import type { Verdict } from '../../domain/eligibility.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { PersonName } from '../../domain/person.ts'
import type { FileView } from '../files/index.ts'
import type { Result } from '../../domain/result.ts'
import type { Piece, SheetGroup } from '../applications/index.ts'

export interface DeskRegion {
  readonly code: string
  readonly name: Trilingual
  readonly mark: string
}

/** What a list is narrowed to. Several values of one filter are any of them; several filters are all of them. */
export interface DeskFilters {
  readonly query: string
  /** Codes of the edition, ISO codes of regions outside it, or 'other' for all of those. */
  readonly regions: readonly string[]
  readonly provinces: readonly string[]
  readonly sectors: readonly string[]
  readonly strands: readonly string[]
  readonly kinds: readonly string[]
  readonly states: readonly DeskState[]
  readonly languages: readonly Language[]
  /** Only officers find anything by gender and age: both tell who somebody is. */
  readonly genders: readonly DeskGender[]
  readonly ages: readonly AgeBand[]
  /** Codes of rules on which applications were found not eligible. */
  readonly grounds: readonly string[]
  /** Days at the clocks of `zone`, both included; '' for none. */
  readonly from: string
  readonly to: string
  readonly zone: string
  readonly files: '' | 'yes' | 'no'
  /** Whether a rule is still without a clear verdict. */
  readonly unclear: '' | 'yes' | 'no'
  /** Whether it was corrected since it was decided, and a rule now reads otherwise. */
  readonly again: '' | 'yes' | 'no'
  /** 'me', 'none', or the id of a person. */
  readonly checker: string
  readonly columns: readonly DeskColumn[]
  readonly sort: DeskSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export const DESK_GENDERS = ['woman', 'man', 'unsaid'] as const
export type DeskGender = (typeof DESK_GENDERS)[number]

/** Ages on the day the call counts them, both ends included. */
export const AGE_BANDS = { 'under-18': [0, 17], '18-24': [18, 24], '25-29': [25, 29], '30-34': [30, 34], 'over-34': [35, 150] } as const
export type AgeBand = keyof typeof AGE_BANDS

export const DESK_SORTS = ['number', 'title', 'region', 'sector', 'strand', 'submitted', 'state'] as const
export type DeskSort = (typeof DESK_SORTS)[number]

/** Columns in their order; the project is always there. */
export const DESK_COLUMNS = [
  'number',
  'region',
  'province',
  'sector',
  'strand',
  'language',
  'submitted',
  'state',
  'ground',
  'unclear',
  'files',
  'checker',
  'gender',
  'age',
] as const
export type DeskColumn = (typeof DESK_COLUMNS)[number]
/** Shown to officers alone. */
export const PERSONAL_COLUMNS: readonly DeskColumn[] = ['gender', 'age']
export const USUAL_COLUMNS: readonly DeskColumn[] = ['number', 'region', 'sector', 'language', 'submitted', 'state']

export interface DeskLine {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  /** Code of a region of the edition, or the ISO code of one outside it. */
  readonly region: string
  readonly province: string | null
  readonly sector: string
  /** Code of the strand chosen; null where none was asked for. */
  readonly strand: string | null
  readonly kind: string
  readonly language: Language
  readonly submittedAt: Date
  readonly state: DeskState
  /** Whether an answer was corrected since the decision and a rule reads otherwise. */
  readonly lookAgain: boolean
  /** Code of the rule not met, of an application that is not eligible. */
  readonly ground: string | null
  /** Rules without a clear verdict. */
  readonly unclear: number
  readonly files: number
  /** Who checks it. */
  readonly checker: PersonName | null
  /** Null where the viewer may not know, and where it was not said. */
  readonly gender: 'woman' | 'man' | null
  readonly age: number | null
}

interface Named {
  readonly code: string
  readonly name: Trilingual
}

/** What filters offer. */
export interface DeskChoices {
  readonly regions: readonly DeskRegion[]
  /** ISO codes of those there are. */
  readonly provinces: readonly string[]
  readonly sectors: readonly Named[]
  /** Each with how many chose it, of all that the viewer may see; none where the call has none. */
  readonly strands: readonly (Named & { readonly count: number })[]
  readonly kinds: readonly Named[]
  readonly rules: readonly Named[]
  /** Who checks any of them. */
  readonly checkers: readonly (PersonName & { readonly id: string })[]
}

export interface DeskList extends DeskChoices {
  readonly lines: readonly DeskLine[]
  /** Applications that match the filters. */
  readonly total: number
  /** All that the viewer may see, by state, filters apart. */
  readonly counts: Readonly<Record<DeskState, number>>
  /** The application to check next: the oldest without a decision. */
  readonly next: { readonly application: string; readonly number: string } | null
  readonly deadlineAt: Date | null
  /** Whether the viewer is an officer of some region at least: may act, and finds by what only officers read. */
  readonly officer: boolean
  /** Codes of the regions the viewer sees, when it is not all of them. */
  readonly within: readonly string[] | null
}

/** A verdict as it was written: by whom, why. */
export interface WrittenVerdict {
  readonly verdict: Verdict
  /** How its author reads the rule: the machine's stands as unclear where an officer must confirm theirs. */
  readonly reads: Verdict
  readonly automatic: boolean
  readonly reason: string
  /** What the machine found: a code of `check.<code>` and its details. */
  readonly found: { readonly code: string; readonly details: Readonly<Record<string, unknown>> } | null
  readonly at: Date
  /** Short name of the officer. */
  readonly by: string | null
}

export interface RuleLine {
  readonly code: string
  readonly kind: EligibilityRuleKind
  readonly name: Trilingual
  readonly reason: Trilingual
  /** Questions whose answers the rule reads. */
  readonly questions: readonly string[]
  readonly automatic: WrittenVerdict | null
  /** An officer's, when it came after. */
  readonly officer: WrittenVerdict | null
  /** An officer's, given before an answer was corrected, which an officer has not confirmed since. */
  readonly toConfirm: WrittenVerdict | null
  /** Number of the verdict that stands; 0 when there is none. */
  readonly seq: number
}

/** A document asked of the applicant, with what an officer last said of it. */
export interface DocumentLine extends AskedDocument {
  readonly last: {
    readonly verdict: DocumentVerdict
    /** Ids of the files it was about. */
    readonly files: readonly string[]
    readonly reason: string
    readonly at: Date
    readonly by: string
  } | null
  /** Number of the last verdict; 0 before the first. */
  readonly seq: number
  /** The verdict that counts; null while nobody has looked at these files. */
  readonly stands: DocumentVerdict | null
}

/** Another application that may be the same person's. */
export interface Likeness {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly birthDate: string | null
  readonly submittedAt: Date
  readonly same: readonly LikenessTrait[]
  /** Likeness of the two names, from 0 to 1. */
  readonly nameLikeness: number
  /** Of a long answer that both share, from 0 to 1; 0 when there is none. */
  readonly textLikeness: number
  /** What an officer said; null while nobody has. */
  readonly judged: { readonly same: boolean; readonly reason: string; readonly at: Date; readonly by: string } | null
}

export interface EligibilityView {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  /** Who wrote it, of a team: the holder first. */
  readonly team: readonly PersonName[]
  readonly birthDate: string | null
  readonly region: string
  readonly sector: string
  readonly kind: string
  readonly language: Language
  readonly submittedAt: Date
  readonly state: DeskState
  /** Whether an answer was corrected since the decision and a rule reads otherwise. */
  readonly lookAgain: boolean
  readonly published: boolean
  readonly ageOn: string
  readonly regions: readonly DeskRegion[]
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  /** Code of the strand chosen; null where none was asked for. */
  readonly strand: string | null
  readonly strands: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly kinds: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly rules: readonly RuleLine[]
  /** Those the viewer may read. */
  readonly documents: readonly DocumentLine[]
  readonly likenesses: readonly Likeness[]
  /** The last first. */
  readonly decisions: readonly {
    /** From 1. */
    readonly seq: number
    readonly eligible: boolean
    readonly ground: string | null
    readonly reason: string
    readonly at: Date
    readonly by: string
  }[]
  /** The answers, restricted ones only for those who may read them. */
  readonly sheet: readonly SheetGroup[]
  /** Files of the answers shown. */
  readonly files: readonly FileView[]
  readonly mayDecide: boolean
  /** Neighbours in the order of numbers, within what the viewer may see. */
  readonly before: { readonly application: string; readonly number: string } | null
  readonly after: { readonly application: string; readonly number: string } | null
}

/** An answer before and after a correction, word by word. */
export interface Change {
  readonly label: string
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
}

export interface CorrectionLine {
  readonly request: string
  readonly state: CorrectionState
  readonly labels: readonly string[]
  readonly reason: string
  readonly askedAt: Date
  /** Short name of the officer. */
  readonly by: string
  /** The last day, 'YYYY-MM-DD'. */
  readonly day: string
  /** How often it was put off. */
  readonly putOff: number
  /** When the corrections came. */
  readonly correctedAt: Date | null
  /** What the team wrote with them. */
  readonly note: string
  /** How the holder declared them, when an officer sent them. */
  readonly declared: DeclarationWay | null
  readonly recalledAt: Date | null
  readonly remindedAt: Date | null
  readonly changes: readonly Change[]
}

export interface CorrectionsView {
  /** The last first. */
  readonly lines: readonly CorrectionLine[]
  /** Whether what was asked for may still change, whoever asks. */
  readonly allowed: Result<null>
  /** Whether more may be asked for. */
  readonly asking: Result<null>
}
