/** The selection: simulated, sealed by the chair, published by the direction, announced by letters two people saw. */
import { approveBatch } from '../../features/messages/index.ts'
import { planSelection, prepareResultLetters, publishSelection, sealSelection } from '../../features/selection/index.ts'
import { addDays, addMinutes, instant } from '../world/clock.ts'
import { type EditionKey, SCENARIO } from '../world/scenario.ts'
import { type Loading, teamMember } from './context.ts'
import { ORGANISATION } from './organisation.ts'
import { must } from './readings.ts'

/** The moments of the decision of an edition. */
export function decisionTimes(edition: EditionKey) {
  const { results, interviewDays } = SCENARIO[edition].calendar
  return {
    planned: new Date(instant(`${addDays(interviewDays.TTA, 1)}T10:00`)),
    sealed: new Date(instant(`${addDays(results, -1)}T17:00`)),
    published: new Date(instant(`${results}T10:00`)),
    prepared: new Date(instant(`${results}T10:20`)),
    approved: new Date(instant(`${results}T10:45`)),
    offered: new Date(instant(`${results}T12:00`)),
  }
}

export async function loadSelection({ db, ids, until, origin }: Loading): Promise<void> {
  const at = decisionTimes(ids.key)
  const [chair, director, officer] = [await teamMember(db, 'chair'), await teamMember(db, 'director'), await teamMember(db, 'nadia')]
  if (until < at.planned) return
  const plan = must(await planSelection(db, officer, ids.place, at.planned))
  if (until < at.sealed) return
  must(await sealSelection(db, chair, plan.plan, plan.fingerprint, at.sealed))
  if (until < at.published) return
  must(await publishSelection(db, director, ids.place, at.published))
  const letters = must(await prepareResultLetters(db, officer, ids.place, origin, at.prepared))
  must(await approveBatch(db, director, letters.batch, at.approved))
}

/** Marks as kept in the mailbox every letter that has left by now, a minute after it could. */
export async function keepLetters({ db, until }: Pick<Loading, 'db' | 'until'>): Promise<void> {
  const rows = await db
    .selectFrom('message as m')
    .leftJoin('message_batch as b', (join) => join.onRef('b.organisation', '=', 'm.organisation').onRef('b.id', '=', 'm.batch'))
    .leftJoin('message_delivery as d', (join) => join.onRef('d.organisation', '=', 'm.organisation').onRef('d.message', '=', 'm.id'))
    .select(['m.id', 'm.written_at', 'm.batch', 'b.approved_at'])
    .where('m.organisation', '=', ORGANISATION)
    .where('d.message', 'is', null)
    .execute()
  const left = rows.filter((row) => row.batch === null || row.approved_at !== null)
  const kept = left.map((row) => {
    const at = new Date(addMinutes((row.approved_at ?? row.written_at).toISOString(), 1))
    return { organisation: ORGANISATION, message: row.id, attempt: 1, outcome: 'kept' as const, at: at > until ? until : at }
  })
  for (let from = 0; from < kept.length; from += 500)
    await db
      .insertInto('message_delivery')
      .values(kept.slice(from, from + 500))
      .onConflict((already) => already.constraint('message_delivery_key').doNothing())
      .execute()
}
