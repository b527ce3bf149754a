/**
 * Reads kept in memory until anything is written. A desk is read far more often than it is written to: what was read for
 * one page serves the next, and everyone else who may see the same, as long as the database has not changed.
 *
 * Whether it has is told by the database itself. Which transactions a statement sees is its snapshot; while two
 * statements have the same one, no transaction has ended between them, so they find the same records. A request asks for
 * it with the look-up it makes anyway (of its session), and takes what was kept under that snapshot, or reads anew.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Reader } from './database.ts'

/** The snapshot of the statement it stands in, as a text. On Citus, where a node does not see what ends on others, it never repeats, and nothing is kept. */
export const SNAPSHOT_SQL = `case when exists (select from pg_extension where extname = 'citus') then gen_random_uuid()::text else pg_current_snapshot()::text end`

interface Kept {
  readonly snapshot: string
  readonly value: Promise<unknown>
}

/** Answers kept at most: lists of a few dozen lines. */
const MOST = 500

const asking = new AsyncLocalStorage<string>()
const rooms = new WeakMap<Reader, Map<string, Kept>>()

/** Runs work that only reads; `snapshot` was taken at or after its beginning. What writes must not run in here: it would be shown what was before. */
export function readingAt<Value>(snapshot: string, work: () => Value): Value {
  return asking.run(snapshot, work)
}

/**
 * What `read` answers, from memory when it was kept under the snapshot of this request. `key` names everything it
 * depends on besides the records: which question, of whom, with which permission; never the time. The value is shared:
 * nobody changes it. Outside `readingAt`, and in a transaction, it is read each time.
 */
export function keptUntilWritten<Value>(db: Reader, key: string, read: () => Promise<Value>): Promise<Value> {
  const snapshot = asking.getStore()
  if (snapshot === undefined || db.isTransaction) return read()
  const kept = roomOf(db)
  const found = kept.get(key)
  if (found?.snapshot === snapshot) return found.value as Promise<Value>
  const value = read()
  kept.delete(key)
  if (kept.size >= MOST) kept.delete(kept.keys().next().value as string)
  kept.set(key, { snapshot, value })
  value.catch(() => {
    if (kept.get(key)?.value === value) kept.delete(key)
  })
  return value
}

function roomOf(db: Reader): Map<string, Kept> {
  const known = rooms.get(db) ?? new Map<string, Kept>()
  rooms.set(db, known)
  return known
}
