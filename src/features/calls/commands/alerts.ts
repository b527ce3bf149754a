/** Asking to be told about calls, confirming it by the link of a mail, and stopping it. Nobody needs an account. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { confirmAlert as confirm, mayAskAlert } from '../../../domain/call-alert.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { countedThisHour } from '../../../platform/database/rate.ts'
import { forgetAddress, writeMessage } from '../../messages/index.ts'
import { askedMail } from '../alert-mail.ts'

export interface AlertInput {
  /** Slug of the edition on whose page it was asked: its programme is followed. Null: any call of the organisation. */
  readonly edition: string | null
  readonly address: string
  readonly language: Language
  /** Network it was asked from, for the brake on how many are asked. */
  readonly client: string
}

/**
 * Mails a link that confirms. The answer is the same whether or not the address is known. Refuses `call/unknown` and
 * `call-alert/too-many`. The trail holds neither the address nor the id of the alert.
 */
export function askAlert(db: Database, organisation: string, input: AlertInput, origin: string, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const followed = await followedBy(trx, organisation, input.edition, now)
    if (followed === null) return refused('call/unknown')
    const fold = createHash('sha256').update(`${organisation} ${input.address}`).digest('hex').slice(0, 32)
    const allowed = mayAskAlert({
      network: await countedThisHour(trx, organisation, `call-alert ${input.client}`, now),
      address: await countedThisHour(trx, organisation, `call-alert ${fold}`, now),
      all: await countedThisHour(trx, organisation, 'call-alert', now),
    })
    if (!allowed.ok) return allowed
    const { programme, name } = followed
    const { address, language } = input
    const alert = await trx
      .insertInto('call_alert')
      .values({ organisation, id: randomUUID(), programme, address, language, asked_at: now, confirmed_at: null })
      .onConflict((known) =>
        known.constraint('call_alert_once').doUpdateSet({
          asked_at: now,
          language: sql`case when call_alert.confirmed_at is null then excluded.language else call_alert.language end`,
        }),
      )
      .returning(['id', 'confirmed_at'])
      .executeTakeFirstOrThrow()
    const mail = askedMail({ name, link: `${origin}/${language}/alerts/${alert.id}`, confirmed: alert.confirmed_at !== null }, language)
    await writeMessage(trx, { organisation, kind: 'call-alert-asked', person: null, address, language, object: alert.id, ...mail }, now)
    await audit(trx, { organisation, stream: programme ?? organisation, act: 'call-alert/asked', actor: null, at: now })
    return ok(null)
  })
}

/** The programme of a public call; of none, the organisation itself. */
async function followedBy(
  trx: Trx,
  organisation: string,
  edition: string | null,
  now: Date,
): Promise<{ programme: string | null; name: Trilingual } | null> {
  if (edition === null) {
    const { name } = await trx.selectFrom('organisation').select('name').where('id', '=', organisation).executeTakeFirstOrThrow()
    return { programme: null, name }
  }
  const found = await trx
    .selectFrom('edition as e')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'e.organisation').onRef('c.edition', '=', 'e.id'))
    .innerJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.programme'))
    .select(['p.id as programme', 'p.name'])
    .where('e.organisation', '=', organisation)
    .where('e.slug', '=', edition)
    .where('c.published_at', '<=', now)
    .executeTakeFirst()
  return found ?? null
}

/** From then on the alert speaks. Refuses `call-alert/unknown`, also once the link is too old. */
export function confirmAlert(db: Database, organisation: string, id: string, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const alert = isId(id) ? await lockAlert(trx, organisation, id) : undefined
    const confirmed = confirm(alert === undefined ? null : { askedAt: alert.asked_at, confirmedAt: alert.confirmed_at }, now)
    if (!confirmed.ok) return confirmed
    if (alert === undefined || alert.confirmed_at !== null) return ok(null)
    const { confirmedAt } = confirmed.value
    await trx.updateTable('call_alert').set({ confirmed_at: confirmedAt }).where('organisation', '=', organisation).where('id', '=', id).execute()
    await audit(trx, { organisation, stream: alert.programme ?? organisation, act: 'call-alert/confirmed', actor: null, at: now })
    return ok(null)
  })
}

/** The address is erased, here and in the mails it was sent; one that is gone already stays so. */
export function endAlert(db: Database, organisation: string, id: string, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const alert = isId(id) ? await lockAlert(trx, organisation, id) : undefined
    if (alert === undefined) return ok(null)
    await eraseAlert(trx, organisation, id)
    await audit(trx, { organisation, stream: alert.programme ?? organisation, act: 'call-alert/ended', actor: null, at: now })
    return ok(null)
  })
}

export async function eraseAlert(trx: Trx, organisation: string, id: string): Promise<void> {
  await trx.deleteFrom('call_alert').where('organisation', '=', organisation).where('id', '=', id).execute()
  await forgetAddress(trx, organisation, id)
}

function lockAlert(trx: Trx, organisation: string, id: string) {
  return trx
    .selectFrom('call_alert')
    .select(['programme', 'asked_at', 'confirmed_at'])
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
