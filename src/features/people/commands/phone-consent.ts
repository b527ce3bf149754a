/** Wanting messages on one's phone, and not wanting them any more: both dated, both one's own act. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isMobile } from '../../../platform/input/form.ts'

/** `phone` in E.164. The number wanted before, if any, is wanted no more. Refuses `phone/no-mobile` and `phone/same`. */
export async function wantPhoneMessages(db: Database, viewer: SignedIn, phone: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!isMobile(phone)) return refused('phone/no-mobile')
  return atomically(db, async (trx) => {
    const last = await lastConsent(trx, viewer)
    const holds = last !== undefined && last.ended_at === null
    if (holds && last.phone === phone) return refused('phone/same')
    if (holds) await endConsent(trx, viewer, last.seq, now)
    const seq = (last?.seq ?? 0) + 1
    await trx.insertInto('phone_consent').values({ organisation, person: person.id, seq, phone, given_at: now }).execute()
    await audit(trx, { organisation, stream: person.id, act: 'phone/consent-given', actor: person.id, at: now, details: { seq } })
    return ok(null)
  })
}

/** Nothing more is sent to the phone, not even what was already written. Refuses `phone/none`. */
export async function stopPhoneMessages(db: Database, viewer: SignedIn, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const last = await lastConsent(trx, viewer)
    if (last === undefined || last.ended_at !== null) return refused('phone/none')
    await endConsent(trx, viewer, last.seq, now)
    await audit(trx, { organisation, stream: person.id, act: 'phone/consent-ended', actor: person.id, at: now, details: { seq: last.seq } })
    return ok(null)
  })
}

/** The last one, ended or not, with its person locked: two at once come one after the other. */
async function lastConsent(trx: Trx, { organisation, person }: SignedIn) {
  await trx.selectFrom('person').select('id').where('organisation', '=', organisation).where('id', '=', person.id).forUpdate().execute()
  return trx
    .selectFrom('phone_consent')
    .select(['seq', 'phone', 'ended_at'])
    .where('organisation', '=', organisation)
    .where('person', '=', person.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function endConsent(trx: Trx, { organisation, person }: SignedIn, seq: number, now: Date): Promise<void> {
  await trx
    .updateTable('phone_consent')
    .set({ ended_at: now })
    .where('organisation', '=', organisation)
    .where('person', '=', person.id)
    .where('seq', '=', seq)
    .execute()
}
