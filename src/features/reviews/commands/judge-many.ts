/** One answer to many questions, as the plan that was shown says: for all of them or for none. */
import type { TieKind } from '../../../domain/conflict.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayArrangeReviews, readingReason } from '../../../domain/review.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit, auditAll } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { answersPlan, type ChosenTies } from '../queries/answers-plan.ts'
import { isSealed, lockEdition } from './assign.ts'
import { carryOut } from './judge-tie.ts'

export interface AnswersInput {
  readonly chosen: ChosenTies
  readonly stands: boolean
  readonly reason: string
  readonly fingerprint: string
}

/**
 * Answers every question of the plan with one reason. It is worked out again under a lock, and refused with
 * `conflict/inputs-changed` when somebody answered one of them, or a tie came or went, since it was shown. Refuses also
 * `conflict/not-allowed`, `…/unreasoned`, `…/none-chosen`, `…/sealed`.
 */
export async function judgeMany(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: AnswersInput,
  now: Date,
): Promise<Result<{ answered: number; ended: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('conflict/not-allowed')
  const { stands } = input
  const reasoned = readingReason(input.reason, 'conflict/unreasoned')
  if (!reasoned.ok) return reasoned
  const reason = reasoned.value
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('conflict/sealed')
    const plan = await answersPlan(trx, viewer, place, input.chosen, stands, person.language)
    if (plan === null || plan.lines.length === 0) return refused('conflict/none-chosen')
    if (plan.fingerprint !== input.fingerprint) return refused('conflict/inputs-changed')
    // A question is about a tie that was found, never about what a reviewer declared.
    const ties = plan.lines.map(({ reviewer, application, kind, seq }) => ({ reviewer, application, kind: kind as TieKind, seq: seq + 1 }))
    let ended = 0
    for (let from = 0; from < ties.length; from += 1000) {
      const rows = ties.slice(from, from + 1000).map((tie) => ({ organisation, ...tie, stands, reason, judged_at: now, judged_by: person.id }))
      await trx.insertInto('conflict_verdict').values(rows).execute()
    }
    for (const { seq: _, ...tie } of ties) ended += (await carryOut(trx, viewer, place, { ...tie, stands, reason }, now)).ended
    const act = stands ? ('conflict/confirmed' as const) : ('conflict/dismissed' as const)
    await auditAll(
      trx,
      ties.map(({ application, ...details }) => ({ organisation, stream: application, act, actor: person.id, at: now, details })),
    )
    const details = { stands, answered: ties.length, ended, fingerprint: plan.fingerprint }
    await audit(trx, { organisation, stream: place.edition, act: 'conflict/answered-together', actor: person.id, at: now, details })
    return ok({ answered: ties.length, ended })
  })
}
