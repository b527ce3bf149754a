/** Applying a plan of assignment, taking an assignment back. */
import { mayArrangeReviews } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { planAssignment } from '../plan.ts'
import { assignmentFacts } from '../queries/assignment-facts.ts'

/**
 * Applies the plan that was shown: it is worked out again under a lock, and refused with `assignment/inputs-changed` when
 * anything it rests on has changed since. Refuses also `assignment/not-allowed`, `…/infeasible`, `…/nothing-to-do`,
 * `…/sealed`.
 */
export async function applyAssignment(
  db: Database,
  viewer: SignedIn,
  place: Place,
  fingerprint: string,
  now: Date,
): Promise<Result<{ pairs: number }>> {
  return apply(db, viewer, place, 'reading', fingerprint, now)
}

/** The same for third readers of applications whose readings diverge. */
export async function applyThirdReaders(
  db: Database,
  viewer: SignedIn,
  place: Place,
  fingerprint: string,
  now: Date,
): Promise<Result<{ pairs: number }>> {
  return apply(db, viewer, place, 'third', fingerprint, now)
}

async function apply(
  db: Database,
  viewer: SignedIn,
  place: Place,
  which: 'reading' | 'third',
  fingerprint: string,
  now: Date,
): Promise<Result<{ pairs: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('assignment/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('assignment/sealed')
    const plan = planAssignment((await assignmentFacts(trx, organisation, place.edition))[which])
    if (plan.fingerprint !== fingerprint) return refused('assignment/inputs-changed')
    if (plan.conflict.length > 0) return refused('assignment/infeasible')
    if (plan.pairs.length === 0) return refused('assignment/nothing-to-do')
    const rows = plan.pairs.map(([application, reviewer]) => ({
      organisation,
      id: newId(now),
      edition: place.edition,
      stage: 'reading' as const,
      application,
      reviewer,
      third: which === 'third',
      assigned_at: now,
      assigned_by: person.id,
    }))
    for (let from = 0; from < rows.length; from += 1000)
      await trx
        .insertInto('assignment')
        .values(rows.slice(from, from + 1000))
        .execute()
    await audit(trx, {
      organisation,
      stream: place.edition,
      act: which === 'third' ? 'assignment/third-readers-asked' : 'assignment/applied',
      actor: person.id,
      at: now,
      details: { fingerprint, pairs: rows.length },
    })
    return ok({ pairs: rows.length })
  })
}

/** One arrangement at a time in an edition. */
export async function lockEdition(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', edition).forUpdate().execute()
}

/** Whether the selection of the edition is sealed: from then on nothing it rests on changes. */
export async function isSealed(db: Reader, organisation: string, edition: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('selection_seal')
      .select('id')
      .where('organisation', '=', organisation)
      .where('edition', '=', edition)
      .executeTakeFirst()) !== undefined
  )
}

/**
 * Takes an assignment back (a reviewer who cannot go on, an application found not eligible): the review leaves every
 * count and is kept. Refuses `assignment/not-allowed`, `…/unknown`, `…/ended`, `…/sealed`, `…/unreasoned`.
 */
export async function endAssignment(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly assignment: string; readonly reason: string },
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('assignment/not-allowed')
  if (!isId(input.assignment)) return refused('assignment/unknown')
  if (input.reason.trim() === '') return refused('assignment/unreasoned')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const row = await trx
      .selectFrom('assignment')
      .select(['application', 'reviewer', 'stage', 'ended_at'])
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('id', '=', input.assignment)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return refused('assignment/unknown')
    if (row.ended_at !== null) return refused('assignment/ended')
    if (await isSealed(trx, organisation, place.edition)) return refused('assignment/sealed')
    await trx
      .updateTable('assignment')
      .set({ ended_at: now, ended_by: person.id, end_reason: input.reason.trim() })
      .where('organisation', '=', organisation)
      .where('id', '=', input.assignment)
      .execute()
    await audit(trx, {
      organisation,
      stream: row.application,
      act: 'assignment/ended',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, reviewer: row.reviewer, stage: row.stage },
    })
    return ok(null)
  })
}
