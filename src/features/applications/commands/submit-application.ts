/** Sending an application: the one moment after which it never changes. */
import { createHash } from 'node:crypto'
import { canonicalJson, mayAnswerFor, type SubmissionRecord, submit } from '../../../domain/application.ts'
import { type Answers, codesIn, type FormDefinition, takesFiles } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { togetherIn } from '../../../platform/database/together.ts'
import { readAnswers } from '../answers.ts'
import { formOfVersion } from '../form-version.ts'
import { editionLists } from '../queries/edition-lists.ts'
import type { EditionLists } from '../views.ts'
import { lockDraft } from './merge-draft.ts'
import { completedPerson, submissionRow } from './submission-row.ts'
import { type Sender, sendSubmission, type Standing, standingHeld, standingOfMany } from './submission-statement.ts'

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

interface EditionAsked {
  readonly organisation: string
  readonly edition: string
}

/** The lists of an edition, read once for all who send in the same moment. */
const listsOf = togetherIn(async (db: Reader, all: readonly EditionAsked[]) => {
  const once = new Map(all.map(({ organisation, edition }) => [`${organisation} ${edition}`, () => editionLists(db, organisation, edition)]))
  const read = new Map(await Promise.all([...once].map(async ([key, lists]) => [key, await lists()] as const)))
  return all.map(({ organisation, edition }) => read.get(`${organisation} ${edition}`) as EditionLists)
})

/** As many times what stood is found changed before the application is held fast, so that nothing comes in between. */
const TRIES = 3

/**
 * Sends an application. `now` is the moment the request arrived: what arrived in time counts. The draft goes, its answers
 * stay in their canonical form, and the receipt is mailed once all this is stored. Sent twice at the same instant, it is
 * sent once. Refuses `application/unknown`, `…/not-holder`, `…/already-submitted`, `…/withdrawn`, `…/call-not-open`,
 * `…/call-closed`, `…/incomplete { questions, count }`, `…/undeclared`.
 */
export async function submitApplication(db: Database, viewer: SignedIn, input: SubmissionInput, now: Date): Promise<Result<Submitted>> {
  if (!isId(input.application)) return refused('application/unknown')
  const asked = { organisation: viewer.organisation, application: input.application, person: viewer.person.id }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const outcome = await sendAsItStands(db, asked, await standingOfMany(db, asked), input, now)
    if (outcome !== 'again') return outcome
  }
  return atomically(db, async (trx) => {
    await lockDraft(trx, asked.organisation, asked.application, asked.person)
    await lockPerson(trx, asked)
    const outcome = await sendAsItStands(trx, asked, await standingHeld(trx, asked), input, now)
    if (outcome === 'again') throw new Error('An application changed while it was held.')
    return outcome
  })
}

async function lockPerson(trx: Trx, { organisation, person }: Sender): Promise<void> {
  await trx.selectFrom('person').where('organisation', '=', organisation).where('id', '=', person).forNoKeyUpdate().execute()
}

/** Judges what stands and sends it; 'again' when it no longer stood by the time it was written. */
async function sendAsItStands(
  db: Reader,
  sender: Sender,
  standing: Standing | null,
  { declared, language }: SubmissionInput,
  now: Date,
): Promise<Result<Submitted> | 'again'> {
  if (standing === null) return refused('application/unknown')
  if (!mayAnswerFor(standing.membership)) return refused('application/not-holder')
  const { facts, draft, number, edition } = standing
  if (draft === null) return refused(facts.withdrawnAt === null ? 'application/already-submitted' : 'application/withdrawn')
  const { organisation, application, person } = sender
  const form = await formOfVersion(db, organisation, draft.formVersion)
  const { answers, asked, faults } = readAnswers(form, withFiles(form, draft.answers, standing.files), await listsOf(db, { organisation, edition }))
  const faulty = [...faults.map((fault) => fault.question), ...standing.aside]
  const outcome = submit({ ...facts, form, answers, asked, faulty, declared }, now)
  if (!outcome.ok) return outcome
  const record: SubmissionRecord = {
    number,
    edition,
    formVersion: draft.formVersion,
    language,
    answers,
    submittedAt: now.toISOString(),
    ...fileHashes(answers, standing.files),
  }
  const hash = submissionHash(record)
  const sent = await sendSubmission(db, {
    ...sender,
    standing: { ...standing, draft },
    row: { ...submissionRow({ organisation, application, person, record, hash }), answers },
    completed: completedPerson(standing.person, form, answers),
    act: { organisation, stream: application, act: 'application/submitted', actor: person, at: now, details: { number, hash } },
  })
  return sent ? ok({ number, submittedAt: now, hash }) : 'again'
}

/** The answers with, for each question that takes files, those that are there: what was taken out meanwhile is no answer. */
function withFiles(form: FormDefinition, answers: Answers, files: Standing['files']): Answers {
  if (!takesFiles(form)) return answers
  const questions = form.sections.flatMap((section) => section.questions).filter((question) => question.kind === 'file')
  const given = questions.map(({ code }) => [code, files.filter((file) => file.question === code).map(({ id }) => id)] as const)
  return { ...answers, ...Object.fromEntries(given) }
}

/** SHA-256 of each file that is part of the answers, as it arrived: its owner can hash it again. Nothing without files. */
function fileHashes(answers: Answers, files: Standing['files']): Pick<SubmissionRecord, 'files'> {
  const answered = new Set(Object.values(answers).flatMap(codesIn))
  const hashes = files.filter(({ id }) => answered.has(id)).map(({ id, sha256 }) => [id, sha256] as const)
  return hashes.length === 0 ? {} : { files: Object.fromEntries(hashes) }
}
