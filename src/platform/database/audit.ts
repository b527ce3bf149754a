/**
 * The audit trail: one entry for each act, written in the transaction of the act, chained by hash to the entry before
 * it in the same stream. A stream is the record the act belongs to (an application, a project, an edition), so two
 * acts on different records never wait for each other; `sealAudit` binds all streams together from time to time.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { databaseFault, type Reader, type Trx } from './database.ts'

/** `noun/act` in the past tense, for instance `application/submitted`; worded under `act.<act>` in the audit feature. */
export type Act = `${string}/${string}`

export interface AuditFacts {
  readonly organisation: string
  /** Id of the record whose trail this belongs to. */
  readonly stream: string
  readonly act: Act
  /** The person who acted; null for the system. */
  readonly actor: string | null
  readonly at: Date
  /** Ids, codes, counts and field names. Never names, answers or amounts that would make the trail a register of persons. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** The text that is hashed: keys in alphabetical order, no spaces, so that the same facts give the same bytes for ever. */
export function auditPayload(facts: AuditFacts): string {
  return JSON.stringify({
    act: facts.act,
    actor: facts.actor,
    at: facts.at.toISOString(),
    details: sorted(facts.details ?? {}),
    organisation: facts.organisation,
    stream: facts.stream,
  })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** SHA-256 of the previous hash, the sequence number and the payload, one a line. The first entry of a stream has an empty previous hash. */
export function auditHash(previous: string, seq: number, payload: string): string {
  return createHash('sha256').update(`${previous}\n${seq}\n${payload}`, 'utf8').digest('hex')
}

/**
 * Writes one entry at the end of its stream. Two acts on one stream at the same instant: the second finds the place
 * taken and its command is run again by `atomically` (the key of the table refuses a fork).
 */
export async function audit(trx: Trx, facts: AuditFacts): Promise<void> {
  await auditAll(trx, [facts])
}

/** Writes many entries at once, in order; each goes to the end of its own stream. */
export async function auditAll(trx: Trx, many: readonly AuditFacts[]): Promise<void> {
  if (many.length === 0) return
  const organisation = (many[0] as AuditFacts).organisation
  const heads = await streamHeads(trx, organisation, [...new Set(many.map((facts) => facts.stream))])
  const rows = many.map((facts) => {
    const row = auditRow(facts, heads.get(facts.stream) ?? null)
    heads.set(facts.stream, row)
    return row
  })
  const AT_ONCE = 500
  try {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await trx
        .insertInto('audit_entry')
        .values(rows.slice(from, from + AT_ONCE))
        .execute()
    }
  } catch (error) {
    if (databaseFault(error)?.constraint !== 'audit_entry_key') throw error
    // A serialization failure in all but name: have the database say so, and atomically runs the command again.
    throw Object.assign(error as Error, { code: '40001' })
  }
}

/** The last entry of a stream. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

/** The entry that follows `head`, or the first of its stream: for a statement that writes it together with its act. `audit_entry_key` refuses it when another came first. */
export function auditRow(facts: AuditFacts, head: AuditHead | null) {
  const { organisation, stream, act, actor, at } = facts
  const payload = auditPayload(facts)
  const seq = (head?.seq ?? 0) + 1
  const previous = head?.hash ?? ''
  return { organisation, stream, seq, act, actor, at, payload, previous, hash: auditHash(previous, seq, payload) }
}

async function streamHeads(trx: Trx, organisation: string, streams: readonly string[]): Promise<Map<string, AuditHead>> {
  const found = await sql<{ stream: string; seq: number; hash: string }>`
    select s.stream, e.seq, e.hash
    from unnest(${streams}::uuid[]) as s(stream)
    cross join lateral (
      select seq, hash from audit_entry
      where organisation = ${organisation} and stream = s.stream
      order by seq desc limit 1
    ) e`.execute(trx)
  return new Map(found.rows.map((row) => [row.stream, { seq: row.seq, hash: row.hash }]))
}

export interface AuditFault {
  readonly stream: string
  readonly seq: number
  readonly fault: 'hash' | 'previous' | 'gap' | 'payload' | 'seal'
}

/** Reads the whole chain of an organisation again and names every entry that does not hold. An empty list means it holds. */
export async function verifyAudit(
  db: Reader,
  organisation: string,
): Promise<{ entries: number; streams: number; seals: number; faults: AuditFault[] }> {
  const faults: AuditFault[] = []
  let entries = 0
  let streams = 0
  let cursor = { stream: '00000000-0000-0000-0000-000000000000', seq: 0 }
  let last = { stream: '', seq: 0, hash: '' }
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .select(['stream', 'seq', 'act', 'actor', 'payload', 'previous', 'hash'])
      .where('organisation', '=', organisation)
      .where(sql<boolean>`(stream, seq) > (${cursor.stream}::uuid, ${cursor.seq}::int)`)
      .orderBy('stream')
      .orderBy('seq')
      .limit(5000)
      .execute()
    for (const row of rows) {
      if (row.stream !== last.stream) {
        streams++
        last = { stream: row.stream, seq: 0, hash: '' }
      }
      if (row.seq !== last.seq + 1) faults.push({ stream: row.stream, seq: row.seq, fault: 'gap' })
      else if (row.previous !== last.hash) faults.push({ stream: row.stream, seq: row.seq, fault: 'previous' })
      if (auditHash(row.previous, row.seq, row.payload) !== row.hash) faults.push({ stream: row.stream, seq: row.seq, fault: 'hash' })
      const said = JSON.parse(row.payload) as { act: string; actor: string | null; stream: string; organisation: string }
      if (said.act !== row.act || said.actor !== row.actor || said.stream !== row.stream || said.organisation !== organisation)
        faults.push({ stream: row.stream, seq: row.seq, fault: 'payload' })
      last = { stream: row.stream, seq: row.seq, hash: row.hash }
      entries++
    }
    if (rows.length < 5000) break
    const end = rows[rows.length - 1] as { stream: string; seq: number }
    cursor = { stream: end.stream, seq: end.seq }
  }
  const seals = await db.selectFrom('audit_seal').selectAll().where('organisation', '=', organisation).orderBy('seq').execute()
  let previous = ''
  for (const seal of seals) {
    const line = `${seal.sealed_at.toISOString()}\n${seal.entries}\n${seal.heads}`
    if (seal.previous !== previous || auditHash(previous, seal.seq, line) !== seal.hash)
      faults.push({ stream: organisation, seq: seal.seq, fault: 'seal' })
    previous = seal.hash
  }
  const newest = seals.at(-1)
  if (newest !== undefined) {
    const then = await sealedHeads(db, organisation, newest.seq)
    if (then.heads !== newest.heads || then.entries !== Number(newest.entries)) faults.push({ stream: organisation, seq: newest.seq, fault: 'seal' })
  }
  return { entries, streams, seals: seals.length, faults }
}

/** What the seals up to one cover: the last covered hash of every stream, and how many entries that is. */
async function sealedHeads(db: Reader, organisation: string, seal: number): Promise<{ heads: string; entries: number }> {
  const found = await sql<{ heads: string; entries: number }>`
    with covered as (
      select distinct on (stream) stream, seq from audit_seal_stream
      where organisation = ${organisation} and seal <= ${seal} order by stream, seal desc
    )
    select encode(sha256(convert_to(coalesce(string_agg(c.stream || ':' || c.seq || ':' || coalesce(e.hash, 'gone'), E'\n' order by c.stream), ''), 'UTF8')), 'hex') as heads,
      coalesce(sum(c.seq), 0)::int8 as entries
    from covered c left join audit_entry e on e.organisation = ${organisation} and e.stream = c.stream and e.seq = c.seq`.execute(db)
  const row = found.rows[0] as { heads: string; entries: number }
  return { heads: row.heads, entries: Number(row.entries) }
}

/**
 * Seals the chain as it stands: the hash of every stream's last hash, chained to the seal before. It covers what is
 * committed, not what bears an earlier time, so an act that is slow to commit is never missed: the next seal has it.
 * Called nightly and at each publication.
 */
export async function sealAudit(trx: Trx, organisation: string, at: Date): Promise<void> {
  const before = await trx
    .selectFrom('audit_seal')
    .select(['seq', 'hash'])
    .where('organisation', '=', organisation)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (before?.seq ?? 0) + 1
  const previous = before?.hash ?? ''
  await sql`
    insert into audit_seal_stream (organisation, seal, stream, seq)
    select ${organisation}, ${seq}, e.stream, max(e.seq) from audit_entry e where e.organisation = ${organisation}
    group by e.stream
    having max(e.seq) > coalesce((select max(s.seq) from audit_seal_stream s where s.organisation = ${organisation} and s.stream = e.stream), 0)`.execute(
    trx,
  )
  const { heads, entries } = await sealedHeads(trx, organisation, seq)
  const hash = auditHash(previous, seq, `${at.toISOString()}\n${entries}\n${heads}`)
  await trx.insertInto('audit_seal').values({ organisation, seq, sealed_at: at, entries, heads, previous, hash }).execute()
}
