/** What a simulation hangs on: asked at the desk, computed by the worker in a thread of its own, kept with the simulation. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Changes } from '../../../domain/what-if.ts'
import { runEngine } from '../../../engines/run.ts'
import type { SelectionInput, SelectionOutput } from '../../../engines/selection/index.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { candidateOf } from '../engine-input.ts'
import { selectionFacts } from '../queries/selection-facts.ts'
import { scoreSources } from '../score-sources.ts'
import { underChanges } from '../what-if/under-changes.ts'

/** Asks once for a simulation that gives a list. Refuses `page/not-allowed`, `page/not-found`, `selection/no-list`, `selection/influence-asked`. */
export async function askInfluence(db: Database, viewer: SignedIn, place: Place, number: number, now: Date): Promise<Result<{ plan: string }>> {
  const { organisation, person } = viewer
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('selection_plan')
      .select(['id', 'output'])
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('number', '=', number)
      .forUpdate()
      .executeTakeFirst()
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
    await enqueue(trx, 'selection-influence', { organisation, plan: row.id })
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: 'selection/influence-asked',
      actor: person.id,
      at: now,
      details: { plan: row.id, number },
    })
    return ok({ plan: row.id })
  })
}

/** Computes what was asked and keeps it; does nothing where it is kept already, or the simulation is gone. The worker's consequence of `askInfluence`. */
export async function computeInfluence(db: Database, organisation: string, plan: string, now: Date): Promise<void> {
  const row = await db
    .selectFrom('selection_influence as f')
    .innerJoin('selection_plan as s', (join) => join.onRef('s.organisation', '=', 'f.organisation').onRef('s.id', '=', 'f.plan'))
    .select(['s.edition', 's.input', 's.changes'])
    .where('f.organisation', '=', organisation)
    .where('f.plan', '=', plan)
    .where('f.done_at', 'is', null)
    .executeTakeFirst()
  const facts = row === undefined ? null : await selectionFacts(db, organisation, row.edition)
  if (row === undefined || facts === null) return
  const shown = await underChanges(facts, row.changes as Changes | null)
  const output = await runEngine('without-reviewers', {
    selection: row.input as SelectionInput,
    pool: shown.applications.filter((one) => !one.withdrawn).map((one) => candidateOf(one, shown.terms)),
    sources: scoreSources(shown),
  })
  await db
    .updateTable('selection_influence')
    .set({ done_at: now, output: JSON.stringify(output) })
    .where('organisation', '=', organisation)
    .where('plan', '=', plan)
    .where('done_at', 'is', null)
    .execute()
}
