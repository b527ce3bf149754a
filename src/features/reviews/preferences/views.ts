/** What a reviewer sees of files before being given any: as little of who applied as when they read them. */
import type { Wish } from '../../../domain/assignment.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'

export const FILES_A_PAGE = 20

export interface PreferenceFile {
  readonly application: string
  readonly number: string
  /** Empty when the title itself is hidden. */
  readonly title: string
  readonly region: { readonly name: Trilingual; readonly mark: string } | null
  readonly sector: Trilingual | null
  readonly language: Language
  /** What the project is in its own words, cut short; empty when readers may not read it. */
  readonly excerpt: string
  readonly wish: Wish | null
}

export interface PreferencesView {
  readonly edition: { readonly slug: string; readonly name: Trilingual }
  readonly total: number
  /** Of all, those something was said of. */
  readonly said: number
  readonly page: number
  readonly files: readonly PreferenceFile[]
}

/** An edition whose files one may say something of. */
export interface PreferenceDoor {
  readonly slug: string
  readonly name: Trilingual
  readonly said: number
}
