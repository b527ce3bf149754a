/** Sending an application: the one moment after which it never changes. */
import { formWithoutMail } from '../../../domain/assistance.ts'
import { createHash } from 'node:crypto'
import { canonicalJson, mayAnswerFor, type SubmissionRecord, submit } from '../../../domain/application.ts'
import { type Answers, codesIn, type FormDefinition, takesFiles } from '../../../domain/form.ts'
import { questionsOf } from '../../../domain/form-move.ts'
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
import { moveDraft } from './move-draft.ts'
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
  /** When it was sent. */
  readonly at: Date
}

/** The lists of an edition, read once for all who send in the same minute, which is the same day everywhere. */
const listsOf = togetherIn(async (db: Reader, all: readonly EditionAsked[]) => {
  const keyOf = ({ organisation, edition, at }: EditionAsked): string => `${organisation} ${edition} ${at.toISOString().slice(0, 16)}`
  const once = new Map(all.map((one) => [keyOf(one), () => editionLists(db, one.organisation, one.edition, one.at)]))
  const read = new Map(await Promise.all([...once].map(async ([key, lists]) => [key, await lists()] as const)))
  return all.map((one) => read.get(keyOf(one)) as EditionLists)
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
    const standing = await standingOfMany(db, asked)
    // What is sent answers the newest version of the form: with a question more, it may be incomplete.
    if (standing?.draft?.isBehind === true && (await moveDraft(db, viewer, input.application, now))) continue
    const outcome = await sendAsItStands(db, asked, standing, input, now)
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

export async function lockPerson(trx: Trx, { organisation, person }: Sender): Promise<void> {
  await trx.selectFrom('person').where('organisation', '=', organisation).where('id', '=', person).forNoKeyUpdate().execute()
}

/** Who recorded that the holder declared, and how they did: of an application that was written for them. */
export type Recorded = NonNullable<SubmissionRecord['declared']>

/** Judges what stands and sends it; 'again' when it no longer stood by the time it was written. `sender` is its holder, whoever records it. */
export async function sendAsItStands(
  db: Reader,
  sender: Sender,
  standing: Standing | null,
  { declared, language, recorded }: Omit<SubmissionInput, 'application'> & { readonly recorded?: Recorded },
  now: Date,
): Promise<Result<Submitted> | 'again'> {
  if (standing === null) return refused('application/unknown')
  if (!mayAnswerFor(standing.membership)) return refused('application/not-holder')
  const { facts, draft, number, edition } = standing
  if (draft === null) return refused(facts.withdrawnAt === null ? 'application/already-submitted' : 'application/withdrawn')
  const { organisation, application, person } = sender
  const written = await formOfVersion(db, organisation, draft.formVersion)
  const form = standing.person.email === null ? formWithoutMail(written) : written
  const { answers, asked, faults } = readAnswers(
    form,
    withFiles(form, draft.answers, standing.files),
    await listsOf(db, { organisation, edition, at: now }),
  )
  const faulty = [...faults.map((fault) => fault.question), ...standing.aside.filter((question) => questionsOf(form).has(question))]
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
    ...(recorded === undefined ? {} : { declared: recorded }),
  }
  const by = recorded?.recordedBy ?? person
  const hash = submissionHash(record)
  const details = { number, hash, ...(recorded === undefined ? {} : { declared: recorded.how }) }
  const sent = await sendSubmission(db, {
    ...sender,
    standing: { ...standing, draft },
    row: { ...submissionRow({ organisation, application, person: by, record, hash, form }), answers },
    completed: completedPerson(standing.person, form, answers),
    act: { organisation, stream: application, act: 'application/submitted', actor: by, at: now, details },
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
export function fileHashes(answers: Answers, files: Standing['files']): Pick<SubmissionRecord, 'files'> {
  const answered = new Set(Object.values(answers).flatMap(codesIn))
  const hashes = files.filter(({ id }) => answered.has(id)).map(({ id, sha256 }) => [id, sha256] as const)
  return hashes.length === 0 ? {} : { files: Object.fromEntries(hashes) }
}
