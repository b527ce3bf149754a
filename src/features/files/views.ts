/** Files as pages show them. */
import type { FileState } from '../../domain/file.ts'

export interface FileView {
  readonly id: string
  /** The question it answers; empty of a file given with an appeal. */
  readonly question: string
  /** As its owner named it; a neutral name for who may not know whose it is. */
  readonly name: string
  readonly mediaType: string
  /** Bytes of what arrived. */
  readonly bytes: number
  /** Of a sound or a film, where its content tells. */
  readonly seconds: number | null
  readonly state: FileState
  /** False when no scanner is set up: said at the desk. */
  readonly scanned: boolean
  /** Of a picture: what is kept of it, narrow first; of a PDF: its first page. */
  readonly pictures: readonly { readonly size: number; readonly width: number; readonly height: number; readonly bytes: number }[]
}

/** A file given with an appeal. */
export interface AppealFile extends FileView {
  readonly application: string
  /** The decision appealed against. */
  readonly appeal: number
  readonly givenBy: string
}

/** A file with the addresses it may be read at, for a short time. */
export interface LinkedFile extends FileView {
  /** Where it is played, shown or kept from; null while it may not be read. */
  readonly href: string | null
  /** The address of each of them. */
  readonly shown: readonly { readonly width: number; readonly height: number; readonly bytes: number; readonly href: string }[]
}

/** A file as it arrived, for whoever gave it. */
export interface ArrivedFile {
  readonly id: string
  readonly question: string
  readonly name: string
  readonly bytes: number
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
}
