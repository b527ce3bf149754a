/** Taking an application back. */
import { sql } from 'kysely'
import { mayAnswerFor, withdraw } from '../../../domain/application.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { withdrawalMail } from '../withdrawal-mail.ts'
import { lockDraft } from './merge-draft.ts'
import { tellTeam } from './tell-team.ts'

export interface WithdrawalInput {
  readonly application: string
  /** In the holder's words; may be empty. */
  readonly reason: string
}

/**
 * Withdraws an application, a draft or one already sent. Nothing is deleted: what was sent stays on record, and a new
 * application in the same call begins with its answers. Refuses `application/unknown`, `…/not-holder`, `…/withdrawn`,
 * `…/results-published`. The team of an application that was sent is written to, and an interview that was arranged is called off.
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
    if (held.facts.submittedAt !== null) {
      await tellOfWithdrawal(trx, organisation, input.application, now)
      await enqueue(trx, 'interview-call-off', { organisation, application: input.application })
    }
    return ok(outcome.value)
  })
}

/** What was sent and is taken back is told to the whole team: it may have been another hand. */
async function tellOfWithdrawal(trx: Trx, organisation: string, application: string, now: Date): Promise<void> {
  const told = await trx
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .select(['a.number', 's.language', 'e.name as edition', 'c.zone'])
    .where('s.organisation', '=', organisation)
    .where('s.application', '=', application)
    .executeTakeFirstOrThrow()
  const { language, ...facts } = told
  const mail = withdrawalMail({ ...facts, withdrawnAt: now }, language)
  await tellTeam(trx, organisation, application, { kind: 'application-withdrawn', language, ...mail }, now)
}
