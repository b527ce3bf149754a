/** Beginning an application: a number, a draft, a holder. */
import { sql } from 'kysely'
import { applicationNumber, mayStart } from '../../../domain/application.ts'
import type { CallTimes } from '../../../domain/call.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { Answers, FormDefinition, Section } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { type CarriedFile, carryFiles } from '../../files/index.ts'
import { asTyped } from '../answer-text.ts'
import { readAnswers, sectionFaults } from '../answers.ts'
import { answersBefore } from '../queries/answers-before.ts'
import { editionLists } from '../queries/edition-lists.ts'
import { knownOf } from '../profile/queries/known.ts'
import type { KnownAnswer } from '../profile/views.ts'
import { extraUntilFor } from '../queries/extra-until.ts'
import { RESULTS_AT } from '../queries/results-at.ts'
import { liveApplication } from '../queries/live-application.ts'

export interface Started {
  readonly application: string
  readonly number: string
  /** False when the viewer already had one in this call: it is answered instead of a second. */
  readonly fresh: boolean
  /** Where its first answers come from: an application withdrawn before in this call, or what was known of the person; null when it is empty. */
  readonly takenOver: 'withdrawn' | 'known' | null
}

export interface StartInput {
  /** Slug of the edition. */
  readonly edition: string
  readonly language: Language
  /** What to begin with. When nothing is said: the answers of an application withdrawn in this call, and nothing else. */
  readonly begin?: 'known' | 'empty' | undefined
}

/**
 * Begins an application in the call of an edition, with the viewer as its holder. A person holds one application a
 * call: whoever has one, being written or sent, is led to it, also when two windows ask at the same instant. After a
 * withdrawal the new draft holds the answers and files of the one withdrawn; else, if the viewer chose so, what is known of them
 * (`knownOf`), each answer marked with where it comes from until it is saved. Refuses `application/unknown-call`,
 * `…/call-not-open`, `…/too-late-to-start`, `…/results-public`.
 */
export function startApplication(db: Database, viewer: SignedIn, input: StartInput, now: Date): Promise<Result<Started>> {
  return atomically(db, (trx) => beginApplication(trx, viewer, { ...input, by: viewer.person.id }, now))
}

/** The same in a transaction, for a holder; `by` acts. */
export async function beginApplication(trx: Trx, holder: SignedIn, input: StartInput & { readonly by: string }, now: Date): Promise<Result<Started>> {
  const call = await callOf(trx, holder.organisation, input.edition)
  if (call === undefined) return refused('application/unknown-call')
  const before = await liveApplication(trx, holder, call.id)
  if (before !== null) return ok({ ...before, fresh: false, takenOver: null })
  const until = await extraUntilFor(trx, holder, call.id)
  const allowed = mayStart(withExtraTime(call.times, until), now)
  if (!allowed.ok) return allowed
  // The count of the call is locked from here on: a second request of the same person waits, then finds the first.
  const rank = await nextRank(trx, holder.organisation, call.id)
  const meanwhile = await liveApplication(trx, holder, call.id)
  if (meanwhile !== null) {
    await giveBack(trx, holder.organisation, call.id)
    return ok({ ...meanwhile, fresh: false, takenOver: null })
  }
  const started = { application: newId(now), number: applicationNumber(call.programme, call.edition, rank) }
  const takenOver = await writeApplication(trx, holder, { ...started, ...input, call }, now)
  if (until !== null) await bringExtraTime(trx, holder, call.id, started.application)
  return ok({ ...started, fresh: true, takenOver })
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
    .select(sql<Date | null>`${sql.raw(RESULTS_AT)}`.as('results_at'))
    .where('c.organisation', '=', organisation)
    .where('e.slug', '=', edition)
    .where('c.published_at', 'is not', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { published_at, opens_at, deadline_at, grace_seconds, results_at, ...call } = row
  return {
    ...call,
    times: { publishedAt: published_at, opensAt: opens_at, deadlineAt: deadline_at, graceSeconds: grace_seconds, resultsAt: results_at },
  }
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

/** Extra time given to a person serves the application they begin. */
async function bringExtraTime(trx: Trx, { organisation, person }: SignedIn, call: string, application: string): Promise<void> {
  await trx
    .updateTable('extra_time')
    .set({ application })
    .where('organisation', '=', organisation)
    .where('call', '=', call)
    .where('person', '=', person.id)
    .where('recalled_at', 'is', null)
    .execute()
}

interface NewApplication extends StartInput {
  readonly application: string
  readonly number: string
  readonly call: CallRow
  /** Who acts: the holder, or somebody who writes for them. */
  readonly by: string
}

async function writeApplication(trx: Trx, viewer: SignedIn, made: NewApplication, now: Date): Promise<Started['takenOver']> {
  const { organisation, person } = viewer
  const { application, number, call, language, by } = made
  const form = await trx
    .selectFrom('form_version')
    .select(['id', 'definition'])
    .where('organisation', '=', organisation)
    .where('call', '=', call.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const first = await firstAnswers(trx, viewer, made, form.definition as FormDefinition, now)
  const done =
    first.source === 'withdrawn' ? await completeSections(trx, organisation, made, form.definition as FormDefinition, first.answers, now) : []
  const known = (from: string) => ({ by: person.id, at: now.toISOString(), from })
  const written = Object.fromEntries(Object.entries(first.origins).map(([question, from]) => [question, known(from)]))
  await trx
    .insertInto('application')
    .values({ organisation, id: application, edition: call.editionId, call: call.id, number, language, created_at: now, created_by: by })
    .execute()
  await trx.insertInto('application_member').values({ organisation, application, person: person.id, part: 'holder', joined_at: now }).execute()
  await trx
    .insertInto('draft')
    .values({
      organisation,
      application,
      form_version: form.id,
      answers: JSON.stringify(first.answers),
      written: JSON.stringify(written),
      done,
      version: 1,
      saved_at: now,
    })
    .execute()
  await carryFiles(trx, { organisation, application, by }, first.files, now)
  const details = { number, language, ...(first.source === 'known' ? { known: Object.keys(first.answers).sort() } : {}) }
  await audit(trx, { organisation, stream: application, act: 'application/started', actor: by, at: now, details })
  return first.source
}

/** Sections that what was taken back left complete: its writer has filled them in once, and need not press through them again. */
async function completeSections(
  trx: Trx,
  organisation: string,
  { call }: NewApplication,
  form: FormDefinition,
  answers: Answers,
  now: Date,
): Promise<string[]> {
  const reading = readAnswers(form, answers, await editionLists(trx, organisation, call.editionId, now))
  const isComplete = (section: Section): boolean =>
    section.questions.some(({ code }) => code in answers) && sectionFaults(section, answers, reading).length === 0
  return form.sections.filter(isComplete).map(({ code }) => code)
}

interface FirstAnswers {
  readonly answers: Answers
  /** Where an answer comes from, by question: said beside it until it is saved. */
  readonly origins: Readonly<Record<string, string>>
  readonly source: Started['takenOver']
  readonly files: readonly CarriedFile[]
}

/** What a new draft holds: nothing, the answers of the one withdrawn before, or what is known of the person. */
async function firstAnswers(
  trx: Trx,
  viewer: SignedIn,
  { begin, call, edition }: NewApplication,
  form: FormDefinition,
  now: Date,
): Promise<FirstAnswers> {
  const nothing: FirstAnswers = { answers: {}, origins: {}, source: null, files: [] }
  if (begin === 'empty') return nothing
  const before = await answersBefore(trx, viewer, call.id, form, now)
  if (Object.keys(before.answers).length > 0) return { ...before, origins: {}, source: 'withdrawn' }
  const known = begin === 'known' ? await knownOf(trx, viewer, edition, now) : null
  if (known === null) return nothing
  const pairs = <Value>(of: (one: KnownAnswer) => Value) => Object.fromEntries(known.answers.map((one) => [one.question.code, of(one)]))
  return { answers: pairs((one) => asTyped(one.question, one.answer)), origins: pairs((one) => one.from), source: 'known', files: [] }
}
