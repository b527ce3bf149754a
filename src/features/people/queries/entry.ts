/** How a person comes in: their passkeys, whether they have a password, their open sessions. */
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { secretHash } from '../../../platform/identity/secret.ts'
import type { EntryView } from '../entry-views.ts'
import { organisationOf } from './organisation.ts'

/** `session` is the token of the one looking; null for a program. */
export async function entryView(db: Reader, viewer: SignedIn, session: string | null, now: Date): Promise<EntryView> {
  const { organisation, person } = viewer
  const own = secretHash(session ?? '')
  const [passkeys, password, sessions, { zone }, { email }] = await Promise.all([
    db
      .selectFrom('passkey')
      .select(['id', 'name', 'device', 'synced', 'added_at as addedAt', 'used_at as usedAt'])
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('removed_at', 'is', null)
      .orderBy('added_at')
      .execute(),
    db.selectFrom('password').select('set_at as setAt').where('organisation', '=', organisation).where('person', '=', person.id).executeTakeFirst(),
    db
      .selectFrom('session')
      .select(['id', 'device', 'way', 'started_at as startedAt', 'seen_at as seenAt', 'token_hash'])
      .where('organisation', '=', organisation)
      .where('person', '=', person.id)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('seen_at', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .execute(),
    organisationOf(db, organisation),
    db.selectFrom('person').select('email').where('organisation', '=', organisation).where('id', '=', person.id).executeTakeFirstOrThrow(),
  ])
  return {
    zone,
    email: email ?? '',
    passkeys,
    passwordSetAt: password?.setAt ?? null,
    sessions: sessions.map(({ token_hash, ...one }) => ({ ...one, current: token_hash.equals(own) })),
  }
}
