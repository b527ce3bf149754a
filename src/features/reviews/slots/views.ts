/** What the pages of the slots show. */
import type { Language, Trilingual } from '../../../domain/language.ts'

export interface SlotLine {
  readonly slot: string
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly region: string | null
  readonly languages: readonly Language[]
  readonly panel: readonly string[]
  readonly booked: { readonly application: string; readonly number: string; readonly title: string; readonly holderName: string } | null
}

/** Somebody who may choose, or for whom the office may. */
export interface SlotCandidate {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly region: string
  /** Of the application: the interview is held in it. */
  readonly language: Language
  readonly mean: string | null
  readonly passes: boolean
  /** Whether a mail reaches the team. */
  readonly reachable: boolean
  readonly askedAt: Date | null
  /** The slot held now. */
  readonly slot: string | null
  readonly attended: boolean | null
}

export interface SlotsView {
  readonly slots: readonly SlotLine[]
  /** Everybody eligible who was read, or asked, or holds a slot. */
  readonly candidates: readonly SlotCandidate[]
  readonly reviewers: readonly { readonly reviewer: string; readonly name: string }[]
  /** Mark of whom may be asked, and of what is free, as it was shown. */
  readonly fingerprint: string
}

/** What stands in the way of a slot: its room, or somebody of its panel, is taken. */
export interface Clash {
  readonly from: Date
  readonly to: Date
  /** The room, or the name of who sits elsewhere. */
  readonly name: string
  /** Null for the room. */
  readonly reviewer: string | null
}

export interface SlotPlan {
  readonly slots: readonly { readonly from: Date; readonly to: Date; readonly clashes: readonly Clash[] }[]
  readonly panel: readonly {
    readonly reviewer: string
    readonly name: string /** Files of the region they may not hear. */
    readonly conflicts: readonly string[]
  }[]
  readonly fingerprint: string
}

/** An applicant's own page. */
export interface ChoiceView {
  /** Of the help of the call; null where it names none. */
  readonly phone: string | null
  readonly application: string
  readonly number: string
  readonly title: string
  readonly zone: string
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly language: Language
  /** The hour they hold; `slot` is null where the office set it outside the slots. */
  readonly held: {
    readonly slot: string | null
    readonly from: Date
    readonly to: Date
    readonly place: string
    readonly changeUntil: Date | null
  } | null
  readonly attended: boolean | null
  /** Whether they may choose, or choose another, now. */
  readonly open: boolean
  readonly free: readonly { readonly slot: string; readonly from: Date; readonly to: Date; readonly place: string }[]
}

/** One interview of a panel member: what the file is called, never whose it is. */
export interface PanelLine {
  readonly assignment: string
  readonly interview: string
  readonly number: string
  readonly title: string
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly zone: string
  readonly others: readonly string[]
}

/** Read, not asked yet, and without an hour of their own. */
export const mayBeAsked = (one: SlotCandidate): boolean => one.askedAt === null && one.slot === null && one.attended === null && one.mean !== null
