/** Documents at the desk: which an applicant was asked for, what an officer says of each, and which still wait. */
import { type Answers, codesIn, type FormDefinition } from './form.ts'
import { askedIn } from './form-asked.ts'
import type { FormFacts } from './form-values.ts'
import type { Trilingual } from './language.ts'
import { LONGEST_REASON } from './reason.ts'
import { ok, type Result, refused } from './result.ts'

export const DOCUMENT_VERDICTS = ['accepted', 'to-correct', 'not-accepted'] as const
export type DocumentVerdict = (typeof DOCUMENT_VERDICTS)[number]

/** A question that is answered with files, as this applicant answered it. */
export interface AskedDocument {
  /** Code of the question. */
  readonly question: string
  readonly name: Trilingual
  readonly required: boolean
  /** Ids of the files given; none when an optional document was left out. */
  readonly files: readonly string[]
  /** Seen by officers alone. */
  readonly restricted: boolean
}

/** A document with the last verdict written on it. */
export interface DocumentFacts extends AskedDocument {
  readonly last: { readonly verdict: DocumentVerdict; readonly files: readonly string[] } | null
}

export function isDocumentVerdict(text: string): text is DocumentVerdict {
  return (DOCUMENT_VERDICTS as readonly string[]).includes(text)
}

/** The documents asked of this applicant, in the order of the form. */
export function documentsIn(form: FormDefinition, answers: Answers, facts: FormFacts): AskedDocument[] {
  const asked = askedIn(form, answers, facts)
  return form.sections
    .flatMap((section) => section.questions)
    .filter((question) => question.kind === 'file' && asked.has(question.code))
    .map(({ code, label, required, restricted = false }) => ({ question: code, name: label, required, restricted, files: codesIn(answers[code]) }))
}

/** The verdict that counts. One that was about other files counts no longer: what was given since is to be looked at. */
export function standingVerdict({ files, last }: Pick<DocumentFacts, 'files' | 'last'>): DocumentVerdict | null {
  if (last === null || last.files.length !== files.length) return null
  return files.every((file) => last.files.includes(file)) ? last.verdict : null
}

/** Required documents that are not accepted, in the order of the form: they keep an application from being eligible. */
export function documentsAwaited(documents: readonly DocumentFacts[]): DocumentFacts[] {
  return documents.filter((document) => document.required && standingVerdict(document) !== 'accepted')
}

/**
 * A "no" to a required document of an application already found eligible is said twice: the application stays eligible,
 * and only another decision changes that. Refuses `document/already-eligible`.
 */
export function mayTurnDown(
  documents: readonly AskedDocument[],
  judged: readonly { readonly document: string; readonly verdict: DocumentVerdict }[],
  { eligible, confirmed }: { readonly eligible: boolean; readonly confirmed: boolean },
): Result<null> {
  const required = new Set(documents.filter((one) => one.required).map((one) => one.question))
  const turnedDown = judged.filter(({ document, verdict }) => verdict !== 'accepted' && required.has(document)).map(({ document }) => document)
  return eligible && !confirmed && turnedDown.length > 0
    ? refused('document/already-eligible', { documents: turnedDown, count: turnedDown.length })
    : ok(null)
}

/** A verdict is given on files, and whoever gave them learns why they were not accepted. Refuses `document/unknown`, `…/not-given`, `…/reason-too-long`, `…/verdict-unreasoned`. */
export function judgeDocument(
  document: AskedDocument | undefined,
  input: { readonly verdict: DocumentVerdict; readonly reason: string },
): Result<null> {
  if (document === undefined) return refused('document/unknown')
  if (document.files.length === 0) return refused('document/not-given')
  const { length } = input.reason.trim()
  if (length > LONGEST_REASON) return refused('document/reason-too-long', { documents: [document.question], length, most: LONGEST_REASON })
  return input.verdict !== 'accepted' && input.reason.trim() === '' ? refused('document/verdict-unreasoned') : ok(null)
}
