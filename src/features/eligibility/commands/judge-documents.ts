/** What an officer says of the documents of an application. */
import { type DocumentVerdict, judgeDocument, mayTurnDown } from '../../../domain/document-verdict.ts'
import { mayStillDecide } from '../../../domain/eligibility-decision.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { documentsOfApplication } from '../queries/documents.ts'
import { lockFacts } from './decide.ts'

export interface DocumentJudgement {
  /** Code of the question the document answers. */
  readonly document: string
  readonly verdict: DocumentVerdict
  readonly reason: string
  /** Ids of the files the officer had before their eyes. */
  readonly files: readonly string[]
  /** Number of the last verdict they had before their eyes, 0 for none; left out by who has just read it. */
  readonly seen?: number | undefined
}

/**
 * Writes verdicts on documents of one application, all or none; each is about the files seen. Refuses
 * `eligibility/unknown`, `…/withdrawn`, `…/published`, `document/unknown`, `…/not-given`, `…/reason-too-long`, `…/verdict-unreasoned`;
 * `document/judged-since` when a verdict is another than the one `seen`, and `document/changed` when other files stand there
 * now: what was not seen is not judged; and `document/already-eligible` when a required one is turned down after the
 * application was found eligible, until that is `confirmed`.
 */
export async function judgeDocuments(
  db: Database,
  viewer: SignedIn,
  place: Place,
  application: string,
  judgements: readonly DocumentJudgement[],
  now: Date,
  confirmed = false,
): Promise<Result<{ judged: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await lockFacts(trx, viewer, place, application)
    if (held === null) return refused('eligibility/unknown')
    const open = mayStillDecide(held.facts, now)
    if (!open.ok) return open
    const documents = (await documentsOfApplication(trx, organisation, application)) ?? []
    const since = judgements.filter(({ document, seen }) => seen !== undefined && seen !== seqOf(documents, document)).map(({ document }) => document)
    if (since.length > 0) return refused('document/judged-since', { documents: since, count: since.length })
    const rows = []
    for (const { document: question, verdict, reason, files } of judgements) {
      const document = documents.find((one) => one.question === question)
      const allowed = judgeDocument(document, { verdict, reason })
      if (!allowed.ok) return allowed
      const standing = document?.files ?? []
      if (files.length !== standing.length || files.some((file) => !standing.includes(file))) return refused('document/changed')
      const seq = seqOf(documents, question) + 1
      const written = { verdict, reason: reason.trim(), files: [...standing], judged_at: now, judged_by: person.id }
      rows.push({ organisation, application, question, seq, ...written })
    }
    if (rows.length === 0) return ok({ judged: 0 })
    const sure = mayTurnDown(documents, judgements, { eligible: held.facts.eligible === true, confirmed })
    if (!sure.ok) return sure
    await trx.insertInto('document_verdict').values(rows).execute()
    const details = { verdicts: Object.fromEntries(rows.map((row) => [row.question, row.verdict])) }
    await audit(trx, { organisation, stream: application, act: 'document/judged', actor: person.id, at: now, details })
    return ok({ judged: rows.length })
  })
}

/** Number of the last verdict on a document; 0 where there is none. */
function seqOf(documents: readonly { readonly question: string; readonly seq: number }[], question: string): number {
  return documents.find((one) => one.question === question)?.seq ?? 0
}
