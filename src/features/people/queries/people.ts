/** Everybody who holds or held a role: one statement, sorted as the reader looks names up. */
import { type RawBuilder, sql } from 'kysely'
import { fold } from '../../../domain/fold.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { maySeePeople } from '../../../domain/role.ts'
import type { Role, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { collator } from '../../../platform/words/format.ts'
import type { DeskPerson, HeldRole, PeopleFilters, PeopleList, PersonRecord } from '../desk-views.ts'

export const PAGE = 50
/** Beyond it the list asks for a search: nobody reads so many names. */
const MOST = 5000
/** As in the list of applications: words at least this long are also found in other spellings. */
const SPELT_LENGTH = 5
const SPELT_LIKENESS = 0.6
const [WRITTEN, READ] = ['qeoyw', 'kauiu'] as const

interface GrantRow {
  id: string
  role: Role
  programme: Trilingual | null
  edition: Trilingual | null
  region: Trilingual | null
  granted_at: string
  ended_at: string | null
  by_ar: string | null
  by_latin: string | null
  ended_ar: string | null
  ended_latin: string | null
}

interface Row {
  id: string
  email: string | null
  name_ar: string
  name_latin: string
  language: Language
  zone: string
  grants: GrantRow[]
}

/** A page of the list; null for whom it is not. */
export async function peopleList(db: Reader, viewer: SignedIn, filters: PeopleFilters, language: Language): Promise<PeopleList | null> {
  if (!maySeePeople(viewer)) return null
  const rows = await peopleWhere(db, viewer, matching(filters))
  const people = rows.map((row) => deskPerson(row, language))
  const has = (roles: readonly HeldRole[]): boolean => roles.some(({ role }) => filters.role === '' || role === filters.role)
  const by = { now: people.filter(({ holds }) => has(holds)), before: people.filter(({ holds, held }) => !has(holds) && has(held)) }
  const order = collator(language)
  const shown = by[filters.state].sort((one, other) => order.compare(sortedBy(one), sortedBy(other)))
  return {
    people: shown.slice((filters.page - 1) * PAGE, filters.page * PAGE),
    counts: { now: by.now.length, before: by.before.length },
    pages: Math.ceil(shown.length / PAGE),
  }
}

/** One of them; null for an unknown id, for who never held a role, and for whom the list is not. */
export async function personRecord(db: Reader, viewer: SignedIn, id: string, language: Language): Promise<PersonRecord | null> {
  if (!maySeePeople(viewer) || !isId(id)) return null
  const [row] = await peopleWhere(db, viewer, sql`p.id = ${id}`)
  if (row === undefined) return null
  return { ...deskPerson(row, language), nameAr: row.name_ar, nameLatin: row.name_latin, language: row.language }
}

async function peopleWhere(db: Reader, viewer: SignedIn, wanted: RawBuilder<unknown>): Promise<Row[]> {
  const found = await sql<Row>`
    select p.id, p.email, p.name_ar, p.name_latin, p.language, o.zone,
      json_agg(json_build_object('id', g.id, 'role', g.role, 'programme', m.name, 'edition', e.name, 'region', r.name, 'granted_at', g.granted_at, 'ended_at', g.ended_at,
        'by_ar', b.name_ar, 'by_latin', b.name_latin, 'ended_ar', x.name_ar, 'ended_latin', x.name_latin)
        order by g.ended_at desc nulls first, g.granted_at desc, g.role, e.ordinal desc, r.position, g.id) as grants
    from role_grant g
    join organisation o on o.id = g.organisation
    join person p on p.organisation = g.organisation and p.id = g.person
    left join edition e on e.organisation = g.organisation and e.id = g.edition
    left join programme m on m.organisation = g.organisation and m.id = coalesce(g.programme, e.programme)
    left join edition_region r on r.organisation = g.organisation and r.edition = g.edition and r.code = g.region
    left join person b on b.organisation = g.organisation and b.id = g.granted_by
    left join person x on x.organisation = g.organisation and x.id = g.ended_by
    where g.organisation = ${viewer.organisation} and ${wanted}
    group by p.organisation, p.id, o.zone
    order by p.id
    limit ${MOST}`.execute(db)
  return found.rows
}

/** Words of a name in any spelling, or of an address. */
function matching({ query }: PeopleFilters): RawBuilder<unknown> {
  const wanted: RawBuilder<unknown>[] = [sql`true`]
  for (const word of fold(query).split(' ').filter(Boolean).slice(0, 8)) {
    const like = sql`p.search like ${`%${word}%`} or coalesce(p.email, '') like ${`%${word}%`}`
    wanted.push(
      word.length < SPELT_LENGTH
        ? sql`(${like})`
        : sql`(${like} or word_similarity(translate(${word}, ${WRITTEN}, ${READ}), translate(p.search, ${WRITTEN}, ${READ})) >= ${SPELT_LIKENESS})`,
    )
  }
  return sql.join(wanted, sql` and `)
}

function sortedBy({ name, email }: DeskPerson): string {
  return name === '' ? (email ?? '') : name
}

function deskPerson(row: Row, language: Language): DeskPerson {
  const both = { nameAr: row.name_ar, nameLatin: row.name_latin }
  const name = nameFor(both, language)
  const roles = row.grants.map((grant) => heldRole(grant, row.zone, language))
  return {
    id: row.id,
    name,
    otherName: row.name_ar !== '' && row.name_latin !== '' ? nameFor(both, language === 'ar' ? 'fr' : 'ar') : '',
    email: row.email,
    holds: roles.filter(({ until }) => until === null),
    held: roles.filter(({ until }) => until !== null),
  }
}

function heldRole(grant: GrantRow, zone: string, language: Language): HeldRole {
  const text = (name: Trilingual | null): string | null => (name === null ? null : inLanguage(name, language).text)
  const person = (ar: string | null, latin: string | null) => (ar === null ? null : nameFor({ nameAr: ar, nameLatin: latin ?? '' }, language))
  const region = text(grant.region)
  return {
    id: grant.id,
    role: grant.role,
    place: { programme: text(grant.programme), edition: text(grant.edition), regions: region === null ? [] : [region] },
    since: dayIn(new Date(grant.granted_at), zone),
    givenBy: person(grant.by_ar, grant.by_latin),
    until: grant.ended_at === null ? null : dayIn(new Date(grant.ended_at), zone),
    endedBy: person(grant.ended_ar, grant.ended_latin),
  }
}
