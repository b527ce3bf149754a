/** Announcing when a call without a deadline closes. Everybody who holds a draft is written to, in their language, by the same act. */
import { closeCall as close } from '../../../domain/call.ts'
import { mayBuildEditions } from '../../../domain/edition.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { writeMessage } from '../../messages/index.ts'
import { closingMail } from '../deadline-mail.ts'
import { deadlineFingerprint, type ExtensionInput } from './extend-call.ts'
import { draftHolders, lockCall, moveDeadline } from './locked-call.ts'

/**
 * Gives a call without a deadline one. From then on it is a call with a deadline: it may be put off, never brought
 * forward. Refuses `call/unknown`, `page/not-allowed`, `call/not-public`, `call/has-deadline`, `call/not-open-yet`,
 * `call/notice-too-short`, `call/reason-missing`, `call/time-skipped`, and `call/plan-changed` when it was given a deadline
 * since it was shown.
 */
export function closeCall(db: Database, viewer: SignedIn, input: ExtensionInput, origin: string, now: Date): Promise<Result<{ told: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const call = await lockCall(trx, organisation, input.edition)
    if (call === undefined) return refused('call/unknown')
    if (!mayBuildEditions(viewer, call.programme)) return refused('page/not-allowed')
    if (deadlineFingerprint(input, call.wall) !== input.fingerprint) return refused('call/plan-changed')
    const promised = promisedInstant({ wall: input.deadline, zone: call.zone })
    if (!promised.ok) return refused('call/time-skipped', { wall: input.deadline, zone: call.zone })
    const closing = { closesAt: promised.instant, reason: input.reason }
    const allowed = close(call.times, closing, now)
    if (!allowed.ok) return allowed
    const holders = await draftHolders(trx, organisation, call.id)
    await trx
      .insertInto('call_closing')
      .values({
        organisation,
        call: call.id,
        closes_at: promised.instant,
        closes_wall: input.deadline,
        reason: JSON.stringify(input.reason),
        told: holders.length,
        decided_at: now,
        decided_by: person.id,
      })
      .execute()
    await moveDeadline(trx, organisation, call, { wall: input.deadline, at: promised.instant })
    for (const { application, person: holder, address, language } of holders) {
      const mail = closingMail({ ...input, ...call, deadlineAt: promised.instant, application }, language, origin)
      await writeMessage(trx, { organisation, kind: 'call-closing', person: holder, address, language, object: application, ...mail }, now)
    }
    const details = { closes: input.deadline, told: holders.length }
    await audit(trx, { organisation, stream: call.edition, act: 'call/closing-announced', actor: person.id, at: now, details })
    return ok({ told: holders.length })
  })
}
