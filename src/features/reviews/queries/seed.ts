/** The seed that lots of an edition are drawn from. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export interface Seeds {
  /** Number of the last seed; 0 when there was none. */
  readonly last: number
  /** The one that is committed and has served no plan. */
  readonly open: { readonly seq: number; readonly seed: string } | null
}

export async function openSeed(db: Reader, organisation: string, edition: string): Promise<Seeds> {
  const found = await sql<{ seq: number; seed: string; served: boolean }>`
    select s.seq, s.seed, exists (select from assignment_plan l where l.organisation = s.organisation and l.edition = s.edition and l.seed = s.seq) as served
    from assignment_seed s where s.organisation = ${organisation} and s.edition = ${edition} order by s.seq desc limit 1`.execute(db)
  const [row] = found.rows
  if (row === undefined) return { last: 0, open: null }
  return { last: row.seq, open: row.served ? null : { seq: row.seq, seed: row.seed } }
}
