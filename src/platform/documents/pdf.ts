/** Documents as PDF: letters, receipts, minutes. Typst sets them: of five ways tried it alone set Arabic right within milliseconds. */
import type { Language } from '../../domain/language.ts'
import type { Templates } from './document.ts'
import { printable } from './printable.ts'
import { typeset } from './typesetter.ts'

export type { Column, Fact, Letter, Part, Picture, Receipt, Sheet, Table, Tables, Templates, Words } from './document.ts'
export { DocumentError, isTypesetterFree } from './typesetter.ts'

interface Common {
  readonly language: Language
  /** Creation time written in the file; the same input and time give the same bytes, so the file can be hashed. */
  readonly at: Date
}

/** A document from a template of ours, with the data that template prints. */
export type NamedDocument = {
  readonly [Name in keyof Templates]: Common & { readonly template: Name; readonly data: Templates[Name] }
}[keyof Templates]

/** A document from typst text of our own; it may import "/page.typ" and reads its data with `json(bytes(sys.inputs.d))`. */
export interface SourceDocument extends Common {
  readonly template: { readonly source: string }
  readonly data: unknown
}

/**
 * Prints a document: PDF/A-2a, tagged, A4. Text of the data is cleaned first (see `printable`); it can never act as markup.
 * Pictures are `{ bytes, format, alt }` anywhere in the data. Rejects with `DocumentError` when the template is at fault
 * or typesetting takes more than 20 seconds.
 */
export function renderPdf(document: NamedDocument | SourceDocument): Promise<Uint8Array> {
  const { data, files } = printable(document.data)
  return typeset({
    template: typeof document.template === 'string' ? { file: `${document.template}.typ` } : document.template,
    data: JSON.stringify(data),
    language: document.language,
    seconds: Math.floor(document.at.getTime() / 1000),
    files,
  })
}
