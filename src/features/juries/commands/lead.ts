/** Leading a session: opening it and its files, noting what is decided, closing it with its minutes. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../domain/application.ts'
import { close, decide as mayDecide, type JuryOutcome, mustLeave, openFile as mayOpen } from '../../../domain/jury.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Refused, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { leftOver } from '../queries/left-over.ts'
import { recordOf } from '../queries/record.ts'
import { against, type HeldSession, holdSession } from './held.ts'

/** The session, if the viewer leads it. */
async function led(trx: Trx, viewer: SignedIn, session: string, language?: Language): Promise<HeldSession | Refused> {
  const held = await holdSession(trx, viewer, session, language)
  if (held === null) return refused('jury/unknown')
  return held.leads ? held : refused('jury/not-allowed')
}

const isRefused = (one: HeldSession | Refused): one is Refused => 'code' in one

/** Opens the session. Refuses `jury/unknown`, `…/not-allowed`, `…/closed`. */
export async function openSession(db: Database, viewer: SignedIn, session: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await led(trx, viewer, session)
    if (isRefused(held)) return held
    if (held.facts.closed) return refused('jury/closed')
    if (held.facts.opened) return ok(null)
    await trx
      .updateTable('jury_session')
      .set({ opened_at: now, opened_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', session)
      .execute()
    await audit(trx, { organisation, stream: session, act: 'jury/opened', actor: person.id, at: now, details: {} })
    return ok(null)
  })
}

/** Opens a file of the agenda. Refuses what `openFile` of the domain does; `jury/must-leave` names who has to leave the room first. */
export async function openFile(
  db: Database,
  viewer: SignedIn,
  {
    session,
    application,
    language,
  }: { readonly session: string; readonly application: string /** In which names are told. */; readonly language: Language },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await led(trx, viewer, session, language)
    if (isRefused(held)) return held
    const item = isId(application)
      ? await trx
          .selectFrom('jury_item')
          .select('application')
          .where('organisation', '=', organisation)
          .where('session', '=', session)
          .where('application', '=', application)
          .executeTakeFirst()
      : undefined
    if (item === undefined) return refused('jury/unknown')
    const inConflict = against(held, application)
    const outcome = mayOpen(held.facts, inConflict)
    if (!outcome.ok) return outcome.code === 'jury/must-leave' ? refused('jury/must-leave', { names: namesOf(held, inConflict) }) : outcome
    const row = { organisation, id: newId(now), session, application, opened_at: now, opened_by: person.id }
    await trx
      .insertInto('jury_discussion')
      .values({ ...row, present: [...held.facts.present], recused: [...inConflict] })
      .execute()
    const details = { application, present: held.facts.present, recused: inConflict }
    await audit(trx, { organisation, stream: session, act: 'jury/file-opened', actor: person.id, at: now, details })
    return ok(null)
  })
}

function namesOf({ members, facts }: HeldSession, inConflict: readonly string[]): string {
  const leaving = new Set(mustLeave(facts.present, inConflict))
  return members
    .filter((one) => leaving.has(one.person))
    .map((one) => one.name)
    .join(' · ')
}

/** Notes what is decided of the open file and closes it; no score changes by it. Refuses what `decide` of the domain does, and `jury/other-file`. */
export async function decide(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly application: string; readonly outcome: JuryOutcome; readonly note: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await led(trx, viewer, input.session)
    if (isRefused(held)) return held
    const outcome = mayDecide(held.facts, input.outcome, input.note)
    if (!outcome.ok) return outcome
    const { discussion, current } = held.row
    if (discussion === null || current !== input.application) return refused('jury/other-file')
    await trx
      .updateTable('jury_discussion')
      .set({ ended_at: now, ended_by: person.id, outcome: input.outcome, note: input.note })
      .where('organisation', '=', organisation)
      .where('id', '=', discussion)
      .execute()
    const details = { application: input.application, outcome: input.outcome, discussion }
    await audit(trx, { organisation, stream: input.session, act: 'jury/decided', actor: person.id, at: now, details })
    return ok(null)
  })
}

/** Closes the session: its minutes become one record, whose hash stands in the trail. Refuses what `close` of the domain does. */
export async function closeSession(
  db: Database,
  viewer: SignedIn,
  { session, leaving }: { readonly session: string /** Files of the agenda that were never opened are left so. */; readonly leaving: boolean },
  now: Date,
): Promise<Result<{ hash: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await led(trx, viewer, session)
    if (isRefused(held)) return held
    const { notOpened } = await leftOver(trx, organisation, session)
    const outcome = close(held.facts, { notOpened: notOpened.length, leaving })
    if (!outcome.ok) return outcome
    const record = canonicalJson(await recordOf(trx, organisation, held.row, now))
    const hash = createHash('sha256').update(record, 'utf8').digest('hex')
    await trx
      .updateTable('jury_session')
      .set({ closed_at: now, closed_by: person.id, record, hash })
      .where('organisation', '=', organisation)
      .where('id', '=', session)
      .execute()
    await audit(trx, { organisation, stream: session, act: 'jury/closed', actor: person.id, at: now, details: { hash } })
    return ok({ hash })
  })
}
