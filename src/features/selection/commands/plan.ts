/** A plan: what the rules give with the inputs as they stand, or under other rules for the sake of comparison. It decides nothing. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { type Changes, checkChanges, LONGEST_NOTE } from '../../../domain/what-if.ts'
import { runEngine } from '../../../engines/run.ts'
import type { SelectionInput, SelectionOutput } from '../../../engines/selection/index.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { isSealed } from '../../reviews/index.ts'
import { engineInput, fingerprintOf } from '../engine-input.ts'
import { selectionFacts } from '../queries/selection-facts.ts'
import { underChanges } from '../what-if/under-changes.ts'

export interface Planned {
  readonly plan: string
  readonly number: number
  readonly fingerprint: string
  readonly solved: boolean
}

/**
 * Makes the next plan of an edition. The engine runs in a thread of its own, outside any transaction. Refuses
 * `page/not-allowed`, `selection/already-sealed`, and `selection/no-candidate` when nobody is at the pass mark.
 */
export async function planSelection(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<Planned>> {
  return simulate(db, viewer, place, { changes: null, note: '' }, now)
}

/**
 * Makes a plan under other rules, numbered among the others. It stays what it is: it can be compared and never sealed,
 * and is made after the seal too. Refuses as `planSelection`, and `selection/nothing-changed`, `selection/limits-crossed`.
 */
export async function planWhatIf(
  db: Database,
  viewer: SignedIn,
  place: Place,
  whatIf: { readonly changes: Changes; readonly note: string },
  now: Date,
): Promise<Result<Planned>> {
  const checked = checkChanges(whatIf.changes)
  return checked.ok ? simulate(db, viewer, place, { ...whatIf, note: whatIf.note.slice(0, LONGEST_NOTE) }, now) : checked
}

interface Asked {
  readonly changes: Changes | null
  readonly note: string
}

async function simulate(db: Database, viewer: SignedIn, place: Place, asked: Asked, now: Date): Promise<Result<Planned>> {
  const { organisation } = viewer
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  const facts = await selectionFacts(db, organisation, place.edition)
  if (facts === null) return refused('page/not-found')
  const isOwn = asked.changes === null
  if (isOwn && (await isSealed(db, organisation, place.edition))) return refused('selection/already-sealed')
  const input = engineInput(await underChanges(facts, asked.changes))
  if (input === null) return refused('selection/no-candidate')
  const output = await runEngine('selection', input)
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (isOwn && (await isSealed(trx, organisation, place.edition))) return refused('selection/already-sealed')
    const planned = await writePlan(trx, viewer, place, { ...asked, input, output }, now)
    const { plan, number, fingerprint } = planned
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: isOwn ? 'selection/planned' : 'selection/tried',
      actor: viewer.person.id,
      at: now,
      details: { plan, number, fingerprint },
    })
    return ok(planned)
  })
}

async function writePlan(
  trx: Trx,
  { organisation, person }: SignedIn,
  { edition }: Place,
  { changes, note, input, output }: Asked & { readonly input: SelectionInput; readonly output: SelectionOutput },
  now: Date,
): Promise<Planned> {
  const last = await trx
    .selectFrom('selection_plan')
    .select((all) => all.fn.max('number').as('number'))
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .executeTakeFirst()
  const [plan, number, fingerprint] = [newId(now), (last?.number ?? 0) + 1, fingerprintOf(input)]
  const solved = { input: JSON.stringify(input), output: JSON.stringify(output) }
  const asked = { note, changes: changes === null ? null : JSON.stringify(changes), own_rules: changes === null }
  await trx
    .insertInto('selection_plan')
    .values({ organisation, id: plan, edition, number, fingerprint, ...solved, ...asked, planned_at: now, planned_by: person.id })
    .execute()
  return { plan, number, fingerprint, solved: output.status === 'optimal' }
}

/** Plans, seals and publications of an edition take their turn. */
export async function lockEdition(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', edition).forNoKeyUpdate().executeTakeFirst()
}
