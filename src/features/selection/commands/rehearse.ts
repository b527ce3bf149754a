/** A rehearsal of the rules: 200 draws of a pool, in a thread of their own; what came of them is kept with a number. */
import { LARGEST_POOL, mayRehearse, type PoolChoice, REHEARSAL_DRAWS } from '../../../domain/rehearsal.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { standardErrors } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { RehearsalInput } from '../../../engines/rehearsal/index.ts'
import { runEngine } from '../../../engines/run.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { candidateOf, expandedRules, standings } from '../engine-input.ts'
import { type SelectionFacts, selectionFacts, termsOf } from '../queries/selection-facts.ts'
import { lockEdition } from './plan.ts'

/**
 * Tries the rules of an edition on a pool; the same pool and rules give the same answer. Refuses `page/not-allowed`,
 * `page/not-found`, `rehearsal/no-pool` for an edition nobody was scored in or a pool of nobody, `rehearsal/too-large`.
 */
export async function rehearseRules(
  db: Database,
  viewer: SignedIn,
  place: Place,
  pool: PoolChoice,
  now: Date,
): Promise<Result<{ rehearsal: string; number: number }>> {
  const { organisation } = viewer
  if (!mayRehearse(viewer, place)) return refused('page/not-allowed')
  const terms = await termsOf(db, organisation, place.edition)
  if (terms === null) return refused('page/not-found')
  const facts = factsOf(terms)
  const made = await poolOf(db, organisation, pool)
  if (!made.ok) return made
  const rules = expandedRules(facts).map(({ rule }) => rule)
  const input: RehearsalInput = {
    ...{ places: terms.places, pass_mark: Number(terms.passMark), rules, pool: made.value },
    ...{ draws: REHEARSAL_DRAWS, seed: terms.edition },
  }
  const outcome = await runEngine('rehearsal', input)
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const last = await trx
      .selectFrom('rule_rehearsal')
      .select((all) => all.fn.max('number').as('number'))
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .executeTakeFirst()
    const [id, number] = [newId(now), (last?.number ?? 0) + 1]
    const kept = {
      pool: JSON.stringify(pool),
      terms: JSON.stringify({ places: input.places, passMark: terms.passMark, rules }),
      outcome: JSON.stringify(outcome),
    }
    const made_by = { run_at: now, run_by: viewer.person.id }
    await trx
      .insertInto('rule_rehearsal')
      .values({ organisation, id, edition: place.edition, number, ...kept, ...made_by })
      .execute()
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: 'rehearsal/run',
      actor: viewer.person.id,
      at: now,
      details: { rehearsal: id, number, possible: outcome.possible, draws: outcome.draws },
    })
    return ok({ rehearsal: id, number })
  })
}

/** An edition before anybody applied: a rule of each gender speaks of both. */
function factsOf(terms: NonNullable<Awaited<ReturnType<typeof termsOf>>>): SelectionFacts {
  const reviews = { readings: 0, interviews: 0, awaited: 0 }
  return { terms, applications: [], given: [], changed: [], reviews }
}

async function poolOf(db: Database, organisation: string, pool: PoolChoice): Promise<Result<RehearsalInput['pool']>> {
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
