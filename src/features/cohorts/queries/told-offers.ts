import type { Reader } from '../../../platform/database/database.ts'

export interface ToldOffer {
  readonly application: string
  readonly offeredAt: Date
  readonly accepted: boolean | null
  readonly answeredAt: Date | null
}

/** The places offered to these applications, and the answers. The caller has checked whose they are. */
export async function toldOffers(db: Reader, organisation: string, applications: readonly string[]): Promise<ToldOffer[]> {
  if (applications.length === 0) return []
  return db
    .selectFrom('offer as o')
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'o.organisation').onRef('j.id', '=', 'o.project'))
    .select(['j.application', 'o.offered_at as offeredAt', 'o.accepted', 'o.answered_at as answeredAt'])
    .where('o.organisation', '=', organisation)
    .where('j.application', 'in', applications)
    .execute()
}
