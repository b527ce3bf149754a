/** What the pages of the juries stand in. */
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { JurySession, JuryView } from '../views.ts'

export interface SessionsProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly sessions: readonly JurySession[]
  /** People who may be invited; empty for who only reads. */
  readonly invitable: readonly { readonly person: string; readonly name: string }[]
  readonly typed: (name: string) => string
  readonly members: readonly string[]
  readonly errors: FormErrors
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export interface LiveProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: JuryView
  readonly person: string
  /** People who may still be invited; none for who only reads, and once it is closed. */
  readonly invitable: readonly { readonly person: string; readonly name: string }[]
  /** For who reads sessions. */
  readonly trail: readonly { readonly act: string; readonly by: string; readonly at: Date }[]
  readonly regions: readonly { readonly code: string; readonly name: Trilingual; readonly mark: string }[]
  readonly typed: (name: string) => string
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}
