/** Opening PostgreSQL: one pool, one Kysely over it, and the pool itself for the few statements that are sent by name. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { planningClient } from './planned.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Trx = Transaction<Schema>
/** A database or a transaction: what queries take. */
export type Reader = Database | Trx

export type ConnectionOptions =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

const pools = new WeakMap<object, pg.Pool>()

const DATE = 1082
const WALL_TIME = 1114
const BIGINT = 20

/** Calendar dates and wall times stay text ('2024-03-31'): a JavaScript Date would move them with the zone of the machine. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE || oid === WALL_TIME) return (value: string) => value
    if (oid === BIGINT) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/** Opens a pool. It connects on first use; `closeDatabase` ends it. */
export function openDatabase(connection: ConnectionOptions, poolSize: number): Database {
  const pool = new pg.Pool({ ...connection, max: poolSize, types, application_name: 'kawaliss', idleTimeoutMillis: 30_000, Client: planningClient() })
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return db
}

/** The pool under a database, for hot statements sent by name (planned once by the server) and for the job worker. */
export function poolOf(db: Database): pg.Pool {
  const pool = pools.get(db)
  if (pool === undefined) throw new Error('This database was not opened by openDatabase, or it is a transaction.')
  return pool
}

/** Ends the pool. Kysely ends it only once it has used it, so a pool used directly is ended here. */
export async function closeDatabase(db: Database): Promise<void> {
  const pool = poolOf(db)
  await db.destroy()
  if (!pool.ending) await pool.end()
}

/** The PostgreSQL error code and constraint of an error, or null when it is not one of the database's. */
export function databaseFault(error: unknown): { code: string; constraint: string | undefined } | null {
  if (error instanceof pg.DatabaseError) return { code: error.code ?? '', constraint: error.constraint }
  return null
}
