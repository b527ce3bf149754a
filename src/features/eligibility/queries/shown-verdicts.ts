/** Verdicts on rules and on documents as a page showed them, which may no longer be those that stand. */
import { sql } from 'kysely'
import type { DocumentVerdict } from '../../../domain/document-verdict.ts'
import type { Verdict } from '../../../domain/eligibility.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface ShownVerdict {
  readonly verdict: Verdict
  /** Empty for the machine's. */
  readonly reason: string
}

/** By rule; `seqs` names the verdict that was shown of each. A rule without one is left out. */
export async function shownVerdicts(
  db: Reader,
  organisation: string,
  application: string,
  seqs: Readonly<Record<string, number>>,
): Promise<ReadonlyMap<string, ShownVerdict>> {
  const rules = Object.keys(seqs)
  if (rules.length === 0) return new Map()
  const found = await sql<ShownVerdict & { rule: string }>`
    select c.rule, c.verdict, case when c.automatic then '' else coalesce(c.reason, '') end as reason
    from unnest(${rules}::text[], ${Object.values(seqs)}::int[]) as shown (rule, seq)
    join eligibility_check c on c.organisation = ${organisation} and c.application = ${application} and c.rule = shown.rule and c.seq = shown.seq`.execute(
    db,
  )
  return new Map(found.rows.map(({ rule, ...verdict }) => [rule, verdict]))
}

export interface ShownDocumentVerdict {
  readonly verdict: DocumentVerdict
  readonly reason: string
  /** Ids of the files it was about. */
  readonly files: readonly string[]
}

/** The same of documents, by the code of the question. */
export async function shownDocumentVerdicts(
  db: Reader,
  organisation: string,
  application: string,
  seqs: Readonly<Record<string, number>>,
): Promise<ReadonlyMap<string, ShownDocumentVerdict>> {
  const questions = Object.keys(seqs)
  if (questions.length === 0) return new Map()
  const found = await sql<ShownDocumentVerdict & { question: string }>`
    select v.question, v.verdict, v.reason, v.files
    from unnest(${questions}::text[], ${Object.values(seqs)}::int[]) as shown (question, seq)
    join document_verdict v on v.organisation = ${organisation} and v.application = ${application} and v.question = shown.question and v.seq = shown.seq`.execute(
    db,
  )
  return new Map(found.rows.map(({ question, ...verdict }) => [question, verdict]))
}
