/** The passkeys of a person: added on their own page with a device of theirs, and taken off it. */
import { CHALLENGE_MINUTES, mayAddPasskey, mayAnswer } from '../../../domain/passkey.ts'
import { mayChangeLocks, nameFor } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { additionOptions, newChallenge, provedAddition, readAnswer } from '../../../platform/identity/passkey.ts'
import { secretHash } from '../../../platform/identity/secret.ts'
import { tellOfLock } from '../lock-mail.ts'
import { organisationOf } from '../queries/organisation.ts'
import { entranceOf } from '../session.ts'
import { inLanguage } from '../../../domain/language.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** The device a page is looked at on. */
export interface AtPage {
  /** Scheme, host and port of the page. */
  readonly origin: string
  /** Token of the session. */
  readonly session: string
}

/** Keeps a challenge for ten minutes, by its hash; those of yesterday go. */
export async function keepChallenge(trx: Trx, organisation: string, person: string | null, origin: string, now: Date): Promise<string> {
  const challenge = newChallenge()
  await trx
    .deleteFrom('passkey_challenge')
    .where('organisation', '=', organisation)
    .where('expires_at', '<', new Date(now.getTime() - DAY))
    .execute()
  await trx
    .insertInto('passkey_challenge')
    .values({
      organisation,
      hash: secretHash(challenge),
      person,
      origin,
      made_at: now,
      expires_at: new Date(now.getTime() + CHALLENGE_MINUTES * MINUTE),
    })
    .execute()
  return challenge
}

/** Uses a challenge up, whatever becomes of its answer. Refuses `passkey/too-late` and `passkey/wrong-address`. */
export async function useChallenge(
  trx: Trx,
  organisation: string,
  answer: { readonly challenge: string; readonly origin: string; readonly person: string | null },
  now: Date,
): Promise<Result<{ challengeHash: Buffer; origin: string }>> {
  const hash = secretHash(answer.challenge)
  const row = await trx
    .selectFrom('passkey_challenge')
    .select(['origin', 'person', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('organisation', '=', organisation)
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  const allowed = mayAnswer(row ?? null, answer, now)
  if (row !== undefined && row.usedAt === null)
    await trx.updateTable('passkey_challenge').set({ used_at: now }).where('organisation', '=', organisation).where('hash', '=', hash).execute()
  return allowed.ok ? ok({ challengeHash: hash, origin: answer.origin }) : allowed
}

/** What the browser hands to the device for a new key. Refuses `sign-in/not-fresh` and `passkey/too-many`. */
export async function askForPasskey(db: Database, viewer: SignedIn, page: AtPage, now: Date): Promise<Result<ReturnType<typeof additionOptions>>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const fresh = mayChangeLocks(await entranceOf(trx, organisation, person.id, page.session, now), now)
    if (!fresh.ok) return fresh
    const held = await heldBy(trx, viewer)
    const allowed = mayAddPasskey({ name: '-', held: held.length })
    if (!allowed.ok) return allowed
    const { email, language, nameAr, nameLatin } = await owner(trx, viewer)
    const site = inLanguage((await organisationOf(trx, organisation)).name, language).text
    const challenge = await keepChallenge(trx, organisation, person.id, page.origin, now)
    const known = { id: person.id, email, name: nameFor({ nameAr, nameLatin }, language) }
    return ok(additionOptions(challenge, new URL(page.origin).hostname, site, known, held))
  })
}

export interface PasskeyAddition {
  readonly name: string
  /** What the browser answered. */
  readonly answer: unknown
  /** Where it is added (platform/identity/device). */
  readonly device: string
}

/**
 * Adds the key a device has made, and tells its owner by mail. Refuses `passkey/nameless`, `passkey/too-late` (a challenge
 * is answered once, within ten minutes), `passkey/wrong-address`, `passkey/not-proved`, `passkey/known-already`, `passkey/too-many`.
 */
export async function addPasskey(
  db: Database,
  viewer: SignedIn,
  { name, answer, device }: PasskeyAddition,
  now: Date,
): Promise<Result<{ id: string }>> {
  const { organisation, person } = viewer
  const said = readAnswer(answer)
  const named = mayAddPasskey({ name, held: 0 })
  if (!named.ok) return named
  if (said === null) return refused('passkey/not-proved')
  const used = await atomically(db, (trx) => useChallenge(trx, organisation, { ...said, person: person.id }, now))
  if (!used.ok) return used
  const key = await provedAddition(answer, used.value)
  if (key === null) return refused('passkey/not-proved')
  return atomically(db, async (trx): Promise<Result<{ id: string }>> => {
    const { email, language } = await owner(trx, viewer)
    const allowed = mayAddPasskey({ name, held: (await heldBy(trx, viewer)).length })
    if (!allowed.ok) return allowed
    const id = newId(now)
    await trx
      .insertInto('passkey')
      .values({
        organisation,
        id,
        person: person.id,
        name: name.trim(),
        credential: key.credential,
        public_key: key.publicKey,
        counter: key.counter,
        transports: [...key.transports],
        synced: key.synced,
        device,
        added_at: now,
      })
      .execute()
    await audit(trx, { organisation, stream: person.id, act: 'passkey/added', actor: person.id, at: now, details: { passkey: id } })
    await tellOfLock(trx, { organisation, person: person.id, email, language, what: 'passkey-added' }, now)
    return ok({ id })
  }).catch((error: unknown) => {
    if (databaseFault(error)?.constraint === 'passkey_credential_once') return refused('passkey/known-already')
    throw error
  })
}

/** Takes a key off: it opens nothing from then on. Its owner is told by mail. Refuses `page/not-found` for any that is not the viewer's own. */
export async function removePasskey(db: Database, viewer: SignedIn, id: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!isId(id)) return refused('page/not-found')
  return atomically(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('passkey')
      .set({ removed_at: now })
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refused('page/not-found')
    const { email, language } = await owner(trx, viewer)
    await audit(trx, { organisation, stream: person.id, act: 'passkey/removed', actor: person.id, at: now, details: { passkey: id } })
    await tellOfLock(trx, { organisation, person: person.id, email, language, what: 'passkey-removed' }, now)
    return ok(null)
  })
}

/** The person, locked: of two keys added at once the second counts the first. */
async function owner(trx: Trx, { organisation, person }: SignedIn) {
  const row = await trx
    .selectFrom('person')
    .select(['email', 'language', 'name_ar as nameAr', 'name_latin as nameLatin'])
    .where('organisation', '=', organisation)
    .where('id', '=', person.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...row, email: row.email ?? '' }
}

async function heldBy(trx: Trx, { organisation, person }: SignedIn): Promise<Buffer[]> {
  const rows = await trx
    .selectFrom('passkey')
    .select('credential')
    .where('organisation', '=', organisation)
    .where('person', '=', person.id)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ credential }) => credential)
}
