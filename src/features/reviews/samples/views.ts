/** What the pages of sample files show. */
import type { Happening, Mode } from '../../../domain/review-stage.ts'
import type { Comments, Scores } from '../../../domain/review.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { MarkFigures, Tendency } from '../../../domain/sample.ts'
import type { GridCriterion, ReviewView, StageName } from '../views.ts'

/** A reader's mark on a sample, at the desk. */
export interface SampleMark {
  readonly reviewer: string
  readonly name: string
  readonly scores: Scores
  readonly comments: Comments
  readonly points: number
  /** Whether they had read this file before, in its time or as a sample of another round. */
  readonly knew: boolean
}

export interface DeskSample {
  readonly sample: string
  readonly position: number
  readonly application: string
  readonly number: string
  readonly title: string
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  /** Readers of this edition who have read it before, by name: what they mark is no first reading. */
  readonly knownBy: readonly string[]
  /** Handed in, by name. */
  readonly marks: readonly SampleMark[]
  /** By code of criterion, and of the points. */
  readonly figures: Readonly<Record<string, MarkFigures | null>>
  readonly points: MarkFigures | null
}

export interface SampleReader {
  readonly reviewer: string
  readonly name: string
  readonly handedIn: number
  readonly tendency: Tendency
}

/** The round of a stage as the desk sees it. */
export interface RoundView {
  readonly stage: StageName & { readonly happens: Happening; readonly mode: Mode }
  readonly criteria: readonly GridCriterion[]
  readonly scale: { readonly min: number; readonly max: number }
  readonly samples: readonly DeskSample[]
  /** Whoever reads in this edition, the strictest first. */
  readonly readers: readonly SampleReader[]
  readonly openedAt: Date | null
  readonly shownAt: Date | null
  readonly note: string
  /** Why no sample can be chosen now; null while they can. */
  readonly shut: string | null
  readonly mayArrange: boolean
}

/** An application of a past edition that may be taken. */
export interface SampleCandidate {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly language: Language
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  /** Mean of its readings in its time, points of 100. */
  readonly mean: string | null
}

export type SampleState = 'todo' | 'draft' | 'done'

/** A sample in the list of a reader. */
export interface MySample {
  readonly sample: string
  readonly position: number
  readonly stage: StageName
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly state: SampleState
  /** Whether what all have marked may be read. */
  readonly shown: boolean
}

/** What the others have marked, from the lowest up: nobody's mark can be told from another's. */
export interface OthersMarks {
  readonly others: readonly number[]
  readonly figures: MarkFigures | null
}

/** One sample beside its grid. */
export interface SampleView
  extends Pick<
    ReviewView,
    | 'title'
    | 'region'
    | 'sector'
    | 'kind'
    | 'parts'
    | 'language'
    | 'stage'
    | 'criteria'
    | 'scale'
    | 'scores'
    | 'comments'
    | 'version'
    | 'savedAt'
    | 'score'
    | 'zone'
    | 'edition'
  > {
  readonly sample: string
  readonly position: number
  readonly state: SampleState
  /** Null until it is handed in and the office shows what was marked. */
  readonly results: { readonly note: string; readonly criteria: Readonly<Record<string, OthersMarks>>; readonly points: OthersMarks } | null
}
