/** Pairs of reviewer and application that must not be, and those about which a question is open. */
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

const LAST = sql`left join lateral (select v.stands from conflict_verdict v where v.organisation = f.organisation and v.reviewer = f.reviewer
  and v.application = f.application and v.kind = f.kind order by v.seq desc limit 1) v on true`

/**
 * Rows (reviewer, application) of every pair of an edition kept apart: a conflict was declared, a tie that leaves no doubt
 * was found and nobody said that it is none, or one that leaves a doubt was confirmed.
 */
export function barredPairs(organisation: string, edition: string): RawBuilder<{ reviewer: string; application: string }> {
  return sql`(select c.reviewer, c.application from conflict c where c.organisation = ${organisation} and c.edition = ${edition}
    union
    select f.reviewer, f.application from conflict_found f ${LAST}
    where f.organisation = ${organisation} and f.edition = ${edition} and f.gone_at is null and coalesce(v.stands, f.certain))`
}

export interface PairsApart {
  /** [application, reviewer], in order. */
  readonly barred: readonly (readonly [string, string])[]
  /** A tie that may be chance and that nobody has answered. */
  readonly doubtful: readonly (readonly [string, string])[]
}

/** Both lists; a pair that is barred is not in doubt. */
export async function pairsApart(db: Reader, organisation: string, edition: string): Promise<PairsApart> {
  const found = await sql<{ application: string; reviewer: string; barred: boolean }>`
    select b.application, b.reviewer, true as barred from ${barredPairs(organisation, edition)} b
    union all
    select distinct f.application, f.reviewer, false from conflict_found f ${LAST}
    where f.organisation = ${organisation} and f.edition = ${edition} and f.gone_at is null and v.stands is null and not f.certain
      and not exists (select from ${barredPairs(organisation, edition)} b where b.application = f.application and b.reviewer = f.reviewer)
    order by application, reviewer`.execute(db)
  const pairs = (barred: boolean) => found.rows.filter((row) => row.barred === barred).map((row): [string, string] => [row.application, row.reviewer])
  return { barred: pairs(true), doubtful: pairs(false) }
}
