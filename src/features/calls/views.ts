/** What the pages of a call show. */
import type { PublishedAnswer } from '../../domain/call-question.ts'
import type { CallState, CallTimes } from '../../domain/call.ts'
import type { Completeness } from '../../domain/edition-texts.ts'
import type { EditionFile } from '../../domain/edition.ts'
import type { ExtraTimeGround } from '../../domain/extra-time.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import type { Language, Trilingual } from '../../domain/language.ts'
import type { PersonName } from '../../domain/person.ts'
import type { Result } from '../../domain/result.ts'
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
  /** Days from today to the day of the deadline; 0 on that day and after; null without one. */
  readonly daysLeft: number | null
  /** The next date on which what has arrived is read, where the call has no deadline. */
  readonly reading: EditionFile['calendar'][number] | null
  /** Questions of visitors that were answered for everybody, besides those of the edition. */
  readonly answers: readonly PublishedAnswer[]
  /** Each time its deadline was put off. */
  readonly extensions: readonly CallExtension[]
  /** When it had no deadline and its closing was announced. */
  readonly closing: CallClosing | null
  /** Information sessions that are ahead, the next first. `number` is their place in the edition, from 1. */
  readonly sessions: readonly (EditionFile['call']['sessions'][number] & { readonly number: number })[]
  /** Until when the viewer alone may still send; null for most people. */
  readonly extra?: { readonly wall: string; readonly at: Date } | null
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

/** An alert as whoever holds its link sees it: never its address. */
export interface AlertView {
  readonly id: string
  /** Of the programme it follows, else of the organisation. */
  readonly name: Trilingual
  readonly confirmed: boolean
}

/** A call without a deadline was given one. */
export interface CallClosing {
  readonly reason: Trilingual
  readonly decidedAt: Date
}

/** A deadline that was put off. */
export interface CallExtension {
  /** The deadline before, as it was promised. */
  readonly wall: string
  readonly at: Date
  readonly reason: Trilingual
  readonly decidedAt: Date
}

/** Extra time of one person, as officers read it. */
export interface ExtraTimeLine {
  readonly id: string
  readonly name: string
  readonly address: string | null
  /** Number of the application it serves; null while none is begun. */
  readonly number: string | null
  readonly state: 'not-begun' | 'draft' | 'sent' | 'withdrawn'
  /** The last moment as promised, and its instant. */
  readonly wall: string
  readonly at: Date
  readonly ground: ExtraTimeGround
  readonly reason: string
  readonly givenAt: Date
  /** Short name of the officer. */
  readonly by: string
  readonly recalledAt: Date | null
}

export interface ExtraTimesView {
  readonly title: string
  readonly zone: string
  /** The deadline of everybody; null where there is none, and nobody needs more time. */
  readonly deadline: { readonly wall: string; readonly at: Date } | null
  /** The latest moment it may be given to. */
  readonly latest: Date
  /** Whether anybody can be given time now. */
  readonly allowed: Result<unknown>
  readonly lines: readonly ExtraTimeLine[]
}

/** What putting the deadline off begins from, or giving one to a call that has none. */
export interface DeadlineView {
  /** The deadline as it stands, in words; null without one. */
  readonly deadline: string | null
  /** The same as promised: 'YYYY-MM-DDTHH:MM'. */
  readonly wall: string | null
  readonly zone: string
  readonly times: CallTimes
  /** How often it was put off already. */
  readonly before: number
  /** Holders of drafts who will be written to. */
  readonly holders: number
}

/** The configuration of an edition as the desk reads it. */
export interface SettingsView {
  readonly content: EditionFile
  readonly state: CallState
  readonly times: CallTimes
  readonly opensAt: Date
  readonly deadlineAt: Date | null
  readonly completeness: Readonly<Record<Language, Completeness>>
  readonly questions: number
  /** Whether the viewer may read the budget lines and take the file away. */
  readonly whole: boolean
  /** Whether the viewer may write it, and whether make its call public and put its deadline off. */
  readonly writable: boolean
  readonly mayPublish: boolean
  /** To an officer who may not: who may. */
  readonly builders: readonly PersonName[]
}
