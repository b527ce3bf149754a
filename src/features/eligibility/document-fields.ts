/** Reading the verdicts on documents that a page sends, against what that page showed. */
import { isDocumentVerdict, standingVerdict } from '../../domain/document-verdict.ts'
import { type Body, cleanLine } from '../../platform/input/form.ts'
import { fieldText } from '../../platform/web/form.ts'
import type { DocumentJudgement } from './commands/judge-documents.ts'
import type { ShownDocumentVerdict } from './queries/shown-verdicts.ts'
import { readSeen } from './verdict-fields.ts'
import type { DocumentLine } from './views.ts'

/** A question takes far fewer files. */
const MOST_FILES = 100

export interface TypedDocument {
  readonly verdict: string
  readonly reason: string
  /** The files the page showed. */
  readonly files: readonly string[]
  /** Number of the verdict the page showed. */
  readonly seen: number
}

type TypedDocuments = Readonly<Record<string, TypedDocument>>

export function readDocuments(body: Body, documents: readonly DocumentLine[]): TypedDocuments {
  return Object.fromEntries(
    documents.map(({ question }) => [
      question,
      {
        verdict: fieldText(body, `document.${question}`),
        reason: cleanLine(fieldText(body, `document-reason.${question}`)),
        files: [body[`document-file.${question}`] ?? []].flat().slice(0, MOST_FILES),
        seen: readSeen(fieldText(body, `document-seen.${question}`)),
      },
    ]),
  )
}

/** The verdicts a page showed that are the last no longer, by document. */
export function outdatedDocuments(documents: readonly DocumentLine[], typed: TypedDocuments): Record<string, number> {
  return Object.fromEntries(
    documents.flatMap(({ question, seq }) => ((typed[question]?.seen ?? seq) === seq ? [] : [[question, typed[question]?.seen ?? 0]])),
  )
}

/**
 * What the officer changed of what the page showed: what a colleague wrote meanwhile on other documents is none of it, and
 * a document without a verdict is left for later.
 */
export function judgementsOf(
  documents: readonly DocumentLine[],
  typed: TypedDocuments,
  shown: ReadonlyMap<string, ShownDocumentVerdict>,
): DocumentJudgement[] {
  return documents.flatMap(({ question, seq, last }) => {
    const one = typed[question]
    if (one === undefined || !isDocumentVerdict(one.verdict)) return []
    const before = (one.seen === seq ? last : shown.get(question)) ?? null
    const same = standingVerdict({ files: one.files, last: before }) === one.verdict && before?.reason === one.reason
    return same ? [] : [{ document: question, verdict: one.verdict, reason: one.reason, files: one.files, seen: one.seen }]
  })
}
