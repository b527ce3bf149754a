/** What the pages of a call show. */
import type { PublishedAnswer } from '../../domain/call-question.ts'
import type { CallState } from '../../domain/call.ts'
import type { Completeness } from '../../domain/edition-texts.ts'
import type { EditionFile } from '../../domain/edition.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { PublicEdition } from '../programme/index.ts'
import type { QuickAnswers, QuickQuestion } from './quick-check.ts'

/** A public call at a moment. */
export interface CallView extends PublicEdition {
  /** Path of its page, without the language. */
  readonly home: string
  /** Shown before it is public: nothing can be begun, only tried. */
  readonly preview: boolean
  readonly state: CallState
  /** The day it is where the deadline was promised. */
  readonly today: string
  /** Days from today to the day of the deadline; negative once it has passed. */
  readonly daysLeft: number
  /** Questions of visitors that were answered for everybody, besides those of the edition. */
  readonly answers: readonly PublishedAnswer[]
  /** Each time its deadline was put off. */
  readonly extensions: readonly CallExtension[]
  /** The next information session, when one is ahead. */
  readonly session: EditionFile['call']['sessions'][number] | null
}

export interface CheckView {
  readonly questions: readonly QuickQuestion[]
  /** Null until the visitor asks. */
  readonly answers: QuickAnswers | null
  readonly errors: FormErrors
}

export const DESK_PARTS = ['calendar', 'rules', 'criteria', 'form', 'texts', 'means'] as const
export type DeskPart = (typeof DESK_PARTS)[number]

/** A question a visitor asked, as the desk reads it. */
export interface AskedQuestion {
  readonly id: string
  readonly askedAt: Date
  readonly address: string
  readonly language: Language
  readonly question: string
  readonly answeredAt: Date | null
  readonly answer: string | null
  readonly published: boolean
}

/** A deadline that was put off. */
export interface CallExtension {
  /** The deadline before, as it was promised. */
  readonly wall: string
  readonly at: Date
  readonly reason: Trilingual
  readonly decidedAt: Date
}

/** What putting the deadline off begins from. */
export interface ExtensionView {
  /** The deadline as it stands, in words. */
  readonly deadline: string
  /** The same as promised: 'YYYY-MM-DDTHH:MM'. */
  readonly wall: string
  readonly zone: string
  /** How often it was put off already. */
  readonly before: number
  /** Holders of drafts who will be written to. */
  readonly holders: number
}

/** The configuration of an edition as the desk reads it. */
export interface SettingsView {
  readonly content: EditionFile
  readonly state: CallState
  readonly opensAt: Date
  readonly deadlineAt: Date
  readonly completeness: Readonly<Record<Language, Completeness>>
  readonly questions: number
  /** Whether the viewer may read the budget lines and take the file away. */
  readonly whole: boolean
  /** Whether the viewer may write it, and whether make its call public and put its deadline off. */
  readonly writable: boolean
  readonly mayPublish: boolean
}
