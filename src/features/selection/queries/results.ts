/** The published list, as anyone may read it: no name of a person, no score. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { ResultsView } from '../views.ts'

interface Row {
  edition: Trilingual
  published_at: Date
  hash: string
  code: string
  name: Trilingual
  mark: string
  decisions: readonly { readonly number: string; readonly title: string; readonly outcome: string; readonly rank: number | null }[] | null
}

/** Null before publication, as for an edition that does not exist. An application withdrawn since is no longer shown. */
export async function publishedResults(db: Reader, organisation: string, slug: string, language: Language): Promise<ResultsView | null> {
  const found = await sql<Row>`
    select e.name as edition, u.published_at, s.hash, r.code, r.name, r.mark,
      (select json_agg(json_build_object('number', a.number, 'title', b.title, 'outcome', d.outcome, 'rank', d.reserve_rank) order by d.reserve_rank nulls first, a.number)
        from decision d
        join application a on a.organisation = d.organisation and a.id = d.application
        join submission b on b.organisation = d.organisation and b.application = d.application
        where d.organisation = s.organisation and d.seal = s.id and d.region = r.code and d.outcome <> 'not-selected'
          and not exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application)) as decisions
    from edition e
    join selection_seal s on s.organisation = e.organisation and s.edition = e.id
    join publication u on u.organisation = s.organisation and u.seal = s.id
    join edition_region r on r.organisation = e.organisation and r.edition = e.id
    where e.organisation = ${organisation} and e.slug = ${slug}
    order by r.position`.execute(db)
  const first = found.rows[0]
  if (first === undefined) return null
  const regions = found.rows.map(({ code, name, mark, decisions }) => ({
    code,
    mark,
    name: inLanguage(name, language).text,
    selected: (decisions ?? []).filter((one) => one.outcome === 'selected').map(({ number, title }) => ({ number, title })),
    reserve: (decisions ?? []).filter((one) => one.outcome === 'reserve').map(({ number, rank }) => ({ number, rank: rank ?? 0 })),
  }))
  const count = regions.reduce((sum, one) => sum + one.selected.length, 0)
  return { edition: inLanguage(first.edition, language).text, publishedAt: first.published_at, hash: first.hash, count, regions }
}
