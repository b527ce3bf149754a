/** A rehearsal of the rules: 200 draws of a pool, asked by a page or a program and computed by the worker, which keeps what came of them under a number. */
import { LARGEST_POOL, mayRehearse, type PoolChoice, REHEARSAL_DRAWS } from '../../../domain/rehearsal.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { standardErrors } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { RehearsalInput, RehearsalOutput } from '../../../engines/rehearsal/index.ts'
import { EngineError, runEngine } from '../../../engines/run.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { candidateOf, expandedRules, standings } from '../engine-input.ts'
import { type SelectionFacts, selectionFacts, termsOf } from '../queries/selection-facts.ts'
import { endRun, runWaited } from '../asked-run.ts'
import { LONGEST_RUN, type Waited, watched } from '../watched.ts'
import { lockEdition } from './plan.ts'

/**
 * Asks to try the rules of an edition on a pool; the same pool and rules give the same answer. Refuses `page/not-allowed`,
 * `page/not-found`, `rehearsal/no-pool` for an edition nobody was scored in or a pool of nobody, `rehearsal/too-large`,
 * `rehearsal/underway` while another is computed.
 */
export async function askRehearsal(db: Database, viewer: SignedIn, place: Place, pool: PoolChoice, now: Date): Promise<Result<{ underway: true }>> {
  const { organisation, person } = viewer
  const { edition } = place
  if (!mayRehearse(viewer, place)) return refused('page/not-allowed')
  const input = await rehearsalAsked(db, organisation, edition, pool)
  if (!input.ok) return input
  return atomically(db, async (trx) => {
    const row = await trx
      .insertInto('rehearsal_run')
      .values({ organisation, edition, pool: JSON.stringify(pool), asked_at: now, asked_by: person.id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('edition')
      .executeTakeFirst()
    if (row === undefined) return refused('rehearsal/underway')
    await enqueue(trx, 'rule-rehearsal', { organisation, edition }, { key: `rule-rehearsal:${edition}` })
    await audit(trx, { organisation, stream: edition, act: 'rehearsal/asked', actor: person.id, at: now })
    return ok({ underway: true })
  })
}

/** Gives up the rehearsal under way. Refuses `page/not-allowed`, `rehearsal/over` when there is none. */
export async function cancelRehearsal(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!mayRehearse(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    if (!(await endRun(trx, { table: 'rehearsal_run', organisation, edition: place.edition }))) return refused('rehearsal/over')
    await audit(trx, { organisation, stream: place.edition, act: 'rehearsal/cancelled', actor: person.id, at: now })
    return ok(null)
  })
}

/** Computes what was asked and keeps it as the next rehearsal; nothing where it was given up meanwhile, or can be made no more. The worker's consequence of `askRehearsal`. */
export async function computeRehearsal(db: Database, organisation: string, edition: string, now: Date): Promise<void> {
  const row = await db
    .selectFrom('rehearsal_run')
    .select(['pool', 'asked_at', 'asked_by'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (row === undefined) return
  const pool = row.pool as PoolChoice
  const asked = await rehearsalAsked(db, organisation, edition, pool)
  const run = { table: 'rehearsal_run', organisation, edition } as const
  const waited = runWaited(db, run, row.asked_at)
  const outcome = asked.ok ? await drawn(asked.value.input, waited) : null
  await atomically(db, async (trx) => {
    await lockEdition(trx, organisation, edition)
    const awaited = await endRun(trx, run, row.asked_at)
    if (awaited && asked.ok && outcome !== null)
      await keep(trx, { organisation, person: row.asked_by }, edition, { pool, ...asked.value, outcome }, now)
    return ok(null)
  })
}

/** Null once nobody waits. */
async function drawn(input: RehearsalInput, waited: Waited): Promise<RehearsalOutput | null> {
  const watch = watched(waited, input.draws)
  try {
    await watch.at(0)({ done: 0 })
    return await runEngine('rehearsal', input, { limit: LONGEST_RUN, signal: watch.signal, told: watch.at(0) })
  } catch (error) {
    if (watch.signal.aborted && error instanceof EngineError) return null
    throw error
  }
}

interface Rehearsed {
  readonly pool: PoolChoice
  readonly input: RehearsalInput
  readonly passMark: string
  readonly outcome: RehearsalOutput
}

async function keep(
  trx: Trx,
  { organisation, person }: { readonly organisation: string; readonly person: string },
  edition: string,
  { pool, input, passMark, outcome }: Rehearsed,
  now: Date,
): Promise<void> {
  const last = await trx
    .selectFrom('rule_rehearsal')
    .select((all) => all.fn.max('number').as('number'))
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .executeTakeFirst()
  const [id, number] = [newId(now), (last?.number ?? 0) + 1]
  const kept = {
    pool: JSON.stringify(pool),
    terms: JSON.stringify({ places: input.places, passMark, rules: input.rules }),
    outcome: JSON.stringify(outcome),
  }
  await trx
    .insertInto('rule_rehearsal')
    .values({ organisation, id, edition, number, ...kept, run_at: now, run_by: person })
    .execute()
  const details = { rehearsal: id, number, possible: outcome.possible, draws: outcome.draws }
  await audit(trx, { organisation, stream: edition, act: 'rehearsal/run', actor: person, at: now, details })
}

/** What the engine is given: the terms of the edition as they stand, and the pool. */
async function rehearsalAsked(
  db: Reader,
  organisation: string,
  edition: string,
  pool: PoolChoice,
): Promise<Result<{ input: RehearsalInput; passMark: string }>> {
  const terms = await termsOf(db, organisation, edition)
  if (terms === null) return refused('page/not-found')
  const made = await poolOf(db, organisation, pool)
  if (!made.ok) return made
  const { places, passMark } = terms
  const rules = expandedRules(factsOf(terms)).map(({ rule }) => rule)
  return ok({ input: { places, pass_mark: Number(passMark), rules, pool: made.value, draws: REHEARSAL_DRAWS, seed: terms.edition }, passMark })
}

/** An edition before anybody applied: a rule of each gender speaks of both. */
function factsOf(terms: NonNullable<Awaited<ReturnType<typeof termsOf>>>): SelectionFacts {
  const reviews = { readings: 0, interviews: 0, awaited: 0 }
  return { terms, applications: [], given: [], changed: [], reviews }
}

async function poolOf(db: Reader, organisation: string, pool: PoolChoice): Promise<Result<RehearsalInput['pool']>> {
  if ('counts' in pool) {
    const size = Object.values(Object.values(pool.counts)[0] ?? {}).reduce((sum, one) => sum + one, 0)
    if (size === 0) return refused('rehearsal/no-pool')
    return size > LARGEST_POOL ? refused('rehearsal/too-large', { max: LARGEST_POOL }) : ok(pool)
  }
  const facts = isId(pool.edition) ? await selectionFacts(db, organisation, pool.edition) : null
  if (facts === null) return refused('rehearsal/no-pool')
  const [all, errors] = [standings(facts), standardErrors(facts.applications, facts.terms)]
  const candidates = facts.applications.flatMap((one) => {
    const score = all.get(one.application)?.score ?? null
    return score === null ? [] : [{ ...candidateOf(one, facts.terms), score }]
  })
  if (candidates.length === 0) return refused('rehearsal/no-pool')
  return ok({ candidates, standard_errors: Object.fromEntries(candidates.map(({ id }) => [id, errors.get(id) ?? 0])) })
}
