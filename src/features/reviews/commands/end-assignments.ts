/** Taking assignments back. */
import { mayEndReading, readingReason } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { OFFICERS, type Place, type SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { isSealed, lockEdition } from './assign.ts'

/** Takes one assignment back, as `endAssignments` does several. */
export function endAssignment(
  db: Database,
  viewer: SignedIn,
  place: Place,
  { assignment, reason }: { readonly assignment: string; readonly reason: string },
  now: Date,
): Promise<Result<null>> {
  return endAssignments(db, viewer, place, { assignments: [assignment], reason }, now)
}

/**
 * Takes assignments back, all or none, where `mayEndReading` allows each (a reviewer who cannot go on, an application found not eligible): their reviews leave
 * every count and are kept. Refuses `assignment/not-allowed`, `…/none-chosen`, `…/unknown`, `…/ended`, `…/sealed`,
 * `…/unreasoned`, `review/reason-too-long`.
 */
export async function endAssignments(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly assignments: readonly string[]; readonly reason: string },
  now: Date,
): Promise<Result<null>> {
  if (scopeOf(viewer, OFFICERS, place).length === 0) return refused('assignment/not-allowed')
  const asked = [...new Set(input.assignments)]
  if (asked.length === 0) return refused('assignment/none-chosen')
  if (!asked.every(isId)) return refused('assignment/unknown')
  const reasoned = readingReason(input.reason, 'assignment/unreasoned')
  if (!reasoned.ok) return reasoned
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const rows = await trx
      .selectFrom('assignment as g')
      .innerJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'g.organisation').onRef('s.application', '=', 'g.application'))
      .leftJoin('review as v', (join) => join.onRef('v.organisation', '=', 'g.organisation').onRef('v.assignment', '=', 'g.id'))
      .select(['g.id', 'g.application', 'g.reviewer', 'g.stage', 'g.ended_at', 's.region', 'v.submitted_at'])
      .where('g.organisation', '=', organisation)
      .where('g.edition', '=', place.edition)
      .where('g.id', 'in', asked)
      .forUpdate('g')
      .execute()
    if (rows.length < asked.length) return refused('assignment/unknown')
    if (!rows.every(({ region, submitted_at }) => mayEndReading(viewer, place, { region, open: submitted_at === null })))
      return refused('assignment/not-allowed')
    if (rows.some((row) => row.ended_at !== null)) return refused('assignment/ended')
    if (await isSealed(trx, organisation, place.edition)) return refused('assignment/sealed')
    await trx
      .updateTable('assignment')
      .set({ ended_at: now, ended_by: person.id, end_reason: input.reason.trim() })
      .where('organisation', '=', organisation)
      .where('id', 'in', asked)
      .execute()
    const by = { organisation, act: 'assignment/ended', actor: person.id, at: now } as const
    const entries = rows.map(({ id, application, reviewer, stage }) => ({
      ...by,
      stream: application,
      details: { assignment: id, reviewer, stage },
    }))
    await auditAll(trx, entries)
    return ok(null)
  })
}
