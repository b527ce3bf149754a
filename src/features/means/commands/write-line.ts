/** A budget line: money of one funder for one purpose of an edition. */
import { mayWriteLines } from '../../../domain/award.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'

export interface NewLine {
  /** Id of a funder of the edition. */
  readonly funder: string
  readonly code: string
  readonly name: Trilingual
  /** ISO 4217. */
  readonly currency: string
  readonly amount: string
}

/** Adds a line to an edition. Refuses `line/code-taken` and `line/unknown-funder`. */
export async function writeLine(db: Database, viewer: SignedIn, place: Place, input: NewLine, now: Date): Promise<Result<{ line: string }>> {
  if (!mayWriteLines(viewer, place)) return refused('page/not-allowed')
  const { organisation } = viewer
  const line = newId(now)
  try {
    return await atomically(db, async (trx) => {
      const funder = await trx
        .selectFrom('edition_funder')
        .select('funder')
        .where('organisation', '=', organisation)
        .where('edition', '=', place.edition)
        .where('funder', '=', input.funder)
        .executeTakeFirst()
      if (funder === undefined) return refused('line/unknown-funder')
      await trx
        .insertInto('budget_line')
        .values({
          organisation,
          id: line,
          edition: place.edition,
          funder: input.funder,
          code: input.code,
          name: JSON.stringify(input.name),
          currency: input.currency,
          amount: input.amount,
          recorded_at: now,
          recorded_by: viewer.person.id,
        })
        .execute()
      const stream = place.edition
      await audit(trx, { organisation, stream, act: 'line/written', actor: viewer.person.id, at: now, details: { line, code: input.code } })
      return ok({ line })
    })
  } catch (error) {
    if (databaseFault(error)?.constraint === 'budget_line_code_once') return refused('line/code-taken')
    throw error
  }
}
