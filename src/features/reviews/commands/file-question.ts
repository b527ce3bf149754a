/** A reader asks the office about a file, and an officer answers. */
import { mayAnswer, mayAsk } from '../../../domain/file-question.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { isolated } from '../../../platform/isolate.ts'
import { writeMessage } from '../../messages/index.ts'
import { answeringFacts, askingFacts } from '../queries/file-questions.ts'
import { words } from '../questions/words/index.ts'
import { officeToTell, questionsWaiting } from '../queries/questions-waiting.ts'
import { questionsWaitMail } from '../questions/mails.ts'
import { lockEdition } from './assign.ts'

const QUARTER = 15 * 60_000

/** Asks about one's own file; the office is told by mail within a quarter of an hour. Refuses `file-question/unknown`, `…/closed`, `…/empty`, `…/too-long`, `…/too-many`. */
export async function askAboutFile(
  db: Database,
  viewer: SignedIn,
  input: { readonly assignment: string; readonly text: string },
  now: Date,
): Promise<Result<{ question: string }>> {
  const { organisation, person } = viewer
  const text = input.text.trim()
  return atomically(db, async (trx) => {
    const facts = await askingFacts(trx, viewer, input.assignment)
    if (facts === null) return refused('file-question/unknown')
    const may = mayAsk(facts, text)
    if (!may.ok) return may
    const id = newId(now)
    const { edition, application } = facts
    const row = { organisation, id, edition, application, assignment: input.assignment, text, asked_at: now, asked_by: person.id }
    await trx.insertInto('file_question').values(row).execute()
    const details = { question: id, assignment: input.assignment }
    await audit(trx, { organisation, stream: application, act: 'file-question/asked', actor: person.id, at: now, details })
    // At the end of the quarter of an hour, so that questions asked together make one mail.
    const at = new Date((Math.floor(now.getTime() / QUARTER) + 1) * QUARTER)
    await enqueue(trx, 'reader-questions', { organisation, edition }, { at, key: `reader-questions:${edition}:${at.toISOString()}` })
    return ok({ question: id })
  })
}

/**
 * Answers a question, once; its asker is told by mail that an answer has come, not what it says. With `shared` every reader
 * of the file has the question and the answer. Refuses `file-question/not-allowed`, `…/unknown`, `…/answered`,
 * `…/unanswered`, `…/answer-too-long`, and `…/tells` when the answer holds what one of them must not see.
 */
export async function answerAboutFile(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly question: string; readonly text: string; readonly shared: boolean },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('file-question/not-allowed')
  const { organisation, person } = viewer
  const { question, shared } = input
  const text = input.text.trim()
  return atomically(db, async (trx) => {
    // Nobody is given the file, with other things hidden, between the check and the answer.
    await lockEdition(trx, organisation, place.edition)
    const facts = await answeringFacts(trx, organisation, place.edition, question, shared)
    if (facts === null) return refused('file-question/unknown')
    const may = mayAnswer(facts, text)
    if (!may.ok) return may
    await trx
      .updateTable('file_question')
      .set({ answer: text, shared, answered_at: now, answered_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', question)
      .execute()
    await tellAsker(trx, organisation, { person: facts.askedBy, number: facts.number, assignment: facts.assignment, question }, origin, now)
    const details = { question, shared }
    await audit(trx, { organisation, stream: facts.application, act: 'file-question/answered', actor: person.id, at: now, details })
    return ok(null)
  })
}

async function tellAsker(
  trx: Trx,
  organisation: string,
  about: { readonly person: string; readonly number: string; readonly assignment: string; readonly question: string },
  origin: string,
  now: Date,
): Promise<void> {
  const { email, language } = await trx
    .selectFrom('person')
    .select(['email', 'language'])
    .where('organisation', '=', organisation)
    .where('id', '=', about.person)
    .executeTakeFirstOrThrow()
  if (email === null) return
  const t = words(language)
  const number = isolated(about.number, language)
  const message = {
    organisation,
    kind: 'file-question-answered',
    person: about.person,
    address: email,
    language,
    subject: t('mail.subject', { number }),
    paragraphs: [
      { heading: t('mail.subject', { number }) },
      t('mail.text', { number }),
      { action: { label: t('mail.open'), href: `${origin}/${language}/reviews/${about.assignment}/questions` } },
    ],
    object: about.question,
  }
  await writeMessage(trx, message, now)
}

/** Tells the office that questions wait, each of them once in its language; nothing where all were answered meanwhile. The worker's consequence of `askAboutFile`. Answers how many were written to. */
export async function tellOffice(db: Database, organisation: string, edition: string, origin: string, now: Date): Promise<number> {
  return atomically(db, async (trx) => {
    const waiting = await questionsWaiting(trx, organisation, edition)
    if (waiting === null) return 0
    const office = await officeToTell(trx, organisation, edition)
    for (const { person, address, language } of office) {
      const mail = questionsWaitMail(waiting, language, origin)
      await writeMessage(trx, { organisation, kind: 'reader-questions', person, address, language, object: edition, ...mail }, now)
    }
    return office.length
  })
}
