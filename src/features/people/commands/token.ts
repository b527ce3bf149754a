/** Tokens with which a program acts as a person: made and taken back by that person, shown once. */
import { mayMakeToken } from '../../../domain/token.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Grant, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { newToken, secretHash } from '../../../platform/identity/secret.ts'

export interface NewApiToken {
  /** What it is for, in the person's words. */
  readonly name: string
  readonly writes: boolean
  /** From 1 to 365. */
  readonly days: number
}

const DAY = 86_400_000

/** Makes a token; its text is answered here and never again. Refuses `token/nameless`, `token/impossible-life`, `token/too-many`. */
export async function makeToken(db: Database, viewer: SignedIn, input: NewApiToken, now: Date): Promise<Result<{ id: string; token: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await trx.selectFrom('person').select('id').where('organisation', '=', organisation).where('id', '=', person.id).forUpdate().execute()
    const held = await tokensOf(trx, viewer, now)
    const allowed = mayMakeToken({ name: input.name, days: input.days, held: held.length })
    if (!allowed.ok) return allowed
    const [id, token] = [newId(now), `kw_${newToken()}`]
    await trx
      .insertInto('api_token')
      .values({
        organisation,
        id,
        person: person.id,
        name: input.name.trim(),
        token_hash: secretHash(token),
        writes: input.writes,
        created_at: now,
        expires_at: new Date(now.getTime() + input.days * DAY),
      })
      .execute()
    await audit(trx, { organisation, stream: person.id, act: 'token/made', actor: person.id, at: now, details: { token: id, writes: input.writes } })
    return ok({ id, token })
  })
}

/** Takes a token back. Refuses `page/not-found` for any that is not the viewer's own. */
export async function revokeToken(db: Database, viewer: SignedIn, id: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!isId(id)) return refused('page/not-found')
  return atomically(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refused('page/not-found')
    await audit(trx, { organisation, stream: person.id, act: 'token/revoked', actor: person.id, at: now, details: { token: id } })
    return ok(null)
  })
}

export interface TokenLine {
  readonly id: string
  readonly name: string
  readonly writes: boolean
  readonly created_at: Date
  readonly expires_at: Date
}

/** The viewer's tokens that still hold, the newest first. */
export function tokensOf(db: Reader, viewer: SignedIn, now: Date): Promise<TokenLine[]> {
  return db
    .selectFrom('api_token')
    .select(['id', 'name', 'writes', 'created_at', 'expires_at'])
    .where('organisation', '=', viewer.organisation)
    .where('person', '=', viewer.person.id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Whom a token stands for, with the roles they hold now, and whether it may change anything; null when it does not hold. */
export async function viewerOfApiToken(
  db: Reader,
  organisation: string,
  token: string,
  now: Date,
): Promise<{ readonly viewer: SignedIn; readonly writes: boolean } | null> {
  const row = await db
    .selectFrom('api_token as t')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 't.organisation').onRef('p.id', '=', 't.person'))
    .select(['t.writes', 'p.id', 'p.name_ar as nameAr', 'p.name_latin as nameLatin', 'p.language'])
    .where('t.organisation', '=', organisation)
    .where('t.token_hash', '=', secretHash(token))
    .where('t.revoked_at', 'is', null)
    .where('t.expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return null
  const grants = await db
    .selectFrom('role_grant')
    .select(['role', 'programme', 'edition', 'region'])
    .where('organisation', '=', organisation)
    .where('person', '=', row.id)
    .where('ended_at', 'is', null)
    .execute()
  const { writes, ...person } = row
  return { viewer: { organisation, person, grants: grants as Grant[] }, writes }
}
