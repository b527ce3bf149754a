/** Reading the trail of one record. The caller has checked that the viewer may see the record. */
import type { Language } from '../../domain/language.ts'
import { shortName } from '../../domain/person.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'

export interface TrailLine {
  readonly seq: number
  /** `noun/act`; worded as `act.<act>` by the feature of the noun. */
  readonly act: string
  /** Short name of who acted; null for the system. */
  readonly by: string | null
  /** Id of who acted; null for the system. */
  readonly actor: string | null
  readonly at: Date
  readonly details: Readonly<Record<string, unknown>>
  readonly hash: string
}

/** The last entries of a record's trail, newest first. */
export async function trailOf(db: Reader, viewer: Viewer, stream: string, language: Language, limit = 50): Promise<TrailLine[]> {
  const rows = await db
    .selectFrom('audit_entry as e')
    .leftJoin('person as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.actor'))
    .select(['e.seq', 'e.act', 'e.at', 'e.payload', 'e.hash', 'e.actor', 'p.name_ar', 'p.name_latin'])
    .where('e.organisation', '=', viewer.organisation)
    .where('e.stream', '=', stream)
    .orderBy('e.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    act: row.act,
    by: row.actor === null ? null : shortName({ nameAr: row.name_ar ?? '', nameLatin: row.name_latin ?? '' }, language),
    actor: row.actor,
    at: row.at,
    details: (JSON.parse(row.payload) as { details: Record<string, unknown> }).details,
    hash: row.hash,
  }))
}
