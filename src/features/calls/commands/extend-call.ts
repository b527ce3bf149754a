/** Putting a deadline off. Everybody who holds a draft is written to, in their language, by the same act. */
import { createHash } from 'node:crypto'
import { extendCall as extend } from '../../../domain/call.ts'
import { mayBuildEditions } from '../../../domain/edition.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { writeMessage } from '../../messages/index.ts'
import { extensionMail } from '../deadline-mail.ts'
import { draftHolders, lockCall, moveDeadline } from './locked-call.ts'

export interface ExtensionInput {
  /** Slug of the edition. */
  readonly edition: string
  /** The new deadline as promised, 'YYYY-MM-DDTHH:MM' in the zone of the call. */
  readonly deadline: string
  readonly reason: Trilingual
  /** `deadlineFingerprint` of what was shown. */
  readonly fingerprint: string
}

export interface Extended {
  readonly seq: number
  /** Holders of drafts who were written to. */
  readonly told: number
}

/**
 * What the change of a deadline was shown over: the deadline as it stands (null without one), the new one, the reason.
 * Who holds a draft may change meanwhile; whoever does is told.
 */
export function deadlineFingerprint(input: Omit<ExtensionInput, 'fingerprint'>, standing: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([input.edition, input.deadline, input.reason.ar, input.reason.fr, input.reason.en, standing]))
    .digest('hex')
}

/**
 * Puts the deadline of a call off. Refuses `call/unknown`, `page/not-allowed`, `call/not-public`, `call/no-deadline`,
 * `call/closed`, `call/not-later`, `call/extended-enough`, `call/reason-missing`, `call/time-skipped` for a time no clock
 * shows, and `call/plan-changed` when the deadline is no longer what was shown. Ages are still counted on the day that
 * was announced.
 */
export function extendCall(db: Database, viewer: SignedIn, input: ExtensionInput, origin: string, now: Date): Promise<Result<Extended>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const call = await lockCall(trx, organisation, input.edition)
    if (call === undefined) return refused('call/unknown')
    if (!mayBuildEditions(viewer, call.programme)) return refused('page/not-allowed')
    if (deadlineFingerprint(input, call.wall) !== input.fingerprint) return refused('call/plan-changed')
    const promised = promisedInstant({ wall: input.deadline, zone: call.zone })
    if (!promised.ok) return refused('call/time-skipped', { wall: input.deadline, zone: call.zone })
    const { deadlineAt: before } = call.times
    const allowed = extend({ call: call.times, before: call.extended }, { deadlineAt: promised.instant, reason: input.reason }, now)
    if (!allowed.ok) return allowed
    if (before === null || call.wall === null) return refused('call/no-deadline')
    const holders = await draftHolders(trx, organisation, call.id)
    const { seq } = allowed.value
    await trx
      .insertInto('call_extension')
      .values({
        organisation,
        call: call.id,
        seq,
        from_at: before,
        from_wall: call.wall,
        to_at: promised.instant,
        to_wall: input.deadline,
        reason: JSON.stringify(input.reason),
        told: holders.length,
        decided_at: now,
        decided_by: person.id,
      })
      .execute()
    await moveDeadline(trx, organisation, call, { wall: input.deadline, at: promised.instant })
    for (const { application, person: holder, address, language } of holders) {
      const mail = extensionMail({ ...input, ...call, deadlineAt: promised.instant, application }, language, origin)
      await writeMessage(trx, { organisation, kind: 'call-extended', person: holder, address, language, object: application, ...mail }, now)
    }
    const details = { seq, from: call.wall, to: input.deadline, told: holders.length }
    await audit(trx, { organisation, stream: call.edition, act: 'call/extended', actor: person.id, at: now, details })
    return ok({ seq, told: holders.length })
  })
}
