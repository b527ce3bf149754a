/** What stands of a market, locked for the command that changes it. */
import { sql } from 'kysely'
import type { MarketFacts, ProjectFacts } from '../../../domain/market.ts'
import type { Trx } from '../../../platform/database/database.ts'

export interface StandingMarket extends MarketFacts {
  readonly programme: string
  readonly edition: string
  readonly zone: string
}

/** The market, held for the rest of the transaction, so that its last stand is given once; null when the organisation has none of that id. */
export async function standingMarket(trx: Trx, organisation: string, market: string): Promise<StandingMarket | null> {
  const row = await trx
    .selectFrom('market as m')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'm.organisation').onRef('e.id', '=', 'm.edition'))
    .innerJoin('organisation as o', 'o.id', 'm.organisation')
    .select(['m.edition', 'm.cancelled_at', 'm.version', 'm.starts_on', 'm.places', 'e.programme', 'o.zone'])
    .where('m.organisation', '=', organisation)
    .where('m.id', '=', market)
    .forUpdate('m')
    .executeTakeFirst()
  if (row === undefined) return null
  const counts = await countsOf(trx, organisation, market)
  const { cancelled_at: cancelledAt, starts_on: startsOn, ...rest } = row
  return { ...rest, cancelledAt, startsOn, ...counts }
}

/** Stands given, those that took part, counts of visitors: read once the market is held. */
async function countsOf(trx: Trx, organisation: string, market: string) {
  const { rows } = await sql<{ given: number; tookPart: number; counts: number }>`
    select (select count(*)::int from stand s where s.organisation = ${organisation} and s.market = ${market}) as given,
      (select count(*)::int from stand s where s.organisation = ${organisation} and s.market = ${market} and s.took_part) as "tookPart",
      (select count(*)::int from market_visit v where v.organisation = ${organisation} and v.market = ${market}) as counts`.execute(trx)
  return rows[0] as { given: number; tookPart: number; counts: number }
}

export interface StandProject extends ProjectFacts {
  readonly id: string
  readonly stand: { readonly tookPart: boolean | null; readonly givenAt: Date; readonly givenBy: string } | null
}

/** Projects of the edition as the rules of a stand see them; one that is of another edition or organisation is not among them. */
export async function standProjects(trx: Trx, organisation: string, market: { edition: string; id: string }, projects: readonly string[]) {
  if (projects.length === 0) return []
  const rows = await trx
    .selectFrom('project as j')
    .leftJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('stand as s', (join) =>
      join.onRef('s.organisation', '=', 'j.organisation').onRef('s.project', '=', 'j.id').on('s.market', '=', market.id),
    )
    .select(['j.id', 'o.accepted', 'l.left_on', 's.took_part', 's.given_at', 's.given_by'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', market.edition)
    .where('j.id', 'in', [...projects])
    .execute()
  return rows.map(
    (row): StandProject => ({
      id: row.id,
      admitted: row.accepted === true,
      leftOn: row.left_on,
      stand: row.given_at === null ? null : { tookPart: row.took_part, givenAt: row.given_at, givenBy: row.given_by as string },
    }),
  )
}
