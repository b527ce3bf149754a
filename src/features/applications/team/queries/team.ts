/** A team as its members see it. */
import type { Part } from '../../../../domain/application.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { recordOf } from '../../queries/record.ts'
import type { TeamMember, TeamView } from '../views.ts'
import { openInvitations } from './invitations.ts'

/** Who writes an application: its holder first, then in the order they joined. Says nothing about who may see it. */
export async function teamOf(db: Reader, organisation: string, application: string): Promise<TeamMember[]> {
  const rows = await db
    .selectFrom('application_member as m')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['p.id', 'm.part', 'p.name_ar as nameAr', 'p.name_latin as nameLatin', 'm.joined_at as joinedAt'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', application)
    .orderBy('m.part')
    .orderBy('m.joined_at')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, part: row.part as Part }))
}

/** The page of the team; null for who is not in it. */
export async function teamView(db: Reader, viewer: SignedIn, application: string, now: Date): Promise<TeamView | null> {
  const record = await recordOf(db, viewer, application)
  if (record === null) return null
  const { organisation, person } = viewer
  const holds = record.head.membership === 'holder'
  const [members, invitations, offer] = await Promise.all([
    teamOf(db, organisation, application),
    holds ? openInvitations(db, organisation, application, now) : [],
    db
      .selectFrom('holder_offer')
      .select('member')
      .where('organisation', '=', organisation)
      .where('application', '=', application)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  ])
  return { ...record.head, members, viewer: person.id, invitations, asked: offer?.member ?? null }
}
