/** Entering and leaving: mailed links and codes, sessions, the language a person keeps. */
import { isLanguage, type Language } from '../../domain/language.ts'
import { passwordText } from '../../domain/password.ts'
import { maySendSignIn, mayEnter, SIGN_IN_MINUTES } from '../../domain/person.ts'
import { ok, type Result, refused } from '../../domain/result.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { audit } from '../../platform/database/audit.ts'
import type { Database, Trx } from '../../platform/database/database.ts'
import { newId } from '../../platform/database/id.ts'
import { countedThisHour } from '../../platform/database/rate.ts'
import { isPassword } from '../../platform/identity/password.ts'
import { newCode, newToken, sameSecret, secretHash } from '../../platform/identity/secret.ts'
import { writeMessage } from '../messages/index.ts'
import { countTry, forgetTry } from './commands/password-tries.ts'
import { type Entrance, endSession, openSession } from './session.ts'
import { signInMail } from './sign-in-mail.ts'

const MINUTE = 60_000

export interface SignInAsked {
  readonly email: string
  readonly language: Language
  /** Where the person was going, a path of this site without its language. */
  readonly returnTo: string
  /** Network of the asker, for the limit only. */
  readonly network: string
}

/**
 * Mails a link and a code to an address. The answer is the same whether or not somebody has that address, so that
 * nobody can find out who takes part. Refuses `sign-in/too-many` past the hourly limits. Answers the id of the
 * request, which the asker's page keeps to type the code against.
 */
export async function askToSignIn(
  db: Database,
  organisation: string,
  asked: SignInAsked,
  origin: string,
  now: Date,
): Promise<Result<{ request: string }>> {
  return atomically(db, async (trx) => {
    const sent = {
      toAddress: await countedThisHour(trx, organisation, `mail:${asked.email}`, now),
      fromNetwork: await countedThisHour(trx, organisation, `net:${asked.network}`, now),
    }
    const allowed = maySendSignIn(sent)
    if (!allowed.ok) return allowed
    const request = newId(now)
    const token = newToken()
    const code = newCode()
    await trx
      .insertInto('sign_in_request')
      .values({
        organisation,
        id: request,
        email: asked.email,
        token_hash: secretHash(token),
        code_hash: secretHash(`${request}:${code}`),
        return_to: asked.returnTo,
        language: asked.language,
        requested_at: now,
        expires_at: new Date(now.getTime() + SIGN_IN_MINUTES * MINUTE),
      })
      .execute()
    const known = await trx
      .selectFrom('person')
      .select('id')
      .where('organisation', '=', organisation)
      .where('email', '=', asked.email)
      .executeTakeFirst()
    const mail = signInMail(asked.language, `${origin}/${asked.language}/sign-in/link/${token}`, code)
    await writeMessage(
      trx,
      { organisation, kind: 'sign-in', urgent: true, person: known?.id ?? null, address: asked.email, language: asked.language, ...mail },
      now,
    )
    return ok({ request })
  })
}

export interface Entered {
  readonly session: string
  readonly person: string
  readonly language: Language
  readonly returnTo: string
}

/** Enters by the link of a mail. The link works once. */
export async function enterByLink(db: Database, organisation: string, token: string, device: string, now: Date): Promise<Result<Entered>> {
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('sign_in_request')
      .selectAll()
      .where('organisation', '=', organisation)
      .where('token_hash', '=', secretHash(token))
      .forUpdate()
      .executeTakeFirst()
    return enter(trx, organisation, row, { way: 'link', device }, now)
  })
}

/** Enters by the code of a mail, typed on the page that asked for it. A wrong code is counted; after five the mail is worth nothing. */
export async function enterByCode(
  db: Database,
  organisation: string,
  request: string,
  code: string,
  device: string,
  now: Date,
): Promise<Result<Entered>> {
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('sign_in_request')
      .selectAll()
      .where('organisation', '=', organisation)
      .where('id', '=', request)
      .forUpdate()
      .executeTakeFirst()
    const open = mayEnter(row === undefined ? null : { expiresAt: row.expires_at, usedAt: row.used_at, attempts: row.attempts }, now)
    if (!open.ok) return open
    if (row === undefined) return refused('sign-in/link-used-or-late')
    if (!sameSecret(`${request}:${code}`, row.code_hash)) {
      await trx
        .updateTable('sign_in_request')
        .set({ attempts: row.attempts + 1 })
        .where('organisation', '=', organisation)
        .where('id', '=', request)
        .execute()
      return refused('sign-in/wrong-code')
    }
    return enter(trx, organisation, row, { way: 'code', device }, now)
  })
}

type RequestRow = { id: string; email: string; return_to: string; language: Language; expires_at: Date; used_at: Date | null; attempts: number }

async function enter(trx: Trx, organisation: string, row: RequestRow | undefined, entrance: Entrance, now: Date): Promise<Result<Entered>> {
  const open = mayEnter(row === undefined ? null : { expiresAt: row.expires_at, usedAt: row.used_at, attempts: row.attempts }, now)
  if (!open.ok) return open
  if (row === undefined) return refused('sign-in/link-used-or-late')
  await trx.updateTable('sign_in_request').set({ used_at: now }).where('organisation', '=', organisation).where('id', '=', row.id).execute()
  const person = await personOfAddress(trx, organisation, row.email, row.language, now)
  const session = await openSession(trx, organisation, person.id, now, entrance)
  return ok({ session, person: person.id, language: person.language, returnTo: row.return_to })
}

async function personOfAddress(
  trx: Trx,
  organisation: string,
  email: string,
  language: Language,
  now: Date,
): Promise<{ id: string; language: Language }> {
  const known = await trx
    .selectFrom('person')
    .select(['id', 'language'])
    .where('organisation', '=', organisation)
    .where('email', '=', email)
    .executeTakeFirst()
  if (known !== undefined) return known
  const id = newId(now)
  // Two links of one mail opened at the same instant: the second finds the person the first made.
  await trx
    .insertInto('person')
    .values({ organisation, id, email, language, search: email, created_at: now })
    .onConflict((conflict) => conflict.constraint('person_email_once').doNothing())
    .execute()
  return trx
    .selectFrom('person')
    .select(['id', 'language'])
    .where('organisation', '=', organisation)
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
}

export interface PasswordEntry {
  readonly email: string
  readonly password: string
  readonly device: string
  /** Network of the asker, for the limit only. */
  readonly network: string
}

/**
 * Enters by address and password. The answer, and the time it takes, are the same for a wrong password, an address without one and an address nobody has:
 * `sign-in/wrong-password`. Refuses `sign-in/wait` while wrong ones before it still count.
 */
export async function enterByPassword(
  db: Database,
  organisation: string,
  { email, password, device, network }: PasswordEntry,
  now: Date,
): Promise<Result<Omit<Entered, 'returnTo'>>> {
  const counted = await atomically(db, (trx) => countTry(trx, organisation, { email, network }, now))
  if (!counted.ok) return counted
  const row = await db
    .selectFrom('person as p')
    .innerJoin('password as w', (join) => join.onRef('w.organisation', '=', 'p.organisation').onRef('w.person', '=', 'p.id'))
    .select(['p.id', 'p.language', 'w.salt', 'w.hash', 'w.memory', 'w.passes', 'w.lanes'])
    .where('p.organisation', '=', organisation)
    .where('p.email', '=', email)
    .executeTakeFirst()
  const right = await isPassword(passwordText(password), row ?? null)
  if (!right || row === undefined) return refused('sign-in/wrong-password')
  return atomically(db, async (trx) => {
    // Changed or taken away while it was being checked.
    const stands = await trx
      .selectFrom('password')
      .select('hash')
      .where('organisation', '=', organisation)
      .where('person', '=', row.id)
      .forUpdate()
      .executeTakeFirst()
    if (stands?.hash.equals(row.hash) !== true) return refused('sign-in/wrong-password')
    await forgetTry(trx, organisation, { email, network })
    const session = await openSession(trx, organisation, row.id, now, { way: 'password', device })
    return ok({ session, person: row.id, language: row.language })
  })
}

/** The demo's one click: enters as one of the cast. The route that calls it does not exist when the demo is off. */
export async function enterAs(db: Database, organisation: string, person: string, device: string, now: Date): Promise<Result<Entered>> {
  return atomically(db, async (trx) => {
    const found = await trx
      .selectFrom('person')
      .select(['id', 'language'])
      .where('organisation', '=', organisation)
      .where('id', '=', person)
      .executeTakeFirst()
    if (found === undefined) return refused('person/unknown')
    const session = await openSession(trx, organisation, found.id, now, { way: 'demo', device })
    return ok({ session, person: found.id, language: found.language, returnTo: '/me' })
  })
}

/** Ends the session of this browser. */
export async function leave(db: Database, viewer: SignedIn, token: string, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    await endSession(trx, viewer.organisation, token, now)
    await audit(trx, { organisation: viewer.organisation, stream: viewer.person.id, act: 'person/left', actor: viewer.person.id, at: now })
    return ok(null)
  })
}

/** Keeps the language a person reads; letters are written in it from now on. */
export async function keepLanguage(db: Database, viewer: SignedIn, language: string, now: Date): Promise<Result<{ language: Language }>> {
  if (!isLanguage(language)) return refused('person/unknown-language')
  if (language === viewer.person.language) return ok({ language })
  return atomically(db, async (trx) => {
    await trx.updateTable('person').set({ language }).where('organisation', '=', viewer.organisation).where('id', '=', viewer.person.id).execute()
    await audit(trx, {
      organisation: viewer.organisation,
      stream: viewer.person.id,
      act: 'person/language-kept',
      actor: viewer.person.id,
      at: now,
      details: { language },
    })
    return ok({ language })
  })
}
