/** A project leaves before the end. */
import { leave, mayOffer } from '../../../domain/cohort.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'

export interface Departure {
  readonly project: string
  /** 'YYYY-MM-DD', in the zone of the organisation. */
  readonly leftOn: string
  readonly reason: string
}

/** Records the departure of an admitted project; it stays admitted and is no longer active. */
export async function recordDeparture(db: Database, viewer: SignedIn, input: Departure, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    // The lock comes first, so that a departure recorded at the same instant is seen below.
    await trx.selectFrom('project').select('id').where('organisation', '=', viewer.organisation).where('id', '=', input.project).forUpdate().execute()
    const row = await trx
      .selectFrom('project as j')
      .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
      .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'j.organisation').onRef('e.id', '=', 'j.edition'))
      .innerJoin('organisation as g', 'g.id', 'j.organisation')
      .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
      .select(['j.edition', 'o.accepted', 'o.answered_at', 'e.programme', 'g.zone', 'l.left_on'])
      .where('j.organisation', '=', viewer.organisation)
      .where('j.id', '=', input.project)
      .executeTakeFirst()
    if (row === undefined) return refused('page/not-found')
    if (!mayOffer(viewer, { programme: row.programme, edition: row.edition })) return refused('page/not-allowed')
    const allowed = leave({
      accepted: row.accepted === true,
      alreadyLeft: row.left_on !== null,
      reason: input.reason,
      leftOn: input.leftOn,
      acceptedOn: row.answered_at === null ? '' : dayIn(row.answered_at, row.zone),
      today: dayIn(now, row.zone),
    })
    if (!allowed.ok) return allowed
    await trx
      .insertInto('departure')
      .values({
        organisation: viewer.organisation,
        edition: row.edition,
        project: input.project,
        left_on: input.leftOn,
        reason: input.reason,
        recorded_at: now,
        recorded_by: viewer.person.id,
      })
      .execute()
    await audit(trx, {
      organisation: viewer.organisation,
      stream: input.project,
      act: 'project/left',
      actor: viewer.person.id,
      at: now,
      details: { on: input.leftOn },
    })
    return ok(null)
  })
}
