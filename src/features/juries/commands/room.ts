/** The room: who comes in and goes out, who tells a conflict, what a member says of the open file. */
import { comeIn, type JuryVote, say as maySay } from '../../../domain/jury.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { against, holdSession } from './held.ts'

/**
 * Marks a member as in the room or out of it: the chair or the office for anybody, a member for themselves. Refuses
 * `jury/unknown`, `…/not-allowed`, `…/not-open`, `…/closed`, and `…/must-stay-out` while a file they are in conflict with is open.
 */
export async function markPresence(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly person: string; readonly present: boolean },
  now: Date,
): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, input.session)
    const subject = held?.members.find((one) => one.person === input.person)
    if (held === null || subject === undefined) return refused('jury/unknown')
    if (!held.prepares && input.person !== viewer.person.id) return refused('jury/not-allowed')
    const { current } = held.facts
    const outcome = comeIn(held.facts, input.present && current !== null && against(held, current).includes(input.person))
    if (!outcome.ok) return outcome
    if (subject.present !== input.present) await writePresence(trx, viewer, input, now)
    return ok(null)
  })
}

async function writePresence(
  trx: Trx,
  { organisation, person }: SignedIn,
  input: { readonly session: string; readonly person: string; readonly present: boolean },
  now: Date,
): Promise<void> {
  const last = await trx
    .selectFrom('jury_presence')
    .select((of) => of.fn.max('seq').as('seq'))
    .where('organisation', '=', organisation)
    .where('session', '=', input.session)
    .where('person', '=', input.person)
    .executeTakeFirst()
  await trx
    .insertInto('jury_presence')
    .values({ organisation, ...input, seq: (last?.seq ?? 0) + 1, at: now, by: person.id })
    .execute()
  const act = input.present ? 'jury/came-in' : 'jury/went-out'
  await audit(trx, { organisation, stream: input.session, act, actor: person.id, at: now, details: { person: input.person } })
}

/**
 * Tells a conflict with a file of the agenda: from then on they are out of the room whenever it is open, and at once when
 * it is; what they said of it stays in the trail and counts no longer. Refuses `jury/unknown`, `…/not-allowed`, `…/closed`.
 */
export async function recuse(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly person: string; readonly application: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, input.session)
    const subject = held?.members.find((one) => one.person === input.person)
    if (held === null || subject === undefined || !(await isOnAgenda(trx, organisation, input))) return refused('jury/unknown')
    if (!held.prepares && input.person !== person.id) return refused('jury/not-allowed')
    if (held.facts.closed) return refused('jury/closed')
    if (against(held, input.application).includes(input.person)) return ok(null)
    await trx
      .insertInto('jury_recusal')
      .values({ organisation, ...input, declared_at: now, declared_by: person.id })
      .execute()
    await audit(trx, {
      organisation,
      stream: input.session,
      act: 'jury/recused',
      actor: person.id,
      at: now,
      details: { person: input.person, application: input.application },
    })
    if (held.facts.current === input.application && subject.present)
      await writePresence(trx, viewer, { session: input.session, person: input.person, present: false }, now)
    return ok(null)
  })
}

async function isOnAgenda(trx: Trx, organisation: string, { session, application }: { session: string; application: string }): Promise<boolean> {
  if (!isId(application)) return false
  const found = await trx
    .selectFrom('jury_item')
    .select('application')
    .where('organisation', '=', organisation)
    .where('session', '=', session)
    .where('application', '=', application)
    .executeTakeFirst()
  return found !== undefined
}

/** A vote or a note of the file that is open, the last of each member counting. Refuses what `say` of the domain does, and `jury/other-file` when another is open than was shown. */
export async function say(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly application: string; readonly vote: JuryVote | null; readonly note: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, input.session)
    if (held === null || !held.member) return refused('jury/unknown')
    const outcome = maySay(held.facts, person.id, input)
    if (!outcome.ok) return outcome
    const { discussion, current } = held.row
    if (discussion === null || current !== input.application) return refused('jury/other-file')
    const last = await trx
      .selectFrom('jury_note')
      .select((of) => of.fn.max('seq').as('seq'))
      .where('organisation', '=', organisation)
      .where('discussion', '=', discussion)
      .where('person', '=', person.id)
      .executeTakeFirst()
    const { vote, note } = input
    await trx
      .insertInto('jury_note')
      .values({ organisation, discussion, person: person.id, seq: (last?.seq ?? 0) + 1, vote, note, at: now })
      .execute()
    await audit(trx, { organisation, stream: input.session, act: 'jury/said', actor: person.id, at: now, details: { discussion, vote } })
    return ok(null)
  })
}
