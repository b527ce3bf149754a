/** What every page of the desk of support is given. */
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'

export interface Around {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  /** Slug of the edition. */
  readonly edition: string
  readonly zone: string
  readonly said?: string | undefined
}
