/** What is left of the envelopes of strands: seed funds promised to their projects are taken from them, what is released goes back. */
import { sql } from 'kysely'
import type { StrandFacts } from '../../../domain/award.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader, Trx } from '../../../platform/database/database.ts'

interface Row {
  code: string
  name: Trilingual
  ceiling: string | null
  remaining: string | null
  projects: number
}

/** The strands of some projects of an edition, in their order, with how many of these are of each. */
export async function strandFacts(
  db: Reader,
  organisation: string,
  edition: string,
  projects: readonly string[],
  language: Language,
): Promise<(StrandFacts & { readonly projects: number })[]> {
  const found = await sql<Row>`
    select t.code, t.name, t.ceiling::text, count(*)::int as projects,
      (t.envelope - (select coalesce(sum(i.amount), 0) from award w
        join instalment i on i.organisation = w.organisation and i.award = w.id and i.released_at is null
        join project o on o.organisation = w.organisation and o.id = w.project
        join submission q on q.organisation = o.organisation and q.application = o.application
        where w.organisation = t.organisation and w.edition = t.edition and w.kind = 'seed' and q.strand = t.code))::text as remaining
    from project j
    join submission s on s.organisation = j.organisation and s.application = j.application
    join edition_strand t on t.organisation = j.organisation and t.edition = j.edition and t.code = s.strand
    where j.organisation = ${organisation} and j.edition = ${edition} and j.id = any(${[...projects]}::uuid[])
    group by t.organisation, t.edition, t.code order by t.position, t.code`.execute(db)
  return found.rows.map(({ name, ...row }) => ({ ...row, name: inLanguage(name, language).text }))
}

/** Awards of one envelope come one after the other, from whatever lines they are. */
export async function lockStrands(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx
    .selectFrom('edition_strand')
    .select('code')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('code')
    .forUpdate()
    .execute()
}
