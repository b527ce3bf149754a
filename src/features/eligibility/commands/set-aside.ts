/** What a decision on eligibility makes of the readings of an application. */
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/database.ts'

/** Why a reading ended: the file was found not eligible. */
const INELIGIBLE = 'ineligible'

interface Aside {
  readonly organisation: string
  readonly application: string
  /** Number of the decision. */
  readonly decision: number
  readonly by: string
}

/** Ends every reading that stands on an application found not eligible: what was handed in stays on record and counts no more. */
export async function setReadingsAside(trx: Trx, { organisation, application, decision, by }: Aside, now: Date): Promise<void> {
  await trx
    .updateTable('assignment')
    .set({ ended_at: now, ended_by: by, end_reason: INELIGIBLE, set_aside: decision })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * The file is eligible after all: what had been handed in counts again. Left aside are readings of whom a conflict was
 * found since, those of a reader who has their full load by now, and all of them once the selection is sealed.
 */
export async function restoreReadings(trx: Trx, organisation: string, application: string): Promise<void> {
  await sql`
    update assignment g set ended_at = null, ended_by = null, end_reason = null, set_aside = null
    from reviewer r, review v
    where g.organisation = ${organisation} and g.application = ${application} and g.set_aside is not null
      and r.organisation = g.organisation and r.id = g.reviewer
      and v.organisation = g.organisation and v.assignment = g.id and v.submitted_at is not null
      and not exists (select from conflict c where c.organisation = g.organisation and c.reviewer = g.reviewer and c.application = g.application)
      and not exists (select from selection_seal l where l.organisation = g.organisation and l.edition = g.edition)
      and (g.third or (select count(*) from assignment o where o.organisation = g.organisation and o.reviewer = g.reviewer and o.stage = g.stage
        and not o.third and o.ended_at is null) < r.max_load)`.execute(trx)
}
