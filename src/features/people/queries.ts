/** Reading people: a person's roles in words, and the cast of the demo. */
import { sql } from 'kysely'
import { inLanguage, type Language } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { CastMember, CastView } from './pages/cast.tsx'
import { words } from './words/index.ts'

/** The viewer's roles, each with the place it holds in. */
export async function rolesOf(
  db: Reader,
  viewer: SignedIn,
  language: Language,
): Promise<{ role: string; place: string | null; edition: string | null }[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .leftJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'g.organisation').onRef('e.id', '=', 'g.edition'))
    .leftJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.programme'))
    .select(['g.role', 'e.name as edition', 'e.slug', 'p.name as programme'])
    .where('g.organisation', '=', viewer.organisation)
    .where('g.person', '=', viewer.person.id)
    .where('g.ended_at', 'is', null)
    .orderBy('e.ordinal', 'desc')
    .orderBy('g.role')
    .execute()
  return rows.map((row) => {
    const place = row.edition ?? row.programme
    return { role: row.role, place: place === null ? null : inLanguage(place, language).text, edition: row.slug }
  })
}

interface CastRow {
  id: string
  name_ar: string
  name_latin: string
  roles: string[]
  projects: string | null
}

/** Whom a visitor of the demo can be: everyone with a role, and a dozen applicants and holders of the newest edition. */
export async function castOf(db: Reader, organisation: string, language: Language): Promise<CastView> {
  const t = words(language)
  const grants = await sql<CastRow>`
    select p.id, p.name_ar, p.name_latin, array_agg(distinct g.role order by g.role) as roles, null as projects
    from person p join role_grant g on g.organisation = p.organisation and g.person = p.id and g.ended_at is null
    where p.organisation = ${organisation} group by p.organisation, p.id order by min(g.granted_at), p.id`.execute(db)
  const holders = await sql<CastRow>`
    select p.id, p.name_ar, p.name_latin, '{}'::text[] as roles, coalesce(j.title, s.title) as projects
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
    join person p on p.organisation = m.organisation and p.id = m.person
    left join project j on j.organisation = a.organisation and j.application = a.id
    where s.organisation = ${organisation}
    order by (j.id is not null) desc, s.submitted_at desc limit 12`.execute(db)
  const member = (row: CastRow): CastMember => ({
    id: row.id,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    part: row.projects ?? row.roles.map((role) => t.any(`role.${role}`)).join(' · '),
  })
  const isJury = (row: CastRow): boolean => row.roles.every((role) => role === 'reviewer')
  return {
    staff: grants.rows.filter((row) => !isJury(row)).map(member),
    jury: grants.rows.filter(isJury).slice(0, 12).map(member),
    holders: holders.rows.map(member),
  }
}
