/** Reading a call: for anyone once it is public, and for the desk. */
import { sql } from 'kysely'
import { mayAnswer, type PublishedAnswer } from '../../domain/call-question.ts'
import { callState } from '../../domain/call.ts'
import { type CalendarEntry, type EditionFile, mayBuildEditions, mayReadEdition, mayWriteEdition } from '../../domain/edition.ts'
import { completeness } from '../../domain/edition-texts.ts'
import type { Language } from '../../domain/language.ts'
import { scopeOf } from '../../domain/scope.ts'
import { type Place, STAFF, type Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { isId } from '../../platform/database/id.ts'
import { dayIn, daysLeft, promisedInstant } from '../../platform/time/time.ts'
import { type EditionView, editionContent, publicEdition } from '../programme/index.ts'
import { draftHolders } from './commands/locked-call.ts'
import { promisedText } from './pages/deadline.tsx'
import { buildersOf } from './queries/builders.ts'
import type { AlertView, AskedQuestion, CallClosing, CallExtension, CallView, DeadlineView, SettingsView } from './views.ts'

/** The public call of an edition at `now`; null when there is none, or not yet. */
export async function callView(db: Reader, organisation: string, slug: string, now: Date): Promise<CallView | null> {
  const found = await publicEdition(db, organisation, slug, now)
  if (found === null) return null
  const { call } = found.content
  const today = dayIn(now, call.zone)
  return {
    ...found,
    home: `/calls/${slug}`,
    preview: false,
    answers: await publishedAnswers(db, organisation, found.edition.id),
    extensions: await extensionsOf(db, organisation, found.edition.id),
    closing: await closingOf(db, organisation, found.edition.id),
    state: callState(found.times, now),
    today,
    daysLeft: call.deadline === null ? null : daysLeft(today, call.deadline.slice(0, 10)),
    reading: call.deadline === null ? nextReading(found.content.calendar, today) : null,
    sessions: sessionsIn(call.sessions).filter(({ at }) => isAhead(at, call.zone, now)),
  }
}

/** Dates of the calendar on which what has arrived is read have a code that begins so. */
const READING = /^reading/i

/** The next of them, where there is one. */
export function nextReading(calendar: readonly CalendarEntry[], today: string): CalendarEntry | null {
  return calendar.find((entry) => READING.test(entry.code) && entry.to >= today) ?? null
}

/** Sessions by their time, each with its place in the edition. */
export function sessionsIn(sessions: EditionFile['call']['sessions']): CallView['sessions'] {
  return sessions.map((session, place) => ({ ...session, number: place + 1 })).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function isAhead(wall: string, zone: string, now: Date): boolean {
  const promised = promisedInstant({ wall, zone })
  return promised.ok && promised.instant > now
}

/** The configuration of an edition, for who has a place at its desk; whoever serves some of its regions reads it without its money. */
export async function settingsOf(db: Reader, viewer: Viewer, edition: EditionView, now: Date): Promise<SettingsView | null> {
  const scope = scopeOf(viewer, STAFF, edition.place)
  if (scope !== 'all' && scope.length === 0) return null
  const [content, call] = await Promise.all([
    editionContent(db, viewer.organisation, edition.id),
    db
      .selectFrom('call')
      .select(['published_at', 'opens_at', 'deadline_at', 'grace_seconds'])
      .where('organisation', '=', viewer.organisation)
      .where('edition', '=', edition.id)
      .executeTakeFirst(),
  ])
  if (content === null || call === undefined) return null
  const whole = mayReadEdition(viewer, edition.place)
  const mayPublish = mayBuildEditions(viewer, edition.place.programme)
  const times = { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }
  return {
    content: whole ? content : { ...content, budgetLines: [] },
    state: callState(times, now),
    times,
    opensAt: call.opens_at,
    deadlineAt: call.deadline_at,
    completeness: completeness(content),
    questions: content.form.sections.reduce((sum, section) => sum + section.questions.length, 0),
    whole,
    writable: mayWriteEdition(viewer, edition.place.programme, edition.place.edition),
    mayPublish,
    builders: mayPublish ? [] : await buildersOf(db, viewer, edition.place),
  }
}

/** What putting the deadline of a call off begins from, or giving it one; null when there is no such call. */
export async function deadlineView(db: Reader, organisation: string, slug: string, language: Language): Promise<DeadlineView | null> {
  const call = await db
    .selectFrom('call as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .select(['c.id', 'c.edition', 'c.published_at', 'c.opens_at', 'c.deadline_at', 'c.deadline_wall', 'c.grace_seconds', 'c.zone'])
    .where('c.organisation', '=', organisation)
    .where('e.slug', '=', slug)
    .executeTakeFirst()
  if (call === undefined) return null
  const { deadline_at: instant, zone } = call
  const wall = call.deadline_wall?.slice(0, 16).replace(' ', 'T') ?? null
  const [extensions, holders] = await Promise.all([extensionsOf(db, organisation, call.edition), draftHolders(db, organisation, call.id)])
  return {
    deadline: wall === null || instant === null ? null : promisedText({ language, wall, instant, zone }),
    wall,
    zone,
    times: { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: instant, graceSeconds: call.grace_seconds },
    before: extensions.length,
    holders: holders.length,
  }
}

/** Each time the deadline was put off, in order. */
export async function extensionsOf(db: Reader, organisation: string, edition: string): Promise<readonly CallExtension[]> {
  const rows = await db
    .selectFrom('call_extension as x')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'x.organisation').onRef('c.id', '=', 'x.call'))
    .select(['x.from_wall', 'x.from_at', 'x.reason', 'x.decided_at'])
    .where('x.organisation', '=', organisation)
    .where('c.edition', '=', edition)
    .orderBy('x.seq')
    .execute()
  return rows.map((row) => ({ wall: row.from_wall.slice(0, 16).replace(' ', 'T'), at: row.from_at, reason: row.reason, decidedAt: row.decided_at }))
}

/** The announcement that a call without a deadline closes; null for any other. */
async function closingOf(db: Reader, organisation: string, edition: string): Promise<CallClosing | null> {
  const row = await db
    .selectFrom('call_closing as x')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'x.organisation').onRef('c.id', '=', 'x.call'))
    .select(['x.reason', 'x.decided_at as decidedAt'])
    .where('x.organisation', '=', organisation)
    .where('c.edition', '=', edition)
    .executeTakeFirst()
  return row ?? null
}

/** Questions of visitors with the answers everybody reads, in the order in which they were answered. */
async function publishedAnswers(db: Reader, organisation: string, edition: string): Promise<readonly PublishedAnswer[]> {
  const rows = await db
    .selectFrom('call_question as q')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'q.organisation').onRef('c.id', '=', 'q.call'))
    .select('q.published')
    .where('q.organisation', '=', organisation)
    .where('c.edition', '=', edition)
    .where('q.published', 'is not', null)
    .orderBy('q.answered_at')
    .execute()
  return rows.map(({ published }) => published as unknown as PublishedAnswer)
}

/** What visitors asked about the call of an edition: those that wait first, the oldest of them on top. Empty for who does not answer. */
export async function questionsOf(db: Reader, viewer: Viewer, place: Place): Promise<readonly AskedQuestion[]> {
  if (!mayAnswer(viewer, place)) return []
  const rows = await db
    .selectFrom('call_question as q')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'q.organisation').onRef('c.id', '=', 'q.call'))
    .select(['q.id', 'q.asked_at', 'q.address', 'q.language', 'q.question', 'q.answered_at', 'q.answer', 'q.published'])
    .where('q.organisation', '=', viewer.organisation)
    .where('c.edition', '=', place.edition)
    .orderBy(sql`q.answered_at is not null`)
    .orderBy('q.asked_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    address: row.address,
    language: row.language,
    question: row.question,
    answeredAt: row.answered_at,
    answer: row.answer,
    published: row.published !== null,
  }))
}

/** An alert by the id its mails hold; null when there is none, or no more. */
export async function alertView(db: Reader, organisation: string, id: string): Promise<AlertView | null> {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('call_alert as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation')
    .leftJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'a.organisation').onRef('p.id', '=', 'a.programme'))
    .select(['a.id', 'a.confirmed_at', 'o.name as house', 'p.name as programme'])
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, name: row.programme ?? row.house, confirmed: row.confirmed_at !== null }
}
