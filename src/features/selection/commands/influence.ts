/** What a simulation hangs on: asked at the desk, given up there, computed by the worker, kept with the simulation. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { SelectionOutput } from '../../../engines/selection/index.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { reckonInfluence } from '../influence/reckon.ts'

/** Asks once for a simulation that gives a list. Refuses `page/not-allowed`, `page/not-found`, `selection/no-list`, `selection/influence-asked`. */
export async function askInfluence(db: Database, viewer: SignedIn, place: Place, number: number, now: Date): Promise<Result<{ plan: string }>> {
  const { organisation, person } = viewer
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    const row = await heldPlan(trx, organisation, place, number)
    if (row === undefined) return refused('page/not-found')
    if ((row.output as SelectionOutput).status !== 'optimal') return refused('selection/no-list')
    const asked = await trx
      .selectFrom('selection_influence')
      .select('plan')
      .where('organisation', '=', organisation)
      .where('plan', '=', row.id)
      .executeTakeFirst()
    if (asked !== undefined) return refused('selection/influence-asked')
    await trx.insertInto('selection_influence').values({ organisation, plan: row.id, asked_at: now, asked_by: person.id }).execute()
    await enqueue(trx, 'selection-influence', { organisation, plan: row.id }, { key: `selection-influence:${row.id}` })
    await note(trx, viewer, place, 'selection/influence-asked', { plan: row.id, number }, now)
    return ok({ plan: row.id })
  })
}

/** Gives up what is being computed; it can be asked again. Refuses `page/not-allowed`, `page/not-found`, `selection/influence-not-running`. */
export async function cancelInfluence(db: Database, viewer: SignedIn, place: Place, number: number, now: Date): Promise<Result<{ plan: string }>> {
  const { organisation } = viewer
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    const row = await heldPlan(trx, organisation, place, number)
    if (row === undefined) return refused('page/not-found')
    const gone = await trx
      .deleteFrom('selection_influence')
      .where('organisation', '=', organisation)
      .where('plan', '=', row.id)
      .where('done_at', 'is', null)
      .returning('plan')
      .executeTakeFirst()
    if (gone === undefined) return refused('selection/influence-not-running')
    await note(trx, viewer, place, 'selection/influence-cancelled', { plan: row.id, number }, now)
    return ok({ plan: row.id })
  })
}

function heldPlan(trx: Trx, organisation: string, { edition }: Place, number: number) {
  return trx
    .selectFrom('selection_plan')
    .select(['id', 'output'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()
}

async function note(
  trx: Trx,
  { organisation, person }: SignedIn,
  { edition }: Place,
  act: 'selection/influence-asked' | 'selection/influence-cancelled',
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await audit(trx, { organisation, stream: edition, act, actor: person.id, at: now, details })
}

/** Computes what was asked and keeps it; does nothing where it is kept already, given up, or the simulation is gone. The worker's consequence of `askInfluence`. */
export async function computeInfluence(db: Database, organisation: string, plan: string, now: Date): Promise<void> {
  const asked = await db
    .selectFrom('selection_influence')
    .select('asked_at')
    .where('organisation', '=', organisation)
    .where('plan', '=', plan)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (asked === undefined) return
  /** Writes to this very asking, and says whether it still stands: one that was given up has no row. */
  const write = async (values: { steps_done: number; steps_of: number } | { done_at: Date; output: string }): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('selection_influence')
      .set(values)
      .where('organisation', '=', organisation)
      .where('plan', '=', plan)
      .where('asked_at', '=', asked.asked_at)
      .where('done_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
  const output = await reckonInfluence(db, organisation, plan, (done, of) => write({ steps_done: done, steps_of: of }))
  if (output !== null) await write({ done_at: now, output: JSON.stringify(output) })
}
