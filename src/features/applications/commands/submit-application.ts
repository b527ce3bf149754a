/** Sending an application: the one moment after which it never changes. */
import { createHash } from 'node:crypto'
import { canonicalJson, mayAnswerFor, type SubmissionRecord, submit } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { readAnswers } from '../answers.ts'
import { formOfVersion } from '../form-version.ts'
import { editionLists } from '../queries/edition-lists.ts'
import { lockDraft } from './merge-draft.ts'
import { completePerson, submissionRow } from './submission-row.ts'

export interface SubmissionInput {
  readonly application: string
  /** Whether the declaration was ticked. */
  readonly declared: boolean
  /** Language of the page it was sent from: that of the receipt and of every letter about it. */
  readonly language: Language
}

export interface Submitted {
  readonly number: string
  readonly submittedAt: Date
  readonly hash: string
}

/** SHA-256 of the canonical JSON of a submission, in hexadecimal. */
export function submissionHash(record: SubmissionRecord): string {
  return createHash('sha256').update(canonicalJson(record), 'utf8').digest('hex')
}

/**
 * Sends an application. `now` is the moment the request arrived: what arrived in time counts. The draft goes, its answers
 * stay in their canonical form, and the receipt is mailed once all this is stored. Sent twice at the same instant, it is
 * sent once. Refuses `application/unknown`, `…/not-holder`, `…/already-submitted`, `…/withdrawn`, `…/call-not-open`,
 * `…/call-closed`, `…/incomplete { questions, count }`, `…/undeclared`.
 */
export async function submitApplication(db: Database, viewer: SignedIn, input: SubmissionInput, now: Date): Promise<Result<Submitted>> {
  if (!isId(input.application)) return refused('application/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await lockDraft(trx, organisation, input.application, person.id)
    if (held === null) return refused('application/unknown')
    if (!mayAnswerFor(held.facts.membership)) return refused('application/not-holder')
    const { facts, draft } = held
    if (draft === null) return refused(facts.withdrawnAt === null ? 'application/already-submitted' : 'application/withdrawn')
    const form = await formOfVersion(trx, organisation, draft.formVersion)
    const { answers, faults } = readAnswers(form, draft.answers, await editionLists(trx, organisation, facts.edition))
    const faulty = [...faults.map((fault) => fault.question), ...(await questionsAside(trx, organisation, input.application))]
    const outcome = submit({ ...facts, form, answers, faulty, declared: input.declared }, now)
    if (!outcome.ok) return outcome
    const record: SubmissionRecord = {
      number: facts.number,
      edition: facts.edition,
      formVersion: draft.formVersion,
      language: input.language,
      answers,
      submittedAt: now.toISOString(),
    }
    const hash = submissionHash(record)
    const row = submissionRow({ organisation, application: input.application, person: person.id, record, hash })
    await trx.insertInto('submission').values(row).execute()
    await trx.deleteFrom('draft').where('organisation', '=', organisation).where('application', '=', input.application).execute()
    await completePerson(trx, viewer, form, answers)
    await audit(trx, {
      organisation,
      stream: input.application,
      act: 'application/submitted',
      actor: person.id,
      at: now,
      details: { number: facts.number, hash },
    })
    await enqueue(trx, 'application-receipt', { organisation, application: input.application })
    return ok({ number: facts.number, submittedAt: now, hash })
  })
}

/** Questions of which two versions wait for a choice. */
async function questionsAside(trx: Trx, organisation: string, application: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('draft_aside')
    .select('question')
    .distinct()
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
  return rows.map((row) => row.question)
}
