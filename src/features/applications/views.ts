/** What the pages of an application show: a type for each page, holding what its reader may see and nothing more. */
import type { ApplicationState, Membership } from '../../domain/application.ts'
import type { AssistanceChannel, DeclarationWay } from '../../domain/assistance.ts'
import type { CallTimes } from '../../domain/call.ts'
import type { CorrectionFacts } from '../../domain/correction.ts'
import type { EligibilityRule } from '../../domain/edition.ts'
import type { RuleCheck } from '../../domain/eligibility.ts'
import type { Answer, Answers, FormDefinition, Question, Section, SectionState } from '../../domain/form.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { Result } from '../../domain/result.ts'
import type { PersonName } from '../../domain/person.ts'
import type { ArrivedFile, FileView } from '../files/index.ts'
import type { ReadAnswers } from './answers.ts'
import type { OpenAnswers } from './corrections/open-answers.ts'

/** The lists of an edition that questions draw from. */
export interface EditionLists {
  readonly currency: string
  /** Day on which ages are counted. */
  readonly ageOn: string
  readonly regions: readonly { readonly code: string; readonly iso: string; readonly name: Trilingual; readonly mark: string }[]
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly kinds: readonly { readonly code: string; readonly name: Trilingual; readonly structure: boolean }[]
  readonly strands: readonly {
    readonly code: string
    readonly name: Trilingual
    readonly summary: Trilingual
    readonly places: number | null
    readonly ceiling: string | null
  }[]
}

/** What every page of an application says at its top. */
export interface ApplicationHead {
  readonly id: string
  readonly number: string
  /** Title of the project as last written; empty while there is none. */
  readonly title: string
  readonly edition: { readonly id: string; readonly slug: string; readonly name: Trilingual }
  /** As this application knows it: with its extra time, if it has any. */
  readonly call: CallTimes & { readonly zone: string; readonly ageOn: string }
  /** Until when it alone may be sent; null for most. */
  readonly extraUntil: Date | null
  readonly state: ApplicationState
  readonly membership: Membership
  /** How many people write it, the holder among them. */
  readonly team: number
  /** Whether the viewer is asked to hold it from now on. */
  readonly offered: boolean
  /** Who of the desk writes or wrote it for its holder; empty for most. */
  readonly helped: readonly HelpedBy[]
  /** The holder, for who writes for them. */
  readonly holder: PersonName
  /** Whether the holder has an e-mail address. */
  readonly mailed: boolean
}

/** Help with an application, as its team and the desk read it. */
export interface HelpedBy extends PersonName {
  readonly id: string
  readonly helper: string
  readonly channel: AssistanceChannel
  readonly begunAt: Date
  readonly endedAt: Date | null
  /** How the holder declared what this helper sent; null when they did not send it. */
  readonly declared: DeclarationWay | null
}

/** Help of one officer with one application, at the desk. */
export interface AssistanceLine {
  readonly application: string
  readonly number: string
  /** Names; empty when nobody said them yet. */
  readonly holder: string
  readonly helper: string
  /** Whether it is the viewer's. */
  readonly own: boolean
  readonly channel: AssistanceChannel
  readonly state: 'draft' | 'sent' | 'withdrawn'
  readonly begunAt: Date
  readonly endedAt: Date | null
  /** Whether the holder ended it. */
  readonly refused: boolean
  readonly declared: DeclarationWay | null
}

export interface AssistancesView {
  /** Whether the viewer may help anybody in the edition. */
  readonly everywhere: boolean
  /** Regions whose applicants the viewer may help. */
  readonly regions: readonly { readonly code: string; readonly name: Trilingual }[]
  /**
   * Whether help can be begun: for anybody (`open`); for those who have more time or corrections to send (`late`); for
   * nobody, before the call opens (`not-open`) or when nothing can be written any more (`closed`).
   */
  readonly door: 'open' | 'late' | 'not-open' | 'closed'
  readonly lines: readonly AssistanceLine[]
}

/** A correction of the form that was not looked at yet: its questions and sections by their titles. */
export interface FormChangeView {
  readonly changedAt: Date
  readonly added: readonly Trilingual[]
  readonly removed: readonly Trilingual[]
  readonly changed: readonly Trilingual[]
  /** To be looked at again. */
  readonly sections: readonly Pick<Section, 'code' | 'title'>[]
}

/** An answer that is kept though its question is asked no longer. */
export interface UnaskedView {
  readonly question: Question
  readonly answer: Answer
}

/** Questions of which the reader only learns whether they are answered. */
export type Withheld = Readonly<Record<string, boolean>>

/** A draft of the viewer's own, whole: what the task list, a section and the check page are made from. */
export interface DraftView extends ApplicationHead {
  readonly form: FormDefinition
  readonly lists: EditionLists
  /** Without what the reader may not see. */
  readonly answers: Answers
  /** What the holder answers alone, to another of the team: whether each question is answered, and no more. */
  readonly withheld: Withheld
  /** Required questions without an answer. */
  readonly missing: readonly string[]
  /** The answers read: which questions are asked, and what cannot stand. */
  readonly reading: ReadAnswers
  readonly done: readonly string[]
  /** Answers that were taken over at the beginning and not saved since: where each comes from ('record', or a year). */
  readonly origins: Readonly<Record<string, string>>
  readonly version: number
  readonly savedAt: Date
  /** Questions of which two versions wait for a choice. */
  readonly aside: readonly string[]
  /** Files given, and those that were taken out. */
  readonly files: readonly FileView[]
  /** Sections asked, for the phone to keep (phone/kept-here.tsx). */
  readonly toKeep: string
  /** A newer version of its form is there. */
  readonly isBehind: boolean
  readonly unasked: readonly UnaskedView[]
}

/** A rule of the edition that an answer does not meet. */
export interface UnmetRule {
  /** The question whose answer decides it. */
  readonly question: string
  readonly rule: EligibilityRule
  readonly check: RuleCheck
}

export interface Task {
  readonly section: Section
  readonly state: SectionState
}

export interface TaskListView extends ApplicationHead {
  readonly savedAt: Date
  readonly groups: readonly { readonly code: string; readonly title: Trilingual; readonly tasks: readonly Task[] }[]
  /** Sections with something missing or wrong, in the order of the form; when there is none, the application can be sent. */
  readonly unready: readonly Section[]
  readonly aside: readonly string[]
  readonly toKeep: string
  readonly isBehind: boolean
  readonly changes: readonly FormChangeView[]
  readonly help: { readonly phone: string; readonly hours: Trilingual } | null
}

export interface SectionView extends DraftView {
  readonly section: Section
  /** Place of the section among those asked of this applicant, from 1, and how many they are. */
  readonly position: number
  readonly total: number
  readonly group: Trilingual
  /** Code of the section after this one; null at the end. */
  readonly next: string | null
}

/** One version of an answer that was written twice. */
export interface AnswerVersion {
  /** 'current', or the page it was written on. */
  readonly key: string
  readonly answer: Answer | undefined
  readonly writtenAt: Date | null
  /** Who wrote it; `own` for the viewer. */
  readonly by: { readonly nameAr: string; readonly nameLatin: string; readonly own: boolean } | null
}

export interface VersionsView extends DraftView {
  readonly questions: readonly { readonly code: string; readonly section: Section; readonly versions: readonly AnswerVersion[] }[]
}

export interface ReceiptView extends ApplicationHead {
  readonly form: FormDefinition
  readonly lists: EditionLists
  /** Canonical answers as sent, without what the reader may not see. */
  readonly answers: Answers
  readonly withheld: Withheld
  /** The files among them, as they arrived. */
  readonly files: readonly ArrivedFile[]
  readonly language: Language
  readonly submittedAt: Date
  /** Since when the answers count as they were corrected; null as first sent. */
  readonly correctedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly hash: string
  /** What was sent before it was corrected, the first version first. */
  readonly before: readonly SentBefore[]
  /** The last request for corrections; null when there was none. */
  readonly correction: CorrectionHead | null
  readonly holderName: string
  /** Mail address of the holder, for the holder alone. */
  readonly email: string | null
  readonly publishedAt: Date | null
  /** Public dates of the edition after the deadline, the next ones first. */
  readonly dates: readonly { readonly code: string; readonly name: Trilingual; readonly from: string; readonly to: string }[]
  readonly help: { readonly phone: string; readonly hours: Trilingual } | null
  readonly programme: Trilingual
  readonly organisation: Trilingual
  /** Sentences of visibility of who pays. */
  readonly funders: readonly Trilingual[]
  /** Who wrote it, of a team. */
  readonly members: readonly PersonName[]
}

/** A version that counted until corrections came: when it was sent, and the fingerprint its receipt carries. */
export interface SentBefore {
  readonly sentAt: Date
  readonly hash: string
}

/** What a team knows of the last request at a glance. */
export interface CorrectionHead extends CorrectionFacts {
  /** The last day, 'YYYY-MM-DD'. */
  readonly day: string
  readonly count: number
  /** How the holder declared corrections that somebody of the desk sent; null when they sent them. */
  readonly declared?: DeclarationWay | null
}

/** The page on which corrections are written. */
export interface CorrectionView extends ApplicationHead {
  readonly form: FormDefinition
  readonly lists: EditionLists
  /** What the foundation wrote. */
  readonly reason: string
  readonly day: string
  readonly askedAt: Date
  readonly requested: readonly string[]
  /** Canonical answers as they count now. */
  readonly sent: Answers
  /** Without what only the holder answers, to another of the team. */
  readonly open: OpenAnswers
  /** Open questions that only the holder answers, to another of the team. */
  readonly withheld: readonly Question[]
  /** Whether corrections may still be written and sent. */
  readonly allowed: Result<null>
  /** When something was kept last; null before anything was. */
  readonly savedAt: Date | null
  /** Files of the open questions as they would be, and those that were taken out. */
  readonly files: readonly FileView[]
}

/** An application taken back before it was sent: its head, and since when. */
export interface WithdrawnView extends ApplicationHead {
  readonly withdrawnAt: Date
}

export interface MyApplication {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly state: ApplicationState
  readonly membership: Membership
  readonly call: CallTimes & { readonly zone: string }
  readonly savedAt: Date | null
  readonly submittedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** What anyone who holds a receipt may learn from its hash. */
export interface HashView {
  readonly number: string
  readonly submittedAt: Date
  readonly zone: string
  readonly withdrawn: boolean
  /** When this version replaced an earlier one, whose fingerprint is `previous`; null for what was sent first. */
  readonly correctedAt: Date | null
  readonly previous: string | null
  /** When corrections replaced this version; null while it counts. */
  readonly replacedAt: Date | null
}
