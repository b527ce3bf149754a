/** What the pages of a session show. */
import type { JuryGround, JuryOutcome, JuryVote } from '../../domain/jury.ts'
import type { Trilingual } from '../../domain/language.ts'

export interface JurySession {
  readonly session: string
  readonly beginsAt: Date
  readonly place: string
  readonly quorum: number
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly hash: string | null
  readonly members: number
  readonly files: number
}

export interface JuryMember {
  readonly person: string
  readonly name: string
  readonly present: boolean
  /** When they last came in or went out. */
  readonly since: Date | null
}

export interface JuryItem {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly region: string
  readonly ground: JuryGround
  readonly mean: string | null
  readonly spread: string
  readonly outcome: JuryOutcome | null
  readonly note: string
  /** Members of the jury in conflict with it. */
  readonly inConflict: readonly string[]
}

export interface JuryVoice {
  readonly person: string
  readonly name: string
  readonly vote: JuryVote | null
  readonly note: string
  /** Told a conflict with the file since: neither shown nor counted. */
  readonly setAside: boolean
}

/** The file that is open: shown to nobody in conflict with it. */
export interface JuryFile {
  readonly discussion: string
  readonly application: string
  readonly openedAt: Date
  readonly readings: readonly { readonly score: string; readonly comments: readonly { readonly criterion: Trilingual; readonly text: string }[] }[]
  readonly voices: readonly JuryVoice[]
}

export interface JuryView {
  readonly session: JurySession
  readonly edition: { readonly slug: string; readonly name: Trilingual; readonly programme: string; readonly id: string }
  readonly zone: string
  readonly members: readonly JuryMember[]
  readonly items: readonly JuryItem[]
  /** Null while no file is open, and for whoever may not hear of it. */
  readonly file: JuryFile | null
  /** The application that is open, for everybody. */
  readonly current: string | null
  /** Members in the room who may hear what is open: those the quorum counts. */
  readonly counted: number
  /** Whether the viewer has to be out of the room now. */
  readonly mustBeOut: boolean
  readonly mine: { readonly member: boolean; readonly present: boolean; readonly leads: boolean; readonly prepares: boolean; readonly reads: boolean }
  /** Changes whenever anything of the session does. */
  readonly mark: string
}
