/** What the pages of a call show. */
import type { CallState } from '../../domain/call.ts'
import type { Completeness } from '../../domain/edition-texts.ts'
import type { EditionFile } from '../../domain/edition.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import type { Language } from '../../domain/language.ts'
import type { PublicEdition } from '../programme/index.ts'
import type { QuickAnswers, QuickQuestion } from './quick-check.ts'

/** A public call at a moment. */
export interface CallView extends PublicEdition {
  readonly state: CallState
  /** The day it is where the deadline was promised. */
  readonly today: string
  /** Days from today to the day of the deadline; negative once it has passed. */
  readonly daysLeft: number
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
}
