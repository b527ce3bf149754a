import type { Reader } from '../../../platform/database/database.ts'
import type { OwnResult } from './own-result.ts'

export interface ToldResult {
  readonly application: string
  readonly outcome: OwnResult['outcome']
  readonly at: Date
}

/** What was decided of these applications in lists that are published. The caller has checked whose they are. */
export async function toldResults(db: Reader, organisation: string, applications: readonly string[]): Promise<ToldResult[]> {
  if (applications.length === 0) return []
  const rows = await db
    .selectFrom('decision as d')
    .innerJoin('publication as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.seal', '=', 'd.seal'))
    .select(['d.application', 'd.outcome', 'p.published_at as at'])
    .where('d.organisation', '=', organisation)
    .where('d.application', 'in', applications)
    .execute()
  return rows.map(({ outcome, ...row }) => ({ ...row, outcome: outcome as OwnResult['outcome'] }))
}
