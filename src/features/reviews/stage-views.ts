/** Where the stages of an edition stand, and who goes on from one, as the desk sees it. */
import type { Hidden } from '../../domain/blindness.ts'
import type { StageName } from './views.ts'

/** A stage as the desk names and counts it. */
type DeskStage = StageName & Hidden & { readonly readers: number; readonly share: string; readonly passMark: string | null }

export interface StageProgress {
  readonly stage: DeskStage
  /** Eligible files it takes, not withdrawn. */
  readonly files: number
  readonly assigned: number
  /** Reviews handed in, and those waited for. */
  readonly given: number
  readonly awaited: number
  /** Files whose readings lie too far apart, without a third reader yet. */
  readonly diverging: number
  /** Files that went on, and that did not. */
  readonly on: number
  readonly out: number
  readonly last: boolean
  /** What was decided of files, by number; where the edition writes its stages. */
  readonly decided: readonly { readonly application: string; readonly number: string; readonly title: string; readonly goesOn: boolean }[]
  /** Decisions that were taken back, the last first. */
  readonly takenBack: readonly PassageTakenBack[]
}

export interface PassageTakenBack {
  readonly number: string
  readonly wentOn: boolean
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Who would go on from a stage to the next, or to the selection (`next` null). */
export interface PassagePlan {
  readonly stage: DeskStage
  readonly next: StageName | null
  /** SHA-256 of what it rests on. */
  readonly fingerprint: string
  readonly rows: readonly {
    readonly application: string
    readonly number: string
    readonly title: string
    readonly mean: string | null
    readonly goesOn: boolean
  }[]
  /** Files whose reviews are not all in, or that wait for a third reader. */
  readonly waiting: number
}
