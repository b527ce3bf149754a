/** Noting who sits in the deliberation, until the list is public. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { panelPeople } from '../queries/appeals.ts'
import { lockEdition } from './plan.ts'

/** The whole list of those present, in place of the one before. Refuses `page/not-allowed`, `selection/already-published`, `selection/presence-unknown`. */
export async function notePresence(
  db: Database,
  viewer: SignedIn,
  place: Place,
  people: readonly string[],
  now: Date,
): Promise<Result<{ present: number }>> {
  const { organisation, person } = viewer
  const { edition } = place
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, edition)
    const published = await trx
      .selectFrom('publication')
      .select('seal')
      .where('organisation', '=', organisation)
      .where('edition', '=', edition)
      .executeTakeFirst()
    if (published !== undefined) return refused('selection/already-published')
    const present = [...new Set(people)]
    const known = (await panelPeople(trx, organisation, place, 'fr')).map((one) => one.person)
    if (present.some((one) => !known.includes(one))) return refused('selection/presence-unknown')
    await trx.deleteFrom('selection_presence').where('organisation', '=', organisation).where('edition', '=', edition).execute()
    const rows = present.map((one) => ({ organisation, edition, person: one, noted_at: now, noted_by: person.id }))
    if (rows.length > 0) await trx.insertInto('selection_presence').values(rows).execute()
    await audit(trx, { organisation, stream: edition, act: 'selection/presence-noted', actor: person.id, at: now, details: { people: present } })
    return ok({ present: present.length })
  })
}
