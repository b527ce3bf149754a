/** Sending corrections: what was sent before stays on record, and the new hash vouches for the one before it. */
import type { DeclarationWay } from '../../../domain/assistance.ts'
import { mayAnswerFor, type SubmissionRecord } from '../../../domain/application.ts'
import { sendCorrections } from '../../../domain/correction.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import type { OpenAnswers } from '../corrections/open-answers.ts'
import { type HeldSubmission, holdSubmission, openIn } from './correction-held.ts'
import { submissionRow } from './submission-row.ts'
import { fileHashes, submissionHash } from './submit-application.ts'

export interface CorrectionSending {
  readonly application: string
  readonly declared: boolean
  /** A word to the foundation; needed when nothing was changed. */
  readonly note: string
  /** How the holder declared, told by who sends them for the holder; nobody else says it. */
  readonly how?: DeclarationWay | null
}

export interface Corrected {
  readonly number: string
  readonly correctedAt: Date
  readonly hash: string
  /** Hash of what was sent before. */
  readonly previous: string
}

/**
 * Sends what was kept. The answers that counted until now, their hash and time go to `submission_before`; title, region,
 * sector and the rest follow the new answers; the receipt is mailed anew; what rules find of a corrected answer is read anew, and no decision changes by itself.
 * Sent twice at the same instant, they are sent once. `now` is the moment the request arrived: what arrived in time
 * counts. Refuses `application/unknown`, `…/not-holder`, as `keepCorrection`, and `correction/incomplete { questions,
 * count }`, `…/unchanged`, `…/undeclared`; `assistance/undeclared` when who sends them for the holder does not say how they declared.
 */
export function sendCorrection(db: Database, viewer: SignedIn, input: CorrectionSending, now: Date): Promise<Result<Corrected>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = isId(input.application) ? await holdSubmission(trx, organisation, input.application, person.id) : null
    if (held === null) return refused('application/unknown')
    const helps = held.membership === 'helper'
    if (!helps && !mayAnswerFor(held.membership)) return refused('application/not-holder')
    const how = helps ? (input.how ?? null) : null
    if (helps && how === null) return refused('assistance/undeclared')
    const { facts, last } = held.standing
    if (last === null) return refused('correction/unknown')
    const open = await openIn(trx, organisation, held, last)
    const faulty = [...new Set(open.faults.map((fault) => fault.question))]
    const outcome = sendCorrections({ ...facts, faulty, changed: open.changed, note: input.note, declared: helps || input.declared }, now)
    if (!outcome.ok) return outcome
    const sent = { organisation, application: input.application, person: person.id, request: last.id, note: input.note.trim(), how, at: now }
    const hash = await writeCorrection(trx, sent, held, open)
    const details = {
      request: last.id,
      hash,
      previous: held.hash,
      questions: changedQuestions(held, open),
      ...(how === null ? {} : { declared: how }),
    }
    await audit(trx, { organisation, stream: input.application, act: 'correction/sent', actor: person.id, at: now, details })
    await enqueue(trx, 'application-receipt', { organisation, application: input.application })
    await enqueue(trx, 'correction-reread', { organisation, application: input.application })
    return ok({ number: held.number, correctedAt: now, hash, previous: held.hash })
  })
}

function changedQuestions(held: HeldSubmission, open: OpenAnswers): string[] {
  const all = new Set([...Object.keys(held.answers), ...Object.keys(open.answers)])
  return [...all].filter((code) => JSON.stringify(held.answers[code]) !== JSON.stringify(open.answers[code])).sort()
}

interface CorrectionSent {
  readonly organisation: string
  readonly application: string
  readonly person: string
  readonly request: string
  readonly note: string
  /** How the holder declared, when somebody of the desk sends. */
  readonly how: DeclarationWay | null
  readonly at: Date
}

async function writeCorrection(trx: Trx, sent: CorrectionSent, held: HeldSubmission, { answers }: OpenAnswers): Promise<string> {
  const { organisation, application, request, at } = sent
  await trx
    .insertInto('correction')
    .values({ organisation, request, application, corrected_at: at, corrected_by: sent.person, note: sent.note, declared: sent.how })
    .execute()
  await keepBefore(trx, sent, held)
  const record: SubmissionRecord = {
    number: held.number,
    edition: held.edition,
    formVersion: held.formVersion,
    language: held.language,
    answers,
    submittedAt: held.submittedAt.toISOString(),
    ...fileHashes(answers, held.files),
    previous: held.hash,
    correctedAt: at.toISOString(),
    ...(sent.how === null ? {} : { declared: { how: sent.how, recordedBy: sent.person } }),
  }
  const hash = submissionHash(record)
  const {
    organisation: _,
    application: __,
    submitted_at: ___,
    submitted_by: ____,
    ...row
  } = submissionRow({ ...sent, record, hash, form: held.form })
  await trx
    .updateTable('submission')
    .set({ ...row, corrected_at: at, previous: held.hash })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
  return hash
}

/** What counted until now, with its hash and the hash before it. */
async function keepBefore(trx: Trx, { organisation, application, request }: CorrectionSent, held: HeldSubmission): Promise<void> {
  const before = await trx
    .selectFrom('submission_before')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('submission_before')
    .values({
      organisation,
      application,
      seq: Number(before.count) + 1,
      request,
      answers: JSON.stringify(held.answers),
      sent_at: held.correctedAt ?? held.submittedAt,
      hash: held.hash,
      previous: held.previous,
    })
    .execute()
}
