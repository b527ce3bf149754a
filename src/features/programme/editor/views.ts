/** What the pages of the editor show. */
import type { EditionFile } from '../../../domain/edition.ts'
import type { Difference } from '../../../domain/edition-difference.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { EditionMoment } from '../../../domain/edition-lock.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { DocumentFault, Taken } from './document-faults.ts'

export interface Writer {
  readonly nameAr: string
  readonly nameLatin: string
}

/** A draft that is still being written. */
export interface DraftView {
  readonly id: string
  /** The edition it changes; null when it is a new one. */
  readonly edition: { readonly id: string; readonly slug: string; readonly name: Trilingual } | null
  readonly document: EditionDocument
  /** What another edition has already. */
  readonly taken: Taken
  readonly savedAt: Date
  readonly savedBy: Writer
  readonly proposedAt: Date | null
  readonly proposedBy: Writer | null
  /** How far the edition it changes has come. */
  readonly moment: EditionMoment
  /** What the edition says now. */
  readonly current: EditionFile | null
  /** Whether the viewer may apply it. */
  readonly mayApply: boolean
  readonly zone: string
}

export interface DraftLine {
  readonly id: string
  readonly name: Trilingual
  readonly editionSlug: string | null
  readonly savedAt: Date
  readonly savedBy: Writer
  readonly proposedAt: Date | null
}

export interface EditionLine {
  readonly slug: string
  readonly name: Trilingual
  readonly programme: Trilingual
  /** Whether the viewer may write it. */
  readonly writable: boolean
}

export interface EditionsView {
  readonly editions: readonly EditionLine[]
  readonly drafts: readonly DraftLine[]
  /** Programmes a new edition may belong to. */
  readonly programmes: readonly { readonly slug: string; readonly name: Trilingual }[]
  /** Whether the viewer may begin a programme that does not exist yet. */
  readonly mayFound: boolean
  readonly zone: string
}

/** A draft as its page of parts shows it. */
export interface DraftState {
  readonly draft: DraftView
  readonly faults: readonly DocumentFault[]
  readonly changes: readonly Difference[]
  /** What is perhaps not meant, and stops nothing. */
  readonly advice: readonly DocumentFault[]
}
