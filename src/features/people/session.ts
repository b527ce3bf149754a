/** Sessions: who a browser is, asked at every request by one statement the server has planned once. */
import { sql } from 'kysely'
import type { Language } from '../../domain/language.ts'
import type { Way } from '../../domain/person.ts'
import type { Grant, Viewer } from '../../domain/viewer.ts'
import { audit } from '../../platform/database/audit.ts'
import type { Database, Trx } from '../../platform/database/database.ts'
import { newId } from '../../platform/database/id.ts'
import { SNAPSHOT_SQL } from '../../platform/database/kept-reads.ts'
import { send } from '../../platform/database/statement.ts'
import { togetherIn } from '../../platform/database/together.ts'
import { newToken, secretHash } from '../../platform/identity/secret.ts'

/** A session ends after 30 days without use, and after 90 days in any case: long enough for a draft begun early in a call. */
const IDLE_DAYS = 30
const LIFE_DAYS = 90
const DAY = 86_400_000

export const SESSION_COOKIE = 'session'
export const SESSION_SECONDS = (LIFE_DAYS * DAY) / 1000

interface SessionRow {
  place: number
  snapshot: string
  person: string
  name_ar: string
  name_latin: string
  language: Language
  stale: boolean
  grants: Grant[]
}

/* $1 organisations, $2 hashes of tokens, $3 times: one of each a question. The limit makes each a look-up by key, however many sessions there are. */
const LOOK_UP = {
  name: 'session-look-up',
  text: `select asked.place::int, ${SNAPSHOT_SQL} as snapshot, found.*
    from unnest($1::uuid[], $2::bytea[], $3::timestamptz[]) with ordinality asked (organisation, token_hash, at, place)
    cross join lateral (
      select s.person, p.name_ar, p.name_latin, p.language, s.seen_at < asked.at - interval '10 minutes' as stale,
        coalesce((select json_agg(json_build_object('role', g.role, 'programme', g.programme, 'edition', g.edition, 'region', g.region))
          from role_grant g where g.organisation = s.organisation and g.person = s.person and g.ended_at is null), '[]') as grants
      from session s join person p on p.organisation = s.organisation and p.id = s.person
      where s.organisation = asked.organisation and s.token_hash = asked.token_hash and s.ended_at is null and s.expires_at > asked.at
      limit 1
    ) found`,
}

interface Asked {
  readonly organisation: string
  readonly hash: Buffer
  readonly at: Date
}

const lookUp = togetherIn(async (db: Database, all: readonly Asked[]): Promise<(SessionRow | null)[]> => {
  const rows = await send<SessionRow>(db, LOOK_UP, [all.map((one) => one.organisation), all.map((one) => one.hash), all.map((one) => one.at)])
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  return all.map((_, index) => byPlace.get(index + 1) ?? null)
})

export interface OpenSession {
  readonly viewer: Viewer
  /** Of the statement that found it (platform/database/kept-reads). */
  readonly snapshot: string
}

/** The session of a token and the viewer behind it, or null when it is unknown, ended or expired. Notes that it was used, at most every ten minutes. */
export async function sessionOfToken(db: Database, organisation: string, token: string, now: Date): Promise<OpenSession | null> {
  const hash = secretHash(token)
  const found = await lookUp(db, { organisation, hash, at: now })
  if (found === null) return null
  if (found.stale) await touch(db, organisation, hash, now)
  const person = { id: found.person, nameAr: found.name_ar, nameLatin: found.name_latin, language: found.language }
  return { viewer: { organisation, person, grants: found.grants }, snapshot: found.snapshot }
}

async function touch(db: Database, organisation: string, hash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({
      seen_at: now,
      expires_at: sql<Date>`least(started_at + ${`${LIFE_DAYS} days`}::interval, ${now}::timestamptz + ${`${IDLE_DAYS} days`}::interval)`,
    })
    .where('organisation', '=', organisation)
    .where('token_hash', '=', hash)
    .execute()
}

/** How somebody came in, and on which device (platform/identity/device). */
export interface Entrance {
  readonly way: Way
  readonly device: string
}

/** Starts a session for a person and answers its token, which is shown to nobody but their browser. */
export async function startSession(
  trx: Trx,
  organisation: string,
  person: string,
  now: Date,
  entrance: Entrance = { way: 'link', device: '' },
): Promise<string> {
  const token = newToken()
  await trx
    .insertInto('session')
    .values({
      organisation,
      token_hash: secretHash(token),
      id: newId(now),
      person,
      ...entrance,
      started_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + IDLE_DAYS * DAY),
    })
    .execute()
  return token
}

/** Starts a session and notes it in the person's trail. */
export async function openSession(trx: Trx, organisation: string, person: string, now: Date, entrance: Entrance): Promise<string> {
  const session = await startSession(trx, organisation, person, now, entrance)
  await audit(trx, { organisation, stream: person, act: 'person/entered', actor: person, at: now, details: { way: entrance.way } })
  return session
}

/** How the person of this session came in, and when; null when it is not open or not theirs. */
export async function entranceOf(
  trx: Trx,
  organisation: string,
  person: string,
  token: string,
  now: Date,
): Promise<{ readonly way: Way; readonly startedAt: Date } | null> {
  const row = await trx
    .selectFrom('session')
    .select(['way', 'started_at'])
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('token_hash', '=', secretHash(token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row === undefined ? null : { way: row.way as Way, startedAt: row.started_at }
}

/** Ends one session; the token is worth nothing from then on. */
export async function endSession(trx: Trx, organisation: string, token: string, now: Date): Promise<void> {
  await trx
    .updateTable('session')
    .set({ ended_at: now })
    .where('organisation', '=', organisation)
    .where('token_hash', '=', secretHash(token))
    .where('ended_at', 'is', null)
    .execute()
}
