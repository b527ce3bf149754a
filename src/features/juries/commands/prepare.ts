/** Preparing a session: its date and place, its members, its agenda. */
import { sql } from 'kysely'
import { numberFrom } from '../../../domain/application.ts'
import { type JuryGround, mayPrepareJury } from '../../../domain/jury.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { invitationMail } from '../mails.ts'
import { agendaOf, fileByNumber, invitable } from '../queries/agenda.ts'
import { writeMessage } from '../../messages/index.ts'
import { holdSession } from './held.ts'

export interface SessionTerms {
  readonly beginsAt: Date
  readonly place: string
  readonly quorum: number
  /** Ids of people: reviewers of the edition, or those who work with it. */
  readonly members: readonly string[]
}

/** Plans a session and invites its members by mail. Refuses `jury/not-allowed`, `…/no-member`, `…/quorum-too-high`. */
export async function planSession(
  db: Database,
  viewer: SignedIn,
  place: Place,
  terms: SessionTerms,
  origin: string,
  now: Date,
): Promise<Result<{ session: string }>> {
  if (!mayPrepareJury(viewer, place)) return refused('jury/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const known = (await invitable(trx, organisation, place, person.language)).filter((one) => terms.members.includes(one.person))
    if (known.length === 0) return refused('jury/no-member')
    if (terms.quorum > known.length) return refused('jury/quorum-too-high', { members: known.length })
    const session = newId(now)
    await trx
      .insertInto('jury_session')
      .values({
        organisation,
        id: session,
        edition: place.edition,
        begins_at: terms.beginsAt,
        place: terms.place,
        quorum: terms.quorum,
        planned_at: now,
        planned_by: person.id,
      })
      .execute()
    const rows = known.map((one) => ({ organisation, session, person: one.person, invited_at: now, invited_by: person.id }))
    await trx.insertInto('jury_member').values(rows).execute()
    await invite(trx, organisation, session, terms.members, origin, now)
    await audit(trx, {
      organisation,
      stream: session,
      act: 'jury/planned',
      actor: person.id,
      at: now,
      details: { edition: place.edition, members: known.map((one) => one.person) },
    })
    return ok({ session })
  })
}

interface Invited {
  person: string
  email: string | null
  language: 'ar' | 'fr' | 'en'
  begins_at: Date
  place: string
  zone: string
}

async function invite(trx: Trx, organisation: string, session: string, people: readonly string[], origin: string, now: Date): Promise<void> {
  const found = await sql<Invited>`
    select m.person, p.email, p.language, s.begins_at, s.place, o.zone from jury_member m
    join jury_session s on s.organisation = m.organisation and s.id = m.session
    join person p on p.organisation = m.organisation and p.id = m.person join organisation o on o.id = m.organisation
    where m.organisation = ${organisation} and m.session = ${session} and m.person = any(${people.filter(isId)}::uuid[]) and p.email is not null order by m.person`.execute(
    trx,
  )
  for (const { person, email, language, begins_at, place, zone } of found.rows)
    if (email !== null)
      await writeMessage(
        trx,
        {
          organisation,
          person,
          address: email,
          language,
          object: session,
          ...invitationMail({ session, at: begins_at, place, zone, language }, origin),
        },
        now,
      )
}

/** Invites more members to a session that is not closed. Refuses `jury/unknown`, `…/not-allowed`, `…/closed`, `…/no-member` when none of them can be, or all are members already. */
export async function inviteMembers(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly members: readonly string[] },
  origin: string,
  now: Date,
): Promise<Result<{ added: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, input.session)
    if (held === null) return refused('jury/unknown')
    if (!held.prepares) return refused('jury/not-allowed')
    if (held.facts.closed) return refused('jury/closed')
    const there = new Set(held.members.map((one) => one.person))
    const known = (await invitable(trx, organisation, held.place, person.language)).map((one) => one.person)
    const added = known.filter((one) => input.members.includes(one) && !there.has(one))
    if (added.length === 0) return refused('jury/no-member')
    const rows = added.map((one) => ({ organisation, session: input.session, person: one, invited_at: now, invited_by: person.id }))
    await trx.insertInto('jury_member').values(rows).execute()
    await invite(trx, organisation, input.session, added, origin, now)
    await audit(trx, { organisation, stream: input.session, act: 'jury/members-added', actor: person.id, at: now, details: { members: added } })
    return ok({ added: added.length })
  })
}

export interface AgendaInput {
  readonly session: string
  readonly ground: JuryGround
  /** Code of a region where the ground is `region`; number of an application where it is `hand`. */
  readonly which: string
}

/** Puts files on the agenda, after those that are there. Refuses `jury/unknown`, `…/not-allowed`, `…/closed`, `…/nothing-to-add`; of a number `…/no-number`, `…/no-such-file`, `…/file-there`, `…/file-withdrawn`. */
export async function addToAgenda(db: Database, viewer: SignedIn, input: AgendaInput, now: Date): Promise<Result<{ added: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, input.session)
    if (held === null) return refused('jury/unknown')
    if (!held.prepares) return refused('jury/not-allowed')
    if (held.facts.closed) return refused('jury/closed')
    const { edition } = held.place
    const found = await filesAsked(trx, viewer, held.place, input)
    if (!found.ok) return found
    const files = found.value
    const last = await lastPosition(trx, organisation, input.session)
    const rows = files.map((application, at) => ({
      organisation,
      edition,
      session: input.session,
      application,
      position: last + at + 1,
      ground: input.ground,
      added_at: now,
      added_by: person.id,
    }))
    await trx.insertInto('jury_item').values(rows).execute()
    await audit(trx, {
      organisation,
      stream: input.session,
      act: 'jury/agenda-added',
      actor: person.id,
      at: now,
      details: { ground: input.ground, files: files.length },
    })
    return ok({ added: files.length })
  })
}

async function filesAsked(trx: Trx, viewer: SignedIn, place: Place, { session, ground, which }: AgendaInput): Promise<Result<readonly string[]>> {
  if (ground !== 'hand') {
    const files = await agendaOf(trx, viewer, place, session, ground, which)
    return files.length === 0 ? refused('jury/nothing-to-add') : ok(files)
  }
  const number = numberFrom(which)
  if (number === '') return refused('jury/no-number')
  const file = await fileByNumber(trx, viewer.organisation, place.edition, session, number)
  if (file === null) return refused('jury/no-such-file', { number })
  if (file.there) return refused('jury/file-there', { number })
  return file.withdrawn ? refused('jury/file-withdrawn', { number }) : ok([file.application])
}

async function lastPosition(trx: Trx, organisation: string, session: string): Promise<number> {
  const found = await sql<{
    last: number
  }>`select coalesce(max(position), 0) as last from jury_item where organisation = ${organisation} and session = ${session}`.execute(trx)
  return found.rows[0]?.last ?? 0
}

/** Moves a file one place up or down the agenda. Refuses `jury/unknown`, `…/not-allowed`, `…/closed`. */
export async function moveOnAgenda(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly application: string; readonly up: boolean },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, input.session)
    if (held === null || !isId(input.application)) return refused('jury/unknown')
    if (!held.prepares) return refused('jury/not-allowed')
    if (held.facts.closed) return refused('jury/closed')
    const rows = await trx
      .selectFrom('jury_item')
      .select('application')
      .where('organisation', '=', organisation)
      .where('session', '=', input.session)
      .orderBy('position')
      .orderBy('application')
      .execute()
    const order = rows.map((row) => row.application)
    const at = order.indexOf(input.application)
    if (at < 0) return refused('jury/unknown')
    const other = at + (input.up ? -1 : 1)
    const [one, two] = [order[at], order[other]]
    if (one === undefined || two === undefined) return ok(null)
    order[at] = two
    order[other] = one
    await sql`update jury_item i set position = o.place from unnest(${order}::uuid[]) with ordinality o(application, place)
      where i.organisation = ${organisation} and i.session = ${input.session} and i.application = o.application`.execute(trx)
    await audit(trx, { organisation, stream: input.session, act: 'jury/agenda-moved', actor: person.id, at: now, details: input })
    return ok(null)
  })
}
