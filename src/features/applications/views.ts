/** What the pages of an application show: a type for each page, holding what its reader may see and nothing more. */
import type { ApplicationState, Membership } from '../../domain/application.ts'
import type { CallTimes } from '../../domain/call.ts'
import type { Answer, Answers, FormDefinition, Section, SectionState } from '../../domain/form.ts'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { FileView } from '../files/index.ts'
import type { ReadAnswers } from './answers.ts'

/** The lists of an edition that questions draw from. */
export interface EditionLists {
  readonly currency: string
  /** Day on which ages are counted. */
  readonly ageOn: string
  readonly regions: readonly { readonly code: string; readonly iso: string; readonly name: Trilingual; readonly mark: string }[]
  readonly sectors: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly kinds: readonly { readonly code: string; readonly name: Trilingual; readonly structure: boolean }[]
}

/** What every page of an application says at its top. */
export interface ApplicationHead {
  readonly id: string
  readonly number: string
  /** Title of the project as last written; empty while there is none. */
  readonly title: string
  readonly edition: { readonly id: string; readonly slug: string; readonly name: Trilingual }
  readonly call: CallTimes & { readonly zone: string; readonly ageOn: string }
  readonly state: ApplicationState
  readonly membership: Membership
}

/** A draft of the viewer's own, whole: what the task list, a section and the check page are made from. */
export interface DraftView extends ApplicationHead {
  readonly form: FormDefinition
  readonly lists: EditionLists
  readonly answers: Answers
  /** The answers read: which questions are asked, and what cannot stand. */
  readonly reading: ReadAnswers
  readonly done: readonly string[]
  readonly version: number
  readonly savedAt: Date
  /** Questions of which two versions wait for a choice. */
  readonly aside: readonly string[]
  /** Files given, and those that were taken out. */
  readonly files: readonly FileView[]
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
  /** Canonical answers as sent. */
  readonly answers: Answers
  readonly language: Language
  readonly submittedAt: Date
  readonly withdrawnAt: Date | null
  readonly hash: string
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
}
