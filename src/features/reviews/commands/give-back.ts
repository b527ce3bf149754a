/** A conflict that does not stand after all: what it took out of a reader's hands comes back, where nobody else took the place. */
import { sql } from 'kysely'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { barredPairs } from '../queries/barred.ts'
import { happens } from '../queries/stages.ts'

export interface Pair {
  readonly reviewer: string
  readonly application: string
}

/**
 * Puts back the readings that ended because of a conflict between the two, with what was written in them. Not while
 * another conflict keeps them apart, once the reviewer has left or the file was withdrawn, nor where the file has all its readers by now;
 * panels of interviews are asked anew. Answers how many came back. The edition is locked.
 */
export async function giveBack(trx: Trx, { organisation, person }: SignedIn, { edition }: Place, pair: Pair, now: Date): Promise<number> {
  const back = await sql<{ id: string; stage: string }>`
    update assignment g set ended_at = null, ended_by = null, end_reason = null
    from reviewer r, edition_stage t
    where g.organisation = ${organisation} and g.edition = ${edition} and g.application = ${pair.application} and g.reviewer = ${pair.reviewer}
      and g.ended_at is not null and g.end_reason = 'conflict' and ${happens('g', 'reading')}
      and r.organisation = g.organisation and r.id = g.reviewer and r.left_at is null
      and t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
      and not exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application)
      and not exists (select from ${barredPairs(organisation, edition)} b where b.application = g.application and b.reviewer = g.reviewer)
      and (select count(*) from assignment o where o.organisation = g.organisation and o.stage = g.stage and o.application = g.application
        and o.third = g.third and o.ended_at is null) < case when g.third then 1 else t.readers end
    returning g.id, g.stage`.execute(trx)
  await auditAll(
    trx,
    back.rows.map(({ id, stage }) => ({
      organisation,
      stream: pair.application,
      act: 'assignment/given-back' as const,
      actor: person.id,
      at: now,
      details: { assignment: id, reviewer: pair.reviewer, stage },
    })),
  )
  return back.rows.length
}
