/** Invitations of a team: those that are open, and the one a link leads to. */
import { sql } from 'kysely'
import { invitationStands, mayChangeTeam } from '../../../../domain/team.ts'
import type { InvitationFacts } from '../../../../domain/team.ts'
import type { Trilingual } from '../../../../domain/language.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { secretHash } from '../../../../platform/identity/secret.ts'
import { checkLink, signLink } from '../../../../platform/storage/private-link.ts'
import type { InvitationView, OpenInvitation } from '../views.ts'
import { RESULTS_AT } from '../../queries/results-at.ts'

/** Invitations that could still be used, the oldest first. */
export async function openInvitations(db: Reader, organisation: string, application: string, now: Date): Promise<OpenInvitation[]> {
  const found = await sql<OpenInvitation>`
    select i.id, i.address, i.once, i.invited_at as "invitedAt", i.expires_at as "expiresAt", j.joined
    from team_invitation i
    cross join lateral (select count(*)::int as joined from team_joining j where j.organisation = i.organisation and j.invitation = i.id) j
    where i.organisation = ${organisation} and i.application = ${application}
      and i.taken_back_at is null and i.expires_at > ${now} and not (i.once and j.joined > 0)
    order by i.invited_at, i.id`.execute(db)
  return found.rows
}

export interface FoundInvitation extends InvitationFacts {
  readonly id: string
  readonly application: string
}

interface FactsRow {
  id: string
  application: string
  token_hash: Buffer
  invited_at: Date
  expires_at: Date
  taken_back_at: Date | null
  once: boolean
  joined: number
}

/** A pass is what carries somebody through the door, where they sign in, and back to the invitation: whatever is kept there is no key for long. */
const PASS_SECONDS = 60 * 60
const SECRET = /^[\w-]{43}$/
const PASS = /^([0-9a-f-]{36})\.([\w-]{1,9}\.[\w-]{22})$/

/** The invitation whose secret, or whose pass, this is; null for anything else, a pass that is over included. */
export async function invitationByKey(db: Reader, organisation: string, key: string, now: Date): Promise<FoundInvitation | null> {
  const row = await rowOf(db, organisation, key, now)
  if (row === null) return null
  const { id, application, once, joined } = row
  return { id, application, once, joined, invitedAt: row.invited_at, expiresAt: row.expires_at, takenBackAt: row.taken_back_at }
}

async function rowOf(db: Reader, organisation: string, key: string, now: Date): Promise<FactsRow | null> {
  const [, id = '', link = ''] = PASS.exec(key) ?? []
  if (!SECRET.test(key) && !isId(id)) return null
  const found = await sql<FactsRow>`
    select i.id, i.application, i.token_hash, i.invited_at, i.expires_at, i.taken_back_at, i.once,
      (select count(*)::int from team_joining j where j.organisation = i.organisation and j.invitation = i.id) as joined
    from team_invitation i
    where i.organisation = ${organisation} and ${isId(id) ? sql`i.id = ${id}` : sql`i.token_hash = ${secretHash(key)}`}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  return id === '' || checkLink(row.token_hash, id, link, now) === 'valid' ? row : null
}

/** The pass of an invitation, for whoever came with its secret or with a pass: signed with what only the database holds. */
export async function passOf(db: Reader, organisation: string, key: string, now: Date): Promise<string | null> {
  const row = await rowOf(db, organisation, key, now)
  return row === null ? null : `${row.id}.${signLink(row.token_hash, row.id, now, PASS_SECONDS)}`
}

/** The application of an invitation, if the person is in its team already; else null. */
export async function memberBy(db: Reader, organisation: string, key: string, person: string, now: Date): Promise<string | null> {
  const invitation = await invitationByKey(db, organisation, key, now)
  if (invitation === null) return null
  const member = await db
    .selectFrom('application_member')
    .select('application')
    .where('organisation', '=', organisation)
    .where('application', '=', invitation.application)
    .where('person', '=', person)
    .executeTakeFirst()
  return member?.application ?? null
}

interface ViewRow {
  number: string
  call: string
  title: string
  slug: string
  name: Trilingual
  published_at: Date | null
  opens_at: Date
  deadline_at: Date
  grace_seconds: number
  results_at: Date | null
  zone: string
  submitted_at: Date | null
  withdrawn_at: Date | null
  name_ar: string
  name_latin: string
}

/** What the page of an invitation shows; null when there is none. */
export async function invitationView(db: Reader, organisation: string, key: string, now: Date): Promise<InvitationView | null> {
  const invitation = await invitationByKey(db, organisation, key, now)
  if (invitation === null) return null
  const found = await sql<ViewRow>`
    select a.number, a.call, coalesce(s.title, d.answers->>'project_title', '') as title, e.slug, e.name, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, c.zone, ${sql.raw(RESULTS_AT)} as results_at,
      s.submitted_at, w.withdrawn_at, p.name_ar, p.name_latin
    from team_invitation i
    join application a on a.organisation = i.organisation and a.id = i.application
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join call c on c.organisation = a.organisation and c.id = a.call
    join person p on p.organisation = i.organisation and p.id = i.invited_by
    left join draft d on d.organisation = a.organisation and d.application = a.id
    left join submission s on s.organisation = a.organisation and s.application = a.id
    left join withdrawal w on w.organisation = a.organisation and w.application = a.id
    where i.organisation = ${organisation} and i.id = ${invitation.id}`.execute(db)
  const row = found.rows[0] as ViewRow
  const times = {
    publishedAt: row.published_at,
    opensAt: row.opens_at,
    deadlineAt: row.deadline_at,
    graceSeconds: row.grace_seconds,
    resultsAt: row.results_at,
  }
  const changes = mayChangeTeam({ call: times, submittedAt: row.submitted_at, withdrawnAt: row.withdrawn_at }, now)
  const stands = changes.ok ? invitationStands(invitation, now) : changes
  return {
    number: row.number,
    title: row.title,
    edition: { slug: row.slug, name: row.name },
    call: { id: row.call, deadlineAt: row.deadline_at, zone: row.zone },
    inviter: { nameAr: row.name_ar, nameLatin: row.name_latin },
    expiresAt: invitation.expiresAt,
    refusal: stands.ok ? null : stands,
  }
}
