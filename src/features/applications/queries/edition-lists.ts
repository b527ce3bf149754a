import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { EditionLists } from '../views.ts'

/**
 * The lists of an edition that its questions draw from, each in its order, by one statement. `at` is when the answers were
 * sent or are looked at: ages are counted on that day where the call names none.
 */
export async function editionLists(db: Reader, organisation: string, edition: string, at: Date): Promise<EditionLists> {
  const found = await sql<EditionLists>`
    select e.currency, (select coalesce(c.age_on, (${at}::timestamptz at time zone c.zone)::date)::text from call c where c.organisation = e.organisation and c.edition = e.id order by c.id limit 1) as "ageOn",
      coalesce((select json_agg(json_build_object('code', r.code, 'iso', r.iso, 'name', r.name, 'mark', r.mark) order by r.position)
        from edition_region r where r.organisation = e.organisation and r.edition = e.id), '[]') as regions,
      coalesce((select json_agg(json_build_object('code', s.code, 'name', s.name) order by s.position)
        from edition_sector s where s.organisation = e.organisation and s.edition = e.id), '[]') as sectors,
      coalesce((select json_agg(json_build_object('code', k.code, 'name', k.name, 'structure', k.structure) order by k.position)
        from applicant_kind k where k.organisation = e.organisation and k.edition = e.id), '[]') as kinds,
      coalesce((select json_agg(json_build_object('code', n.code, 'name', n.name, 'summary', n.summary, 'places', n.places, 'ceiling', trim_scale(n.ceiling)::text) order by n.position)
        from edition_strand n where n.organisation = e.organisation and n.edition = e.id), '[]') as strands
    from edition e where e.organisation = ${organisation} and e.id = ${edition}`.execute(db)
  return found.rows[0] as EditionLists
}
