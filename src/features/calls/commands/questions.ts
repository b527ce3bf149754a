/** Asking about a call, and answering. */
import { type Answering, answerQuestion as answer, mayAnswer, mayAsk } from '../../../domain/call-question.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { countedThisHour } from '../../../platform/database/rate.ts'
import { writeMessage } from '../../messages/index.ts'
import { answerMail } from '../answer-mail.ts'

const HOUR = 3_600_000

export interface QuestionInput {
  /** Slug of the edition. */
  readonly edition: string
  readonly address: string
  readonly language: Language
  readonly question: string
  /** Network the question comes from, for the brake on how many are asked. */
  readonly client: string
}

/** Keeps a question of anybody. Refuses `call/unknown`, `call-question/closed`, `call-question/too-many`. The trail does not hold what was asked, nor by whom. */
export function askQuestion(db: Database, organisation: string, input: QuestionInput, now: Date): Promise<Result<{ question: string }>> {
  return atomically(db, async (trx) => {
    const call = await trx
      .selectFrom('call as c')
      .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
      .select(['c.id', 'c.edition', 'c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds'])
      .where('c.organisation', '=', organisation)
      .where('e.slug', '=', input.edition)
      .executeTakeFirst()
    if (call === undefined) return refused('call/unknown')
    const times = { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }
    const counted = {
      address: await countedThisHour(trx, organisation, `call-question ${input.client}`, now),
      all: await countedThisHour(trx, organisation, 'call-question', now),
    }
    const allowed = mayAsk(times, counted, now)
    if (!allowed.ok) return allowed
    const { address, language, question } = input
    const before = await askedAlready(trx, organisation, { call: call.id, address, question }, now)
    if (before !== null) return ok({ question: before })
    const id = newId(now)
    await trx.insertInto('call_question').values({ organisation, id, call: call.id, asked_at: now, address, language, question }).execute()
    await audit(trx, { organisation, stream: call.edition, act: 'call-question/asked', actor: null, at: now, details: { question: id } })
    return ok({ question: id })
  })
}

/** The same question of the same person, asked in the last hour and not answered: pressed twice, it is one. */
async function askedAlready(
  trx: Trx,
  organisation: string,
  asked: { readonly call: string; readonly address: string; readonly question: string },
  now: Date,
): Promise<string | null> {
  const row = await trx
    .selectFrom('call_question')
    .select('id')
    .where('organisation', '=', organisation)
    .where('call', '=', asked.call)
    .where('address', '=', asked.address)
    .where('question', '=', asked.question)
    .where('answered_at', 'is', null)
    .where('asked_at', '>', new Date(now.getTime() - HOUR))
    .executeTakeFirst()
  return row?.id ?? null
}

export interface AnswerInput extends Answering {
  readonly question: string
}

/**
 * Answers a question: its writer is written to at once, in the language of the question; everybody reads it besides when
 * it is published. Refuses `call-question/unknown`, `…/already-answered`, `…/answer-missing`, `…/languages-missing`.
 */
export function answerQuestion(
  db: Database,
  viewer: SignedIn,
  place: Place & { readonly slug: string },
  input: AnswerInput,
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    if (!isId(input.question) || !mayAnswer(viewer, place)) return refused('call-question/unknown')
    const row = await trx
      .selectFrom('call_question as q')
      .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'q.organisation').onRef('c.id', '=', 'q.call'))
      .select(['q.address', 'q.language', 'q.question', 'q.answered_at', 'c.title'])
      .where('q.organisation', '=', organisation)
      .where('q.id', '=', input.question)
      .where('c.edition', '=', place.edition)
      .forUpdate('q')
      .executeTakeFirst()
    if (row === undefined) return refused('call-question/unknown')
    const allowed = answer({ answered: row.answered_at !== null }, input)
    if (!allowed.ok) return allowed
    await trx
      .updateTable('call_question')
      .set({
        answered_at: now,
        answered_by: person.id,
        answer: input.answer,
        published: input.published === null ? null : JSON.stringify(input.published),
      })
      .where('organisation', '=', organisation)
      .where('id', '=', input.question)
      .execute()
    const mail = answerMail(
      { title: row.title, question: row.question, answer: input.answer, call: `${origin}/${row.language}/calls/${place.slug}` },
      row.language,
    )
    const message = { organisation, kind: 'call-answer', person: null, address: row.address, language: row.language, object: input.question }
    await writeMessage(trx, { ...message, ...mail }, now)
    const act = input.published === null ? 'call-question/answered' : 'call-question/published'
    await audit(trx, { organisation, stream: place.edition, act, actor: person.id, at: now, details: { question: input.question } })
    return ok(null)
  })
}
