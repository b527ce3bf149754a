/** The password of who wants one: set, changed and taken away on their own page. The mailed link stays the way back in. */
import { mayBePassword, passwordText } from '../../../domain/password.ts'
import { mayChangeLocks } from '../../../domain/person.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader, Trx } from '../../../platform/database/database.ts'
import { hashPassword, isPassword, type PasswordHash } from '../../../platform/identity/password.ts'
import { tellOfLock } from '../lock-mail.ts'
import { entranceOf } from '../session.ts'
import { countTry, forgetTry } from './password-tries.ts'

export interface NewPassword {
  readonly password: string
  /** The one it replaces, if the person knows it; '' otherwise. */
  readonly old: string
  /** Token of the session. */
  readonly session: string
  /** Network of the asker, for the limit only. */
  readonly network: string
}

/**
 * Sets or changes the password and tells its owner by mail. Whoever came in less than an hour ago by the mailed link or a
 * passkey needs nothing more; otherwise the old one is needed (`password/wrong-old`), and without one `sign-in/not-fresh`.
 * Refuses `person/no-address`, `password/too-short`, `password/too-long`, `password/too-common`, `password/holds-address`, `sign-in/wait`.
 */
export async function setPassword(db: Database, viewer: SignedIn, input: NewPassword, now: Date): Promise<Result<{ changed: boolean }>> {
  const { organisation, person } = viewer
  const owner = await ownerOf(db, viewer)
  if (owner.email === '') return refused('person/no-address')
  const allowed = mayBePassword(input.password, { email: owner.email, names: [person.nameAr, person.nameLatin].flatMap((name) => name.split(/\s+/)) })
  if (!allowed.ok) return allowed
  const known = await passwordOf(db, organisation, person.id)
  const fresh = mayChangeLocks(await atomically(db, (trx) => entranceOf(trx, organisation, person.id, input.session, now)), now)
  if (!fresh.ok) {
    if (known === null) return fresh
    const checked = await checkedOld(db, organisation, owner.email, known, input, now)
    if (!checked.ok) return checked
  }
  const hash = await hashPassword(passwordText(input.password))
  return atomically(db, async (trx) => {
    const before = await trx
      .selectFrom('password')
      .select('hash')
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .forUpdate()
      .executeTakeFirst()
    // The old one was proved; it is the old one no longer.
    if (!fresh.ok && before?.hash.equals(known?.hash ?? Buffer.alloc(0)) !== true) return refused('password/changed')
    await trx
      .insertInto('password')
      .values({ organisation, person: person.id, ...hash, set_at: now })
      .onConflict((one) => one.constraint('password_key').doUpdateSet({ ...hash, set_at: now }))
      .execute()
    const changed = before !== undefined
    await audit(trx, { organisation, stream: person.id, act: changed ? 'password/changed' : 'password/set', actor: person.id, at: now })
    await tellOfLock(trx, { organisation, person: person.id, ...owner, what: changed ? 'password-changed' : 'password-set' }, now)
    return ok({ changed })
  })
}

/** Takes the password away; its owner is told by mail. Refuses `password/none`. */
export async function removePassword(db: Database, viewer: SignedIn, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('password')
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return refused('password/none')
    await audit(trx, { organisation, stream: person.id, act: 'password/removed', actor: person.id, at: now })
    await tellOfLock(trx, { organisation, person: person.id, ...(await ownerOf(trx, viewer)), what: 'password-removed' }, now)
    return ok(null)
  })
}

async function checkedOld(
  db: Database,
  organisation: string,
  email: string,
  known: PasswordHash,
  { old, network }: NewPassword,
  now: Date,
): Promise<Result<null>> {
  const counted = await atomically(db, (trx) => countTry(trx, organisation, { email, network }, now))
  if (!counted.ok) return counted
  if (!(await isPassword(passwordText(old), known))) return refused('password/wrong-old')
  await atomically(db, (trx: Trx) => forgetTry(trx, organisation, { email, network }))
  return ok(null)
}

async function ownerOf(db: Reader, { organisation, person }: SignedIn) {
  const row = await db
    .selectFrom('person')
    .select(['email', 'language'])
    .where('organisation', '=', organisation)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  return { email: row.email ?? '', language: row.language }
}

async function passwordOf(db: Reader, organisation: string, person: string): Promise<PasswordHash | null> {
  const row = await db
    .selectFrom('password')
    .select(['salt', 'hash', 'memory', 'passes', 'lanes'])
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ?? null
}
