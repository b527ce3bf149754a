/** Taking an application back. */
import { sql } from 'kysely'
import { mayAnswerFor, withdraw } from '../../../domain/application.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { lockDraft } from './merge-draft.ts'

export interface WithdrawalInput {
  readonly application: string
  /** In the holder's words; may be empty. */
  readonly reason: string
}

/**
 * Withdraws an application, a draft or one already sent. Nothing is deleted: what was sent stays on record, and a new
 * application in the same call begins with its answers. Refuses `application/unknown`, `…/not-holder`, `…/withdrawn`,
 * `…/results-published`.
 */
export async function withdrawApplication(db: Database, viewer: SignedIn, input: WithdrawalInput, now: Date): Promise<Result<{ withdrawnAt: Date }>> {
  if (!isId(input.application)) return refused('application/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await lockDraft(trx, organisation, input.application, person.id)
    if (held === null) return refused('application/unknown')
    if (!mayAnswerFor(held.facts.membership)) return refused('application/not-holder')
    const published = await trx
      .selectFrom('publication')
      .select(sql<Date | null>`min(published_at)`.as('at'))
      .where('organisation', '=', organisation)
      .where('edition', '=', held.facts.edition)
      .executeTakeFirstOrThrow()
    const outcome = withdraw({ withdrawnAt: held.facts.withdrawnAt, publishedAt: published.at }, now)
    if (!outcome.ok) return outcome
    await trx
      .insertInto('withdrawal')
      .values({ organisation, application: input.application, withdrawn_at: now, withdrawn_by: person.id, reason: input.reason })
      .execute()
    await audit(trx, {
      organisation,
      stream: input.application,
      act: 'application/withdrawn',
      actor: person.id,
      at: now,
      details: { submitted: held.facts.submittedAt !== null },
    })
    return ok(outcome.value)
  })
}
