/** What the pages of eligibility show. */
import type { EligibilityRuleKind } from '../../domain/edition.ts'
import type { DeskState } from '../../domain/eligibility-decision.ts'
import type { Verdict } from '../../domain/eligibility.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { FileView } from '../files/index.ts'
import type { SheetGroup } from '../applications/index.ts'

export interface DeskRegion {
  readonly code: string
  readonly name: Trilingual
  readonly mark: string
}

export interface DeskFilters {
  readonly query: string
  readonly region: string
  readonly sector: string
  readonly kind: string
  readonly state: DeskState | ''
  readonly sort: DeskSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export const DESK_SORTS = ['number', 'title', 'region', 'sector', 'submitted', 'state'] as const
export type DeskSort = (typeof DESK_SORTS)[number]

export interface DeskLine {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  /** Code of a region of the edition, or the ISO code of one outside it. */
  readonly region: string
  readonly sector: string
  readonly kind: string
  readonly language: Language
  readonly submittedAt: Date
  readonly state: DeskState
  /** Code of the rule not met, of an application that is not eligible. */
  readonly ground: string | null
  /** Rules without a clear verdict. */
  readonly unclear: number
}

export interface DeskList {
  readonly lines: readonly DeskLine[]
  /** Applications that match the filters. */
  readonly total: number
  /** All that the viewer may see, by state, filters apart. */
  readonly counts: Readonly<Record<DeskState, number>>
  /** The application to check next: the oldest without a decision. */
  readonly next: { readonly application: string; readonly number: string } | null
  readonly regions: readonly DeskRegion[]
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly kinds: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly rules: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly deadlineAt: Date | null
}

/** A verdict as it was written: by whom, why. */
export interface WrittenVerdict {
  readonly verdict: Verdict
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
}

export const LIKENESS_TRAITS = ['phone', 'email', 'cin', 'birth-date', 'name'] as const
export type LikenessTrait = (typeof LIKENESS_TRAITS)[number]

export interface EligibilityView {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly birthDate: string | null
  readonly region: string
  readonly sector: string
  readonly kind: string
  readonly language: Language
  readonly submittedAt: Date
  readonly state: DeskState
  readonly published: boolean
  readonly assigned: number
  readonly ageOn: string
  readonly regions: readonly DeskRegion[]
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly kinds: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly rules: readonly RuleLine[]
  readonly likenesses: readonly Likeness[]
  readonly decisions: readonly {
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
