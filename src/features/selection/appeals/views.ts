/** What the pages of appeals against a selection show. */
import type { Membership } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import type { ReaderAnswer, ScoreEffect } from '../../../domain/selection-appeal.ts'
import type { AppealPlace } from '../queries/appeal-places.ts'

export interface SelectionAppeal {
  readonly text: string
  readonly lodgedAt: Date
  readonly answer: {
    readonly upheld: boolean
    readonly text: string
    readonly at: Date
    /** Points of 100 of the reading again. */
    readonly score: string | null
    /** The first place that falls free in its region is offered to it. */
    readonly next: boolean
    /** The pass mark, where the score of the reading again is below it. */
    readonly below: string | null
  } | null
}

/** What an applicant knows of appealing. */
export interface OwnSelectionAppeal {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly zone: string
  readonly membership: Membership
  readonly selected: boolean
  readonly withdrawn: boolean
  readonly until: Date
  readonly appeal: SelectionAppeal | null
}

/** An answer that waits for the people who read the file again. */
export interface PreparedAnswer {
  readonly version: number
  readonly upheld: boolean
  /** Points of 100, two decimals. */
  readonly score: string | null
  /** What the new score leads to where it changes nothing: below the pass mark, or no better than the score it had. */
  readonly effect: ScoreEffect | null
  readonly answer: string
  readonly at: Date
  /** Id and name of who prepared it. */
  readonly preparer: string
  readonly by: string
  readonly panel: readonly {
    readonly person: string
    readonly name: string
    readonly said: ReaderAnswer | null
    readonly at: Date | null
    /** To the person who prepared it; '' for everybody else but its writer. */
    readonly word: string
  }[]
}

/** An appeal at the desk. */
export interface SelectionAppealLine extends SelectionAppeal {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly language: Language
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  readonly score: string | null
  readonly passMark: string
  readonly answeredBy: string | null
  readonly panel: readonly string[]
  /** Whether the viewer had a part in the decision: somebody else answers. */
  readonly own: boolean
  readonly mayAnswer: boolean
  /** What waits for its panel; null before it is prepared, and once it is the answer. */
  readonly prepared: PreparedAnswer | null
  /** The viewer is of its panel, and has not said anything yet. */
  readonly asked: boolean
  /** Who may sit on the panel. */
  readonly known: readonly { readonly person: string; readonly name: string }[]
  /** Hash of the selection made again. */
  readonly hash: string | null
  /** Where it earned a place: whether one is free, and what was chosen. */
  readonly place: AppealPlace | null
  readonly mayChoosePlace: boolean
  readonly mayOpenExtra: boolean
}
