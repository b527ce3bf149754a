/** A plan: what the rules give with the inputs as they stand, or under other rules for the sake of comparison. It decides nothing. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { type Changes, checkChanges, LONGEST_NOTE } from '../../../domain/what-if.ts'
import { canonicalJson } from '../../../engines/canonical.ts'
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

/** What is simulated: under the rules of the edition, or under others for the sake of comparison. */
export interface Asked {
  readonly changes: Changes | null
  readonly note: string
}

/** Who asked. */
export interface By {
  readonly organisation: string
  readonly person: string
}

async function simulate(db: Database, viewer: SignedIn, place: Place, asked: Asked, now: Date): Promise<Result<Planned>> {
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  const input = await selectionAsked(db, viewer.organisation, place.edition, asked)
  if (!input.ok) return input
  const output = await runEngine('selection', input.value)
  const by = { organisation: viewer.organisation, person: viewer.person.id }
  return atomically(db, (trx) => keepPlan(trx, by, place.edition, { ...asked, input: input.value, output }, now))
}

/** What the engine is asked, as everything stands. Refuses `page/not-found`, `selection/already-sealed`, `…/no-candidate`. */
export async function selectionAsked(db: Database, organisation: string, edition: string, { changes }: Asked): Promise<Result<SelectionInput>> {
  const facts = await selectionFacts(db, organisation, edition)
  if (facts === null) return refused('page/not-found')
  if (changes === null && (await isSealed(db, organisation, edition))) return refused('selection/already-sealed')
  const input = engineInput(await underChanges(facts, changes))
  return input === null ? refused('selection/no-candidate') : ok(input)
}

/** Keeps what the engine answered under the next number; where the last one was asked the same and rests on the same, it is that one. Refuses `selection/already-sealed`. One entry in the trail of the edition. */
export async function keepPlan(
  trx: Trx,
  by: By,
  edition: string,
  made: Asked & { readonly input: SelectionInput; readonly output: SelectionOutput },
  now: Date,
): Promise<Result<Planned>> {
  const { organisation, person } = by
  const isOwn = made.changes === null
  await lockEdition(trx, organisation, edition)
  if (isOwn && (await isSealed(trx, organisation, edition))) return refused('selection/already-sealed')
  const same = await lastIfSame(trx, organisation, edition, made)
  if (same !== null) return ok(same)
  const planned = await writePlan(trx, by, edition, made, now)
  const { plan, number, fingerprint } = planned
  const act = isOwn ? 'selection/planned' : 'selection/tried'
  await audit(trx, { organisation, stream: edition, act, actor: person, at: now, details: { plan, number, fingerprint } })
  return ok(planned)
}

/** The last plan, when it was made of the same inputs under the same rules: pressing twice makes no second. */
async function lastIfSame(
  trx: Trx,
  organisation: string,
  edition: string,
  { changes, note, input, output }: Asked & { readonly input: SelectionInput; readonly output: SelectionOutput },
): Promise<Planned | null> {
  const last = await trx
    .selectFrom('selection_plan')
    .select(['id', 'number', 'fingerprint', 'note', 'changes', 'own_rules'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined || last.fingerprint !== fingerprintOf(input) || last.note !== note || last.own_rules !== (changes === null)) return null
  if (changes !== null && canonicalJson(last.changes) !== canonicalJson(changes)) return null
  return { plan: last.id, number: last.number, fingerprint: last.fingerprint, solved: output.status === 'optimal' }
}

async function writePlan(
  trx: Trx,
  { organisation, person }: By,
  edition: string,
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
    .values({ organisation, id: plan, edition, number, fingerprint, ...solved, ...asked, planned_at: now, planned_by: person })
    .execute()
  return { plan, number, fingerprint, solved: output.status === 'optimal' }
}

/** Plans, seals and publications of an edition take their turn. */
export async function lockEdition(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', edition).forNoKeyUpdate().executeTakeFirst()
}
