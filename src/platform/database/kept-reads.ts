/**
 * Reads kept in memory until anything is written. A desk is read far more often than it is written to: what was read for
 * one page serves the next, and everyone else who may see the same, as long as the database has not changed.
 *
 * Whether it has is told by the database itself. Which transactions a statement sees is its snapshot; while two
 * statements have the same one, no transaction has ended between them, so they find the same records. A request asks for
 * it with the look-up it makes anyway (of its session), and takes what was kept under that snapshot, or reads anew.
 * What is read anew may be newer than the snapshot it is kept under, never older. Several processes need say nothing to
 * each other: each asks the database.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Reader } from './database.ts'

/** The snapshot of the statement it stands in, as a text. On Citus, where a node does not see what ends on others, it never repeats, and nothing is kept. */
export const SNAPSHOT_SQL = `case when exists (select from pg_extension where extname = 'citus') then gen_random_uuid()::text else pg_current_snapshot()::text end`

/** What was read under one snapshot. A newer one begins anew: of what was kept nothing can be asked again. */
interface Room {
  readonly snapshot: string
  readonly values: Map<string, Promise<unknown>>
}

/** Answers kept at most: lists of a few dozen lines. */
const MOST = 200

const asking = new AsyncLocalStorage<string>()
const rooms = new WeakMap<Reader, Room>()

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
  const { values } = roomOf(db, snapshot)
  const found = values.get(key)
  if (found !== undefined) return found as Promise<Value>
  const value = read()
  if (values.size >= MOST) values.delete(values.keys().next().value as string)
  values.set(key, value)
  value.catch(() => {
    if (values.get(key) === value) values.delete(key)
  })
  return value
}

/** Of two requests under way that began at different snapshots the later to ask takes the room; the other reads again. */
function roomOf(db: Reader, snapshot: string): Room {
  const known = rooms.get(db)
  if (known?.snapshot === snapshot) return known
  const room: Room = { snapshot, values: new Map() }
  rooms.set(db, room)
  return room
}
