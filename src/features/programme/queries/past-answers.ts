/** What was sent to the edition before the one that is written, as far as its writer may read it. */
import { sql } from 'kysely'
import { type EditionFile, mayReadEdition } from '../../../domain/edition.ts'
import type { PastAnswers } from '../../../domain/past-effect.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { DraftView } from '../editor/views.ts'
import { editionContent } from './edition-content.ts'

export interface EarlierEdition {
  readonly id: string
  readonly year: number
  readonly content: EditionFile
}

/** The last edition of the programme before this one to which something was sent; null without one, or when it is not the viewer's to read. */
export async function earlierEdition(db: Reader, viewer: SignedIn, { document, edition }: DraftView): Promise<EarlierEdition | null> {
  const { organisation } = viewer
  const found = await sql<{ id: string; year: number; programme: string }>`
    select e.id, e.year, e.programme from edition e
    join programme p on p.organisation = e.organisation and p.id = e.programme
    where e.organisation = ${organisation} and p.slug = ${document.programme.slug} and e.id is distinct from ${edition?.id ?? null}::uuid
      and e.ordinal < coalesce((select mine.ordinal from edition mine where mine.organisation = ${organisation} and mine.id = ${edition?.id ?? null}::uuid), ${document.edition.ordinal}::int, 32767)
      and exists (select from submission s where s.organisation = e.organisation and s.edition = e.id)
    order by e.ordinal desc limit 1`.execute(db)
  const [row] = found.rows
  if (row === undefined || !mayReadEdition(viewer, { programme: row.programme, edition: row.id })) return null
  const content = await editionContent(db, organisation, row.id)
  return content === null ? null : { id: row.id, year: row.year, content }
}

/** More than that are not read for a figure beside a field. */
const MOST = 10_000

/** The answers to some questions, of everything that was sent and not withdrawn; null when there is too much of it. */
export async function pastAnswers(
  db: Reader,
  organisation: string,
  edition: string,
  questions: readonly string[],
): Promise<readonly PastAnswers[] | null> {
  const found = await sql<PastAnswers>`
    select coalesce((select jsonb_object_agg(code, s.answers -> code) from unnest(${[...questions]}::text[]) as code where s.answers ? code), '{}') as answers,
      coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date)::text as "ageOn"
    from submission s
    join call c on c.organisation = s.organisation and c.edition = s.edition
    where s.organisation = ${organisation} and s.edition = ${edition}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
    limit ${MOST + 1}`.execute(db)
  return found.rows.length > MOST ? null : found.rows
}
