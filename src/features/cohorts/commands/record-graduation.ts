/** The end of the months of support: every project that is still active has completed them. */
import { graduate, mayOffer } from '../../../domain/cohort.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'

export interface Graduation {
  readonly edition: string
  /** 'YYYY-MM-DD', in the zone of the organisation. */
  readonly on: string
}

/**
 * Records that the projects of an edition that have a place and have not left completed their support on a day. Those
 * recorded before stay as they are. Refuses `page/not-found`, `page/not-allowed`, `graduation/not-yet`, `graduation/nobody`.
 */
export async function recordGraduation(db: Database, viewer: SignedIn, input: Graduation, now: Date): Promise<Result<{ projects: number }>> {
  const { organisation, person } = viewer
  if (!isId(input.edition)) return refused('page/not-found')
  return atomically(db, async (trx) => {
    const edition = await trx
      .selectFrom('edition as e')
      .innerJoin('organisation as g', 'g.id', 'e.organisation')
      .select(['e.programme', 'g.zone'])
      .where('e.organisation', '=', organisation)
      .where('e.id', '=', input.edition)
      .forUpdate('e')
      .executeTakeFirst()
    if (edition === undefined) return refused('page/not-found')
    if (!mayOffer(viewer, { programme: edition.programme, edition: input.edition })) return refused('page/not-allowed')
    const active = await trx
      .selectFrom('offer as o')
      .leftJoin('departure as d', (join) => join.onRef('d.organisation', '=', 'o.organisation').onRef('d.project', '=', 'o.project'))
      .leftJoin('graduation as g', (join) => join.onRef('g.organisation', '=', 'o.organisation').onRef('g.project', '=', 'o.project'))
      .select('o.project')
      .where('o.organisation', '=', organisation)
      .where('o.edition', '=', input.edition)
      .where('o.accepted', '=', true)
      .where('d.project', 'is', null)
      .where('g.project', 'is', null)
      .orderBy('o.project')
      .execute()
    const allowed = graduate({ active: active.length, on: input.on, today: dayIn(now, edition.zone) })
    if (!allowed.ok) return allowed
    const rows = active.map(({ project }) => ({
      organisation,
      edition: input.edition,
      project,
      graduated_on: input.on,
      recorded_at: now,
      recorded_by: person.id,
    }))
    await trx.insertInto('graduation').values(rows).execute()
    await audit(trx, {
      organisation,
      stream: input.edition,
      act: 'cohort/graduated',
      actor: person.id,
      at: now,
      details: { on: input.on, projects: rows.length },
    })
    return ok({ projects: rows.length })
  })
}
