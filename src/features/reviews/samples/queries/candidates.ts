/** Applications of past editions that may be samples: their selection is public, they were not withdrawn. */
import { type RawBuilder, sql } from 'kysely'
import type { Language, Trilingual } from '../../../../domain/language.ts'
import { mayArrangeReviews, mayReadReviews } from '../../../../domain/review.ts'
import { searchWords } from '../../../../domain/search.ts'
import type { Place, Viewer } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import type { SampleCandidate } from '../views.ts'

export const CANDIDATES_SHOWN = 12

interface CandidateRow {
  application: string
  number: string
  title: string
  language: Language
  slug: string
  edition_name: Trilingual
  mean: string | null
}

/** Conditions on application `a` of edition `e`: it can be a sample of `edition`. Nobody reads the file of their own team again. */
export function canBeSample(organisation: string, edition: string): RawBuilder<boolean> {
  return sql<boolean>`a.edition <> ${edition}
    and exists (select from publication l where l.organisation = a.organisation and l.edition = a.edition)
    and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
    and not exists (select from application_member m join reviewer r on r.organisation = m.organisation and r.person = m.person and r.edition = ${edition} and r.left_at is null
      where m.organisation = ${organisation} and m.application = a.id)`
}

/** The first that answer a query, by edition and number; null for who arranges no reviews here. Of editions whose reviews the viewer may read. */
export async function sampleCandidates(db: Reader, viewer: Viewer, place: Place, query: string): Promise<SampleCandidate[] | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const { organisation } = viewer
  const editions = await pastEditions(db, viewer, place)
  const asked = searchWords(query).flatMap(({ texts }) => texts)
  const found = await sql<CandidateRow>`
    select a.id as application, a.number, s.title, s.language, e.slug, e.name as edition_name,
      (select round(avg(r.score), 2)::text from assignment g join review r on r.organisation = g.organisation and r.assignment = g.id
        join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage and t.happens = 'reading'
        where g.organisation = a.organisation and g.application = a.id and g.ended_at is null) as mean
    from application a
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join submission s on s.organisation = a.organisation and s.application = a.id
    where a.organisation = ${organisation} and a.edition = any(${editions}::uuid[]) and ${canBeSample(organisation, place.edition)}
      and not exists (select from sample z where z.organisation = a.organisation and z.edition = ${place.edition} and z.application = a.id)
      ${
        asked.length === 0
          ? sql``
          : sql`and ${sql.join(
              asked.map((text) => sql`s.search like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
              sql` and `,
            )}`
      }
    order by e.ordinal desc, a.number limit ${CANDIDATES_SHOWN}`.execute(db)
  return found.rows.map(({ slug, edition_name, ...row }) => ({ ...row, edition: { slug, name: edition_name } }))
}

/** Other editions whose selection is public and whose reviews the viewer may read. */
export async function pastEditions(db: Reader, viewer: Viewer, place: Place): Promise<string[]> {
  const found = await sql<{ id: string; programme: string }>`
    select e.id, e.programme from edition e where e.organisation = ${viewer.organisation} and e.id <> ${place.edition}
      and exists (select from publication l where l.organisation = e.organisation and l.edition = e.id)`.execute(db)
  return found.rows.filter(({ id, programme }) => mayReadReviews(viewer, { programme, edition: id })).map(({ id }) => id)
}
