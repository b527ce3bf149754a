/** Migrations are plain SQL files, run once each, in the order of their names, forward only. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

export interface MigrationState {
  readonly applied: readonly string[]
  readonly pending: readonly string[]
}

/** Taken while migrating, so that two processes starting together do it once. The number is the CRC of the word kawaliss. */
const LOCK = 0x4b41_5741

async function filesOf(folder: string): Promise<{ name: string; text: string; hash: string }[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function appliedOf(client: pg.PoolClient | pg.Pool): Promise<Map<string, string>> {
  const exists = await client.query("select to_regclass('public.migration') is not null as there")
  if (!(exists.rows[0] as { there: boolean }).there) return new Map()
  const rows = await client.query('select name, hash from migration order by name')
  return new Map((rows.rows as { name: string; hash: string }[]).map((row) => [row.name, row.hash]))
}

/**
 * Brings the database to the newest migration; each file runs in its own transaction. Refuses, by an error, when a
 * file that was applied has been changed since: a migration is never edited, a new one is added.
 */
export async function migrate(pool: pg.Pool, folder: string, say: (line: string) => void = () => {}): Promise<MigrationState> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration (name text constraint migration_key primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const applied = await appliedOf(client)
    const files = await filesOf(folder)
    for (const file of files) {
      const known = applied.get(file.name)
      if (known === file.hash) continue
      if (known !== undefined)
        throw new Error(`Migration ${file.name} was applied and has been changed since. Restore the file and write a new migration.`)
      say(file.name)
      await client.query('begin')
      try {
        await client.query(file.text)
        await client.query('insert into migration (name, hash) values ($1, $2)', [file.name, file.hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
      }
    }
    return { applied: files.map((file) => file.name), pending: [] }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

/** Which migrations the database has and lacks; changes nothing. */
export async function migrationState(pool: pg.Pool, folder: string): Promise<MigrationState> {
  const applied = await appliedOf(pool)
  const files = await filesOf(folder)
  return { applied: [...applied.keys()], pending: files.filter((file) => !applied.has(file.name)).map((file) => file.name) }
}
