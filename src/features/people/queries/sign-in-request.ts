/** Requests to sign in, as the pages around them tell them. */
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { secretHash } from '../../../platform/identity/secret.ts'

export interface AskedToSignIn {
  readonly email: string
  readonly returnTo: string
}

/** To which address the link of a request went, for the page that asked for it; null once it is too old. */
export async function askedToSignIn(db: Reader, organisation: string, request: string, now: Date): Promise<AskedToSignIn | null> {
  if (!isId(request)) return null
  const row = await db
    .selectFrom('sign_in_request')
    .select(['email', 'return_to as returnTo'])
    .where('organisation', '=', organisation)
    .where('id', '=', request)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Where a link leads that this person has used already; null when it is not theirs. */
export async function returnOfUsedLink(db: Reader, { organisation, person }: SignedIn, token: string): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_request as r')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'r.organisation').onRef('p.email', '=', 'r.email'))
    .select('r.return_to as returnTo')
    .where('r.organisation', '=', organisation)
    .where('r.token_hash', '=', secretHash(token))
    .where('r.used_at', 'is not', null)
    .where('p.id', '=', person.id)
    .executeTakeFirst()
  return row?.returnTo ?? null
}
