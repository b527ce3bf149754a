/** A simulation asked by a page or a program: of most pools at once; of a large one by the worker, with its headway, and it can be given up. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { type Changes, checkChanges, LONGEST_NOTE } from '../../../domain/what-if.ts'
import { EngineError, runEngine } from '../../../engines/run.ts'
import type { SelectionOutput } from '../../../engines/selection/index.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { endRun, runWaited } from '../asked-run.ts'
import { LONGEST_RUN, type Waited, watched } from '../watched.ts'
import { type Asked, keepPlan, lockEdition, type Planned, selectionAsked } from './plan.ts'

/** Candidates of whom a list with its probabilities comes in a second or two; more are left to the worker. */
export const AT_ONCE = 300

export type Simulated = Planned | { readonly underway: true }

/** Under the rules of the edition. Refuses as `planSelection`, and `selection/run-underway`. */
export function askSelection(db: Database, viewer: SignedIn, place: Place, now: Date, atOnce = AT_ONCE): Promise<Result<Simulated>> {
  return ask(db, viewer, place, { changes: null, note: '' }, now, atOnce)
}

/** Under other rules. Refuses as `planWhatIf`, and `selection/run-underway`. */
export async function askWhatIf(
  db: Database,
  viewer: SignedIn,
  place: Place,
  whatIf: { readonly changes: Changes; readonly note: string },
  now: Date,
  atOnce = AT_ONCE,
): Promise<Result<Simulated>> {
  const checked = checkChanges(whatIf.changes)
  return checked.ok ? ask(db, viewer, place, { ...whatIf, note: whatIf.note.slice(0, LONGEST_NOTE) }, now, atOnce) : checked
}

async function ask(db: Database, viewer: SignedIn, place: Place, asked: Asked, now: Date, atOnce: number): Promise<Result<Simulated>> {
  const by = { organisation: viewer.organisation, person: viewer.person.id }
  const { edition } = place
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  const input = await selectionAsked(db, by.organisation, edition, asked)
  if (!input.ok) return input
  if (input.value.candidates.length <= atOnce) {
    const output = await runEngine('selection', input.value)
    return atomically(db, (trx) => keepPlan(trx, by, edition, { ...asked, input: input.value, output }, now))
  }
  return atomically(db, async (trx) => {
    const { organisation } = by
    const changes = asked.changes === null ? null : JSON.stringify(asked.changes)
    const asks = { organisation, edition, changes, note: asked.note, asked_at: now, asked_by: by.person }
    const row = await trx
      .insertInto('selection_run')
      .values(asks)
      .onConflict((conflict) => conflict.doNothing())
      .returning('edition')
      .executeTakeFirst()
    if (row === undefined) return refused('selection/run-underway')
    await enqueue(trx, 'selection-run', { organisation, edition }, { key: `selection-run:${edition}` })
    const details = { candidates: input.value.candidates.length }
    await audit(trx, { organisation, stream: edition, act: 'selection/run-asked', actor: by.person, at: now, details })
    return ok({ underway: true })
  })
}

/** Gives up the simulation under way. Refuses `page/not-allowed`, `selection/run-over` when there is none. */
export async function cancelRun(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    if (!(await endRun(trx, { table: 'selection_run', organisation, edition: place.edition }))) return refused('selection/run-over')
    await audit(trx, { organisation, stream: place.edition, act: 'selection/run-cancelled', actor: person.id, at: now })
    return ok(null)
  })
}

/** Computes what was asked and keeps it as the next plan; nothing where it was given up meanwhile, or can be made no more. The worker's consequence of `askSelection` and `askWhatIf`. */
export async function computeRun(db: Database, organisation: string, edition: string, now: Date): Promise<void> {
  const row = await db
    .selectFrom('selection_run')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (row === undefined) return
  const asked = { changes: row.changes as Changes | null, note: row.note }
  const input = await selectionAsked(db, organisation, edition, asked)
  const run = { table: 'selection_run', organisation, edition } as const
  const waited = runWaited(db, run, row.asked_at)
  const output = input.ok ? await solved(input.value, waited) : null
  await atomically(db, async (trx) => {
    await lockEdition(trx, organisation, edition)
    const awaited = await endRun(trx, run, row.asked_at)
    if (awaited && input.ok && output !== null)
      await keepPlan(trx, { organisation, person: row.asked_by }, edition, { ...asked, input: input.value, output }, now)
    return ok(null)
  })
}

/** Null once nobody waits. */
async function solved(input: Parameters<typeof runEngine<'selection'>>[1], waited: Waited): Promise<SelectionOutput | null> {
  const count = input.candidates.length
  const watch = watched(waited, count + (input.stability?.draws ?? 0))
  try {
    await watch.at(0)({ done: 0 })
    return await runEngine('selection', input, {
      limit: LONGEST_RUN,
      signal: watch.signal,
      told: (told) => watch.at(told.part === 'draws' ? count : 0)(told),
    })
  } catch (error) {
    if (watch.signal.aborted && error instanceof EngineError) return null
    throw error
  }
}
