import type { Reader } from '../../../platform/database/database.ts'

export interface OwnResult {
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  /** Place in the reserve of the region. */
  readonly rank: number | null
}

/** What the jury decided of one application, once its list is published; null before. The caller has checked whose application it is. */
export async function ownResult(db: Reader, organisation: string, application: string): Promise<OwnResult | null> {
  const row = await db
    .selectFrom('decision as d')
    .innerJoin('publication as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.seal', '=', 'd.seal'))
    .select(['d.outcome', 'd.reserve_rank as rank'])
    .where('d.organisation', '=', organisation)
    .where('d.application', '=', application)
    .executeTakeFirst()
  return row === undefined ? null : { outcome: row.outcome as OwnResult['outcome'], rank: row.rank }
}
