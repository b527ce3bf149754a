/** Applying a plan of assignment, taking an assignment back. */
import { mayPlanSo, NO_OPTIONS, type PlanOptions } from '../../../domain/assignment.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { type Plan, type PlanFacts, planAssignment } from '../plan.ts'
import { figuresOf } from '../plan-figures.ts'
import type { PlanAsk } from '../plan-options.ts'
import { assignmentFacts } from '../queries/assignment-facts.ts'
import { openSeed } from '../queries/seed.ts'

/**
 * Applies the plan that was shown: it is worked out again under a lock, and refused with `assignment/inputs-changed` when
 * anything it rests on has changed since. Refuses also `assignment/options-crossed`, `…/seedless`, `…/not-allowed`, `…/infeasible`, `…/nothing-to-do`,
 * `…/sealed`.
 */
export async function applyAssignment(
  db: Database,
  viewer: SignedIn,
  place: Place,
  fingerprint: string,
  now: Date,
  { options = NO_OPTIONS, stage }: PlanAsk = {},
): Promise<Result<{ pairs: number }>> {
  return apply(db, viewer, place, { which: 'reading', fingerprint, options, stage }, now)
}

/** The same for third readers of applications whose readings diverge. */
export async function applyThirdReaders(
  db: Database,
  viewer: SignedIn,
  place: Place,
  fingerprint: string,
  now: Date,
  stage?: string,
): Promise<Result<{ pairs: number }>> {
  return apply(db, viewer, place, { which: 'third', fingerprint, options: NO_OPTIONS, stage }, now)
}

async function apply(
  db: Database,
  viewer: SignedIn,
  place: Place,
  { which, fingerprint, options, stage }: { which: 'reading' | 'third'; fingerprint: string; options: PlanOptions; stage: string | undefined },
  now: Date,
): Promise<Result<{ pairs: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('assignment/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('assignment/sealed')
    const asked = await assignmentFacts(trx, organisation, place.edition, now, stage)
    const facts = { ...asked[which], options }
    const allowed = mayPlanSo(options, facts.seed ?? null)
    if (!allowed.ok) return allowed
    const plan = await planAssignment(facts)
    if (plan.fingerprint !== fingerprint) return refused('assignment/inputs-changed')
    if (plan.conflict.length > 0) return refused('assignment/infeasible')
    if (plan.pairs.length === 0) return refused('assignment/nothing-to-do')
    const rows = plan.pairs.map(([application, reviewer]) => ({
      organisation,
      id: newId(now),
      edition: place.edition,
      stage: asked.stage,
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
    await keepPlan(trx, viewer, place, { which, facts, plan }, now)
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

/** What was applied, with the proof that nothing better was to be had. */
async function keepPlan(
  trx: Trx,
  { organisation, person }: SignedIn,
  { edition }: Place,
  { which, facts, plan }: { which: 'reading' | 'third'; facts: PlanFacts & { options: PlanOptions }; plan: Plan },
  now: Date,
): Promise<void> {
  const drawn = facts.options.limit === null ? null : (await openSeed(trx, organisation, edition)).open
  await trx
    .insertInto('assignment_plan')
    .values({
      organisation,
      id: newId(now),
      edition,
      kind: which,
      options: JSON.stringify(facts.options),
      fingerprint: plan.fingerprint,
      seed: drawn?.seq ?? null,
      figures: JSON.stringify({ ...figuresOf(facts, plan), added: plan.pairs.length }),
      certificate: JSON.stringify(plan.certificate),
      applied_at: now,
      applied_by: person.id,
    })
    .execute()
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
