/** Reading people: a person's roles in words, and the cast of the demo. */
import { sql } from 'kysely'
import { inLanguage, type Language } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { isolated } from '../../platform/isolate.ts'
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
}

/** How somebody who applied stands, those with most to see first. */
const SITUATIONS = ['project', 'selected', 'reserve', 'not-selected', 'ineligible', 'sent', 'writing'] as const
type CastSituation = (typeof SITUATIONS)[number]
/** Doors for each situation of an edition, and in all. */
const [DOORS_OF_A_KIND, MOST_HOLDERS] = [2, 18]

/** Whom a visitor of the demo can be: everyone with a role, and of those who applied a few in each situation, the newest edition first. */
export async function castOf(db: Reader, organisation: string, language: Language): Promise<CastView> {
  const t = words(language)
  const grants = await sql<CastRow>`
    select p.id, p.name_ar, p.name_latin, array_agg(distinct g.role order by g.role) as roles
    from person p join role_grant g on g.organisation = p.organisation and g.person = p.id and g.ended_at is null
    where p.organisation = ${organisation} group by p.organisation, p.id order by min(g.granted_at), p.id`.execute(db)
  const holders = await sql<CastRow & { title: string; slug: string; stands: CastSituation }>`
    with known as (
      select p.id, p.name_ar, p.name_latin, e.slug, e.ordinal, coalesce(j.title, s.title, a.number) as title, coalesce(s.submitted_at, a.created_at) as at,
        case when j.id is not null then 'project' when b.organisation is not null and d.outcome = 'selected' then 'selected'
          when b.organisation is not null and d.outcome = 'reserve' then 'reserve' when b.organisation is not null and d.outcome is not null then 'not-selected'
          when not v.eligible then 'ineligible' when s.application is not null then 'sent' else 'writing' end as stands
      from application a
      join edition e on e.organisation = a.organisation and e.id = a.edition
      join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
      join person p on p.organisation = m.organisation and p.id = m.person
      left join submission s on s.organisation = a.organisation and s.application = a.id
      left join project j on j.organisation = a.organisation and j.application = a.id
      left join decision d on d.organisation = a.organisation and d.application = a.id
      left join publication b on b.organisation = a.organisation and b.edition = a.edition
      left join lateral (select n.eligible from eligibility_decision n where n.organisation = a.organisation and n.application = a.id order by n.seq desc limit 1) v on true
      where a.organisation = ${organisation})
    select id, name_ar, name_latin, '{}'::text[] as roles, title, slug, stands
    from (select *, row_number() over (partition by ordinal, stands order by at desc, id) as place from known) k
    where place <= ${DOORS_OF_A_KIND} order by ordinal desc, array_position(${[...SITUATIONS]}::text[], stands), place limit ${MOST_HOLDERS}`.execute(
    db,
  )
  const member = (row: CastRow): CastMember => ({
    id: row.id,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    part: row.roles.map((role) => t.any(`role.${role}`)).join(' · '),
  })
  const isJury = (row: CastRow): boolean => row.roles.every((role) => role === 'reviewer')
  return {
    staff: grants.rows.filter((row) => !isJury(row)).map(member),
    jury: grants.rows.filter(isJury).slice(0, 12).map(member),
    holders: holders.rows.map((row) => ({
      ...member(row),
      part: t('demo.stands', { title: isolated(row.title, language), edition: row.slug, how: t(`demo.stands.${row.stands}`) }),
    })),
  }
}
