/** The place of a role as its names: what a mail and a refusal say. */
import { sql } from 'kysely'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { WantedRole } from '../../../domain/role.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'

export interface NamedPlace {
  /** Of the edition, when one is named. */
  readonly programme: string | null
  readonly organisationName: Trilingual
  readonly programmeName: Trilingual | null
  readonly editionName: Trilingual | null
  readonly regionNames: readonly Trilingual[]
}

interface Row {
  organisation_name: Trilingual
  programme: string | null
  programme_name: Trilingual | null
  edition: string | null
  edition_name: Trilingual | null
  regions: { code: string; name: Trilingual }[] | null
}

/** Refuses `role/unknown-place` for a programme or an edition that is not there, `role/unknown-region` for a region the edition has not. */
export async function namedPlace(trx: Trx, organisation: string, wanted: Omit<WantedRole, 'role'>): Promise<Result<NamedPlace>> {
  const { programme, edition, regions } = wanted
  if ([programme, edition].some((id) => id !== null && !isId(id))) return refused('role/unknown-place')
  const found = await sql<Row>`
    select o.name as organisation_name, p.id as programme, p.name as programme_name, e.id as edition, e.name as edition_name,
      (select json_agg(json_build_object('code', r.code, 'name', r.name) order by r.position) from edition_region r where r.organisation = e.organisation and r.edition = e.id) as regions
    from organisation o
    left join edition e on e.organisation = o.id and e.id = ${edition}::uuid
    left join programme p on p.organisation = o.id and p.id = coalesce(e.programme, ${programme}::uuid)
    where o.id = ${organisation}`.execute(trx)
  const row = found.rows[0]
  if (row === undefined || (edition !== null && row.edition === null)) return refused('role/unknown-place')
  if (programme !== null && row.programme !== programme) return refused('role/unknown-place')
  const known = row.regions ?? []
  const missing = edition === null ? [] : regions.filter((code) => !known.some((one) => one.code === code))
  if (missing[0] !== undefined) return refused('role/unknown-region', { region: missing[0], known: known.map(({ code }) => code) })
  return ok({
    programme: row.programme,
    organisationName: row.organisation_name,
    programmeName: row.programme_name,
    editionName: row.edition_name,
    regionNames: known.filter(({ code }) => regions.includes(code)).map(({ name }) => name),
  })
}
