/** Taking a file off the agenda: before it was opened; who did it stays in the trail. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { holdSession } from './held.ts'

/** Refuses `jury/unknown`, `…/not-allowed`, `…/closed`, `…/already-opened` for a file that was discussed or is: what was said of it stays. */
export async function takeOffAgenda(
  db: Database,
  viewer: SignedIn,
  input: { readonly session: string; readonly application: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  const { session, application } = input
  return atomically(db, async (trx) => {
    const held = await holdSession(trx, viewer, session)
    if (held === null || !isId(application)) return refused('jury/unknown')
    if (!held.prepares) return refused('jury/not-allowed')
    if (held.facts.closed) return refused('jury/closed')
    const discussed = await trx
      .selectFrom('jury_discussion')
      .select('id')
      .where('organisation', '=', organisation)
      .where('session', '=', session)
      .where('application', '=', application)
      .executeTakeFirst()
    if (discussed !== undefined) return refused('jury/already-opened')
    const gone = await trx
      .deleteFrom('jury_item')
      .where('organisation', '=', organisation)
      .where('session', '=', session)
      .where('application', '=', application)
      .returning('ground')
      .executeTakeFirst()
    if (gone === undefined) return refused('jury/unknown')
    const { number } = await trx
      .selectFrom('application')
      .select('number')
      .where('organisation', '=', organisation)
      .where('id', '=', application)
      .executeTakeFirstOrThrow()
    await audit(trx, {
      organisation,
      stream: session,
      act: 'jury/agenda-taken-off',
      actor: person.id,
      at: now,
      details: { application, number, ground: gone.ground },
    })
    return ok(null)
  })
}
