/** A team while it changes: everybody else who changes it, writes or sends waits. */
import { sql } from 'kysely'
import type { ApplicationFacts, Membership, Part } from '../../../../domain/application.ts'
import type { Language, Trilingual } from '../../../../domain/language.ts'
import type { PersonName } from '../../../../domain/person.ts'
import type { Trx } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { RESULTS_AT } from '../../queries/results-at.ts'

export interface HeldMember extends PersonName {
  readonly id: string
  readonly part: Part
  readonly email: string | null
  readonly language: Language
  readonly joinedAt: Date
}

export interface HeldTeam {
  readonly application: string
  readonly number: string
  readonly call: string
  readonly edition: Trilingual
  /** Title of the project as last written; empty while there is none. */
  readonly title: string
  readonly zone: string
  readonly facts: ApplicationFacts
  /** What the person who acts is in it. */
  readonly membership: Membership
  /** The holder first. */
  readonly members: readonly HeldMember[]
  /** The holder's part, while it is offered to a member. */
  readonly offer: { readonly id: string; readonly member: string } | null
}

interface Row {
  number: string
  call: string
  edition: Trilingual
  title: string
  zone: string
  published_at: Date | null
  opens_at: Date
  deadline_at: Date
  grace_seconds: number
  results_at: Date | null
  submitted_at: Date | null
  withdrawn_at: Date | null
}

/** Locks an application and reads its team; null when there is no such application. */
export async function holdTeam(trx: Trx, organisation: string, application: string, person: string): Promise<HeldTeam | null> {
  if (!isId(application)) return null
  await sql`select from application where organisation = ${organisation} and id = ${application} for no key update`.execute(trx)
  // Sending takes the draft away: whoever changes the team meanwhile waits for it here, and reads below that it was sent.
  await sql`select from draft where organisation = ${organisation} and application = ${application} for update`.execute(trx)
  const found = await sql<Row>`
    select a.number, a.call, e.name as edition, coalesce(d.answers->>'project_title', '') as title, c.zone, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, ${sql.raw(RESULTS_AT)} as results_at,
      s.submitted_at, w.withdrawn_at
    from application a
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join call c on c.organisation = a.organisation and c.id = a.call
    left join draft d on d.organisation = a.organisation and d.application = a.id
    left join submission s on s.organisation = a.organisation and s.application = a.id
    left join withdrawal w on w.organisation = a.organisation and w.application = a.id
    where a.organisation = ${organisation} and a.id = ${application}`.execute(trx)
  const row = found.rows[0]
  if (row === undefined) return null
  const members = await membersOf(trx, organisation, application)
  const { number, call, edition, title, zone } = row
  return {
    application,
    number,
    call,
    edition,
    title,
    zone,
    facts: {
      call: {
        publishedAt: row.published_at,
        opensAt: row.opens_at,
        deadlineAt: row.deadline_at,
        graceSeconds: row.grace_seconds,
        resultsAt: row.results_at,
      },
      submittedAt: row.submitted_at,
      withdrawnAt: row.withdrawn_at,
    },
    membership: members.find((member) => member.id === person)?.part ?? null,
    members,
    offer: await openOffer(trx, organisation, application),
  }
}

async function membersOf(trx: Trx, organisation: string, application: string): Promise<HeldMember[]> {
  const rows = await trx
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['p.id', 'm.part', 'p.email', 'p.language', 'p.name_ar as nameAr', 'p.name_latin as nameLatin', 'm.joined_at as joinedAt'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .orderBy('m.part')
    .orderBy('m.joined_at')
    .execute()
  return rows.map((row) => ({ ...row, part: row.part as Part }))
}

async function openOffer(trx: Trx, organisation: string, application: string): Promise<HeldTeam['offer']> {
  const row = await trx
    .selectFrom('holder_offer')
    .select(['id', 'member'])
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The holder, to write to. */
export function holderIn(team: HeldTeam): HeldMember {
  const holder = team.members.find((member) => member.part === 'holder')
  if (holder === undefined) throw new Error('An application has a holder.')
  return holder
}
