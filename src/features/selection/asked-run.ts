/**
 * A long run of the worker that was asked for and is awaited: one of each kind at a time for an edition. Its row says how
 * far it is; whoever gives it up takes the row away, and what was computed meanwhile is kept by nobody.
 */
import { sql } from 'kysely'
import type { Reader, Trx } from '../../platform/database/database.ts'
import type { Waited } from './watched.ts'

/** The tables of such runs, which have these columns in common. */
export type RunTable = 'selection_run' | 'rehearsal_run'

export interface RunOf {
  readonly table: RunTable
  readonly organisation: string
  readonly edition: string
}

/** What a page tells of it: since when, and the share that is done once it is known. */
export interface RunHeadway {
  readonly askedAt: Date
  readonly headway: number | null
}

const ofEdition = ({ table, organisation, edition }: RunOf) => sql`${sql.table(table)} where organisation = ${organisation} and edition = ${edition}`

/** Null when none is under way. */
export async function runHeadway(db: Reader, run: RunOf): Promise<RunHeadway | null> {
  const { rows } = await sql<{ asked_at: Date; steps_done: number | null; steps_of: number | null }>`
    select asked_at, steps_done, steps_of from ${ofEdition(run)}`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  return { askedAt: row.asked_at, headway: row.steps_of === null ? null : (row.steps_done ?? 0) / row.steps_of }
}

/** Writes down how far the run asked at this moment is; it says no more to whom it was given up. */
export function runWaited(db: Reader, { table, organisation, edition }: RunOf, askedAt: Date): Waited {
  return async (done, of) => {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set steps_done = ${done}, steps_of = ${of}
      where organisation = ${organisation} and edition = ${edition} and asked_at = ${askedAt}`.execute(db)
    return (numAffectedRows ?? 0n) > 0n
  }
}

/** Takes the row away: of the run asked at this moment, or of whichever is under way. Answers whether there was one. */
export async function endRun(trx: Trx, run: RunOf, askedAt?: Date): Promise<boolean> {
  const asked = askedAt === undefined ? sql`` : sql`and asked_at = ${askedAt}`
  const { numAffectedRows } = await sql`delete from ${ofEdition(run)} ${asked}`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}
