/** Activities that anyone may read about: those put on the public agenda, without the name of a person or a project. */
import { sql } from 'kysely'
import type { ActivityKind } from '../../../domain/activity.ts'
import { inLanguage, inScript, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface PublicActivity {
  readonly id: string
  readonly kind: ActivityKind
  readonly title: string
  /** Language the title is in: the reader's, or another when it was not written in theirs. */
  readonly language: Language
  readonly from: Date
  readonly to: Date
  readonly place: string
  readonly region: string | null
  readonly mark: string | null
}

/** Public activities that end after `now`, in their order, `limit` at most. */
export async function publicActivities(db: Reader, organisation: string, now: Date, language: Language, limit = 200): Promise<PublicActivity[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    title: Trilingual
    from: Date
    to: Date
    place: string
    region: Trilingual | null
    mark: string | null
  }>`
    select a.id, a.kind, a.title, lower(a.during) as "from", upper(a.during) as "to", a.place, r.name as region, r.mark
    from activity a left join edition_region r on r.organisation = a.organisation and r.edition = a.edition and r.code = a.region
    where a.organisation = ${organisation} and a.public and a.cancelled_at is null and upper(a.during) > ${now}
    order by lower(a.during), a.id limit ${limit}`.execute(db)
  return rows.map((row) => {
    const title = inLanguage(row.title, language)
    return {
      ...row,
      kind: row.kind as ActivityKind,
      title: title.text,
      place: inScript(row.place, language),
      language: title.language,
      region: row.region === null ? null : inLanguage(row.region, language).text,
    }
  })
}
