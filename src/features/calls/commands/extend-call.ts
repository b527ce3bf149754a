/** Putting a deadline off. Everybody who holds a draft is written to, in their language, by the same act. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type CallTimes, extendCall as extend } from '../../../domain/call.ts'
import { mayBuildEditions } from '../../../domain/edition.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { writeMessage } from '../../messages/index.ts'
import { extensionMail } from '../extension-mail.ts'

export interface ExtensionInput {
  /** Slug of the edition. */
  readonly edition: string
  /** The new deadline as promised, 'YYYY-MM-DDTHH:MM' in the zone of the call. */
  readonly deadline: string
  readonly reason: Trilingual
  /** `extensionFingerprint` of what was shown. */
  readonly fingerprint: string
}

export interface Extended {
  readonly seq: number
  /** Holders of drafts who were written to. */
  readonly told: number
}

/** Who holds a draft that was not sent, with an address to write to. */
export interface DraftHolder {
  readonly application: string
  readonly person: string
  readonly address: string
  readonly language: Language
}

/** What an extension was shown over: the deadline as it stands, the new one, the reason. Who holds a draft may change meanwhile; whoever does is told. */
export function extensionFingerprint(input: Omit<ExtensionInput, 'fingerprint'>, standing: string): string {
  return createHash('sha256')
    .update(JSON.stringify([input.edition, input.deadline, input.reason.ar, input.reason.fr, input.reason.en, standing]))
    .digest('hex')
}

/**
 * Puts the deadline of a call off. Refuses `call/unknown`, `page/not-allowed`, `call/not-public`, `call/closed`,
 * `call/not-later`, `call/extended-enough`, `call/reason-missing`, `call/time-skipped` for a time no clock shows, and
 * `call/plan-changed` when the deadline is no longer what was shown. Ages are still counted on the day that was announced.
 */
export function extendCall(db: Database, viewer: SignedIn, input: ExtensionInput, origin: string, now: Date): Promise<Result<Extended>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const call = await lockCall(trx, organisation, input.edition)
    if (call === undefined) return refused('call/unknown')
    if (!mayBuildEditions(viewer, call.programme)) return refused('page/not-allowed')
    const standing = call.deadline_wall.slice(0, 16).replace(' ', 'T')
    if (extensionFingerprint(input, standing) !== input.fingerprint) return refused('call/plan-changed')
    const promised = promisedInstant({ wall: input.deadline, zone: call.zone })
    if (!promised.ok) return refused('call/time-skipped', { wall: input.deadline, zone: call.zone })
    const times: CallTimes = {
      publishedAt: call.published_at,
      opensAt: call.opens_at,
      deadlineAt: call.deadline_at,
      graceSeconds: call.grace_seconds,
    }
    const allowed = extend({ call: times, before: Number(call.before) }, { deadlineAt: promised.instant, reason: input.reason }, now)
    if (!allowed.ok) return allowed
    const holders = await draftHolders(trx, organisation, call.id)
    const { seq } = allowed.value
    await trx
      .insertInto('call_extension')
      .values({
        organisation,
        call: call.id,
        seq,
        from_at: call.deadline_at,
        from_wall: call.deadline_wall,
        to_at: promised.instant,
        to_wall: input.deadline,
        reason: JSON.stringify(input.reason),
        told: holders.length,
        decided_at: now,
        decided_by: person.id,
      })
      .execute()
    await moveDeadline(trx, organisation, call, { wall: input.deadline, at: promised.instant })
    for (const holder of holders) {
      const mail = extensionMail({ ...input, ...call, deadlineAt: promised.instant, application: holder.application }, holder.language, origin)
      await writeMessage(
        trx,
        {
          organisation,
          kind: 'call-extended',
          person: holder.person,
          address: holder.address,
          language: holder.language,
          object: holder.application,
          ...mail,
        },
        now,
      )
    }
    const details = { seq, from: standing, to: input.deadline, told: holders.length }
    await audit(trx, { organisation, stream: call.edition, act: 'call/extended', actor: person.id, at: now, details })
    return ok({ seq, told: holders.length })
  })
}

interface LockedCall {
  readonly id: string
  readonly edition: string
  readonly programme: string
  readonly title: Trilingual
  readonly zone: string
  readonly published_at: Date | null
  readonly opens_at: Date
  readonly deadline_at: Date
  readonly deadline_wall: string
  readonly grace_seconds: number
  readonly before: string | number
}

async function lockCall(trx: Trx, organisation: string, edition: string): Promise<LockedCall | undefined> {
  const found = await sql<LockedCall>`
    select c.id, c.edition, e.programme, c.title, c.zone, c.published_at, c.opens_at, c.deadline_at, c.deadline_wall::text as deadline_wall, c.grace_seconds,
      (select count(*) from call_extension x where x.organisation = c.organisation and x.call = c.id) as before
    from call c join edition e on e.organisation = c.organisation and e.id = c.edition
    where c.organisation = ${organisation} and e.slug = ${edition}
    for update of c`.execute(trx)
  return found.rows[0]
}

/** The calendar of the edition repeats the deadline: it moves with it. */
async function moveDeadline(trx: Trx, organisation: string, call: LockedCall, to: { wall: string; at: Date }): Promise<void> {
  await trx
    .updateTable('call')
    .set({ deadline_at: to.at, deadline_wall: to.wall })
    .where('organisation', '=', organisation)
    .where('id', '=', call.id)
    .execute()
  const day = to.wall.slice(0, 10)
  await trx
    .updateTable('edition_date')
    .set({ starts_on: day, ends_on: day })
    .where('organisation', '=', organisation)
    .where('edition', '=', call.edition)
    .where('code', '=', 'deadline')
    .execute()
}

/** Everybody who holds a draft of the call that was neither sent nor taken back. */
export async function draftHolders(db: Reader, organisation: string, call: string): Promise<readonly DraftHolder[]> {
  const found = await sql<DraftHolder>`
    select a.id as application, p.id as person, p.email as address, a.language
    from application a
    join application_member m on m.organisation = a.organisation and m.application = a.id and m.part = 'holder'
    join person p on p.organisation = a.organisation and p.id = m.person
    where a.organisation = ${organisation} and a.call = ${call} and p.email is not null
      and not exists (select from submission s where s.organisation = a.organisation and s.application = a.id)
      and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
    order by a.id`.execute(db)
  return found.rows
}
