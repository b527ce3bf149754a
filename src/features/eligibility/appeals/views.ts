/** What the pages of decisions told and of appeals show. */
import type { Membership } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import type { FileView } from '../../files/index.ts'
import type { ToldDecision } from '../letters/views.ts'

export interface WrittenAppeal {
  readonly text: string
  readonly lodgedAt: Date
  readonly answer: { readonly upheld: boolean; readonly text: string; readonly at: Date } | null
}

/** What an applicant knows of the decision on their application. */
export interface OwnDecision {
  readonly told: ToldDecision
  readonly membership: Membership
  readonly withdrawn: boolean
  /** The end of the term; null where there is nothing to appeal against. */
  readonly until: Date | null
  /** Against this decision, or the one it was changed by. Its files are for who gave them alone, not for the team. */
  readonly appeal: (WrittenAppeal & { readonly files: readonly FileView[] }) | null
}

/** An appeal at the desk. */
export interface AppealLine extends WrittenAppeal {
  readonly application: string
  readonly decision: number
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly language: Language
  readonly ground: string
  readonly reason: string
  readonly decidedAt: Date
  readonly decidedBy: string
  readonly answeredBy: string | null
  /** Whether the viewer took the decision: somebody else answers. */
  readonly own: boolean
  readonly mayAnswer: boolean
  /** Of those given with it: a birth certificate is for who may answer, or might have, and nobody else of the desk. */
  readonly files: readonly FileView[]
  /** How many were given, for whoever may not open them. */
  readonly filesGiven: number
}
