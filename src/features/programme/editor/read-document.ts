/** A draft as an edition, once nothing in it is missing or wrong. */
import type { EditionFile } from '../../../domain/edition.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { readEditionFile } from '../edition-file.ts'

/** Null while the document is not an edition yet. */
export function readDocument(document: EditionDocument): EditionFile | null {
  const reading = readEditionFile(JSON.stringify(document))
  return reading.ok ? reading.file : null
}
