/** A plan: what the rules give with the inputs as they stand. It decides nothing. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { runEngine } from '../../../engines/run.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { isSealed } from '../../reviews/index.ts'
import { engineInput, fingerprintOf } from '../engine-input.ts'
import { selectionFacts } from '../queries/selection-facts.ts'

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
  const { organisation } = viewer
  if (!mayPlanSelection(viewer, place)) return refused('page/not-allowed')
  const facts = await selectionFacts(db, organisation, place.edition)
  if (facts === null) return refused('page/not-found')
  if (await isSealed(db, organisation, place.edition)) return refused('selection/already-sealed')
  const input = engineInput(facts)
  if (input === null) return refused('selection/no-candidate')
  const output = await runEngine('selection', input)
  const fingerprint = fingerprintOf(input)
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('selection/already-sealed')
    const last = await trx
      .selectFrom('selection_plan')
      .select((all) => all.fn.max('number').as('number'))
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .executeTakeFirst()
    const [plan, number] = [newId(now), (last?.number ?? 0) + 1]
    await trx
      .insertInto('selection_plan')
      .values({
        organisation,
        id: plan,
        edition: place.edition,
        number,
        fingerprint,
        input: JSON.stringify(input),
        output: JSON.stringify(output),
        planned_at: now,
        planned_by: viewer.person.id,
      })
      .execute()
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: 'selection/planned',
      actor: viewer.person.id,
      at: now,
      details: { plan, number, fingerprint },
    })
    return ok({ plan, number, fingerprint, solved: output.status === 'optimal' })
  })
}

/** Plans, seals and publications of an edition take their turn. */
export async function lockEdition(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', edition).forNoKeyUpdate().executeTakeFirst()
}
