/** Where roles can be given, for the form: one statement. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { RolePlaces } from '../desk-views.ts'

interface Row {
  id: string
  name: Trilingual
  editions: { id: string; name: Trilingual; regions: { code: string; name: Trilingual }[] | null }[] | null
}

export async function rolePlaces(db: Reader, organisation: string, language: Language): Promise<RolePlaces> {
  const found = await sql<Row>`
    select p.id, p.name, (
      select json_agg(json_build_object('id', e.id, 'name', e.name, 'regions', (
        select json_agg(json_build_object('code', r.code, 'name', r.name) order by r.position)
        from edition_region r where r.organisation = e.organisation and r.edition = e.id)) order by e.ordinal desc)
      from edition e where e.organisation = p.organisation and e.programme = p.id) as editions
    from programme p where p.organisation = ${organisation} order by p.created_at, p.slug`.execute(db)
  const text = (name: Trilingual): string => inLanguage(name, language).text
  const regions = new Map<string, string>()
  // Editions share most of their regions: each is offered once, under the name of the newest edition that has it.
  for (const { editions } of found.rows)
    for (const edition of editions ?? []) for (const { code, name } of edition.regions ?? []) if (!regions.has(code)) regions.set(code, text(name))
  return {
    programmes: found.rows.map(({ id, name, editions }) => ({
      id,
      name: text(name),
      editions: (editions ?? []).map((edition) => ({ id: edition.id, name: text(edition.name) })),
    })),
    regions: [...regions].map(([code, name]) => ({ code, name })),
  }
}
