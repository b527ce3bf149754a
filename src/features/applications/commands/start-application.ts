/** Beginning an application: a number, a draft, a holder. */
import { sql } from 'kysely'
import { applicationNumber, mayStart } from '../../../domain/application.ts'
import type { CallTimes } from '../../../domain/call.ts'
import type { Answer, Answers, FormDefinition } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { liveApplication } from '../queries/live-application.ts'

export interface Started {
  readonly application: string
  readonly number: string
  /** False when the viewer already had one in this call: it is answered instead of a second. */
  readonly fresh: boolean
  /** True when its answers come from an application withdrawn before. */
  readonly takenOver: boolean
}

/**
 * Begins an application in the call of an edition, with the viewer as its holder. A person holds one application a
 * call: whoever has one, being written or sent, is led to it, also when two windows ask at the same instant. After a
 * withdrawal the new draft holds the answers of the one withdrawn. Refuses `application/unknown-call`,
 * `…/call-not-open`, `…/too-late-to-start`.
 */
export function startApplication(
  db: Database,
  viewer: SignedIn,
  input: { readonly edition: string; readonly language: Language },
  now: Date,
): Promise<Result<Started>> {
  return atomically(db, async (trx) => {
    const call = await callOf(trx, viewer.organisation, input.edition)
    if (call === undefined) return refused('application/unknown-call')
    const before = await liveApplication(trx, viewer, call.id)
    if (before !== null) return ok({ ...before, fresh: false, takenOver: false })
    const allowed = mayStart(call.times, now)
    if (!allowed.ok) return allowed
    // The count of the call is locked from here on: a second request of the same person waits, then finds the first.
    const rank = await nextRank(trx, viewer.organisation, call.id)
    const meanwhile = await liveApplication(trx, viewer, call.id)
    if (meanwhile !== null) {
      await giveBack(trx, viewer.organisation, call.id)
      return ok({ ...meanwhile, fresh: false, takenOver: false })
    }
    const started = { application: newId(now), number: applicationNumber(call.programme, call.edition, rank) }
    const takenOver = await writeApplication(trx, viewer, { ...started, call, language: input.language }, now)
    return ok({ ...started, fresh: true, takenOver })
  })
}

interface CallRow {
  readonly id: string
  readonly editionId: string
  readonly edition: string
  readonly programme: string
  readonly times: CallTimes
}

async function callOf(trx: Trx, organisation: string, edition: string): Promise<CallRow | undefined> {
  const row = await trx
    .selectFrom('call as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .innerJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.programme'))
    .select([
      'c.id',
      'e.id as editionId',
      'e.slug as edition',
      'p.slug as programme',
      'c.published_at',
      'c.opens_at',
      'c.deadline_at',
      'c.grace_seconds',
    ])
    .where('c.organisation', '=', organisation)
    .where('e.slug', '=', edition)
    .where('c.published_at', 'is not', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { published_at, opens_at, deadline_at, grace_seconds, ...call } = row
  return { ...call, times: { publishedAt: published_at, opensAt: opens_at, deadlineAt: deadline_at, graceSeconds: grace_seconds } }
}

async function nextRank(trx: Trx, organisation: string, call: string): Promise<number> {
  const row = await trx
    .insertInto('application_count')
    .values({ organisation, call, last: 1 })
    .onConflict((conflict) => conflict.constraint('application_count_key').doUpdateSet({ last: sql<number>`application_count.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

async function giveBack(trx: Trx, organisation: string, call: string): Promise<void> {
  await trx
    .updateTable('application_count')
    .set({ last: sql<number>`last - 1` })
    .where('organisation', '=', organisation)
    .where('call', '=', call)
    .execute()
}

interface NewApplication {
  readonly application: string
  readonly number: string
  readonly call: CallRow
  readonly language: Language
}

async function writeApplication(trx: Trx, viewer: SignedIn, made: NewApplication, now: Date): Promise<boolean> {
  const { organisation, person } = viewer
  const { application, number, call, language } = made
  const form = await trx
    .selectFrom('form_version')
    .select(['id', 'definition'])
    .where('organisation', '=', organisation)
    .where('call', '=', call.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const answers = await answersBefore(trx, viewer, call.id, form.definition as FormDefinition)
  await trx
    .insertInto('application')
    .values({ organisation, id: application, edition: call.editionId, call: call.id, number, language, created_at: now, created_by: person.id })
    .execute()
  await trx.insertInto('application_member').values({ organisation, application, person: person.id, part: 'holder', joined_at: now }).execute()
  await trx
    .insertInto('draft')
    .values({ organisation, application, form_version: form.id, answers: JSON.stringify(answers), version: 1, saved_at: now })
    .execute()
  await audit(trx, { organisation, stream: application, act: 'application/started', actor: person.id, at: now, details: { number, language } })
  return Object.keys(answers).length > 0
}

/** What the person wrote in the application withdrawn last, so that sending again does not mean typing again. Consent is asked anew. */
async function answersBefore(trx: Trx, viewer: SignedIn, call: string, form: FormDefinition): Promise<Answers> {
  const row = await trx
    .selectFrom('withdrawal as w')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'w.organisation').onRef('a.id', '=', 'w.application'))
    .innerJoin('application_member as m', (join) => join.onRef('m.organisation', '=', 'a.organisation').onRef('m.application', '=', 'a.id'))
    .leftJoin('draft as d', (join) => join.onRef('d.organisation', '=', 'a.organisation').onRef('d.application', '=', 'a.id'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .select((e) => e.fn.coalesce('s.answers', 'd.answers').as('answers'))
    .where('w.organisation', '=', viewer.organisation)
    .where('a.call', '=', call)
    .where('m.person', '=', viewer.person.id)
    .where('m.part', '=', 'holder')
    .orderBy('w.withdrawn_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = (row?.answers ?? {}) as Answers
  const questions = form.sections.flatMap((section) => section.questions).filter((question) => question.kind !== 'consent' && question.code in before)
  return Object.fromEntries(questions.map((question) => [question.code, before[question.code] as Answer]))
}
