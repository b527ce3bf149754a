/** A budget line with what is left of it. */
import { sql } from 'kysely'
import type { LineFacts } from '../../../domain/award.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface Line extends LineFacts {
  readonly id: string
  readonly code: string
  readonly funder: string
}

/** What is promised on a line and not released, to be taken from its amount. */
const HELD = sql<string>`(select coalesce(sum(i.amount), 0) from award w join instalment i on i.organisation = w.organisation and i.award = w.id
  where w.organisation = l.organisation and w.budget_line = l.id and i.released_at is null)`

/** A line of an edition; null when the edition has no such line. */
export async function lineFacts(db: Reader, organisation: string, edition: string, line: string): Promise<Line | null> {
  const row = await db
    .selectFrom('budget_line as l')
    .select(['l.id', 'l.code', 'l.currency', 'l.funder', sql<string>`l.amount - ${HELD}`.as('remaining')])
    .where('l.organisation', '=', organisation)
    .where('l.edition', '=', edition)
    .where('l.id', '=', line)
    .executeTakeFirst()
  return row ?? null
}

export interface EditionFacts {
  readonly programme: string
  readonly currency: string
  readonly seedCeiling: string
  readonly zone: string
}

export async function editionFacts(db: Reader, organisation: string, edition: string): Promise<EditionFacts | null> {
  const row = await db
    .selectFrom('edition as e')
    .innerJoin('organisation as o', 'o.id', 'e.organisation')
    .select(['e.programme', 'e.currency', 'e.seed_ceiling as seedCeiling', 'o.zone'])
    .where('e.organisation', '=', organisation)
    .where('e.id', '=', edition)
    .executeTakeFirst()
  return row ?? null
}
