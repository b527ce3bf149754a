/** The configured database, opened for one command: your own, or the embedded one, started if it is not running. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../platform/config.ts'
import { closeDatabase, type Database, databaseFault, openDatabase, poolOf } from '../platform/database/database.ts'
import { startEmbedded } from '../platform/database/embedded.ts'

/** No such table, column or schema. */
const NOT_MIGRATED: ReadonlySet<string> = new Set(['42P01', '42703', '3F000'])

/** Opens the database, runs `work`, closes; an embedded server that nobody else uses is stopped again. */
export async function withDatabase<Value>(config: Config, work: (db: Database) => Promise<Value>): Promise<Value> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ folder: config.dataFolder, log: (line) => console.error(line) }) : null
  try {
    const db = openDatabase(embedded?.connection ?? { connectionString: config.databaseUrl as string }, 2)
    try {
      return await work(db)
    } catch (error) {
      if (!NOT_MIGRATED.has(databaseFault(error)?.code ?? '')) throw error
      if (!(await holdsKawaliss(db))) throw new Error(NOTHING_THERE(config), { cause: error })
      throw new Error('The database lacks tables of this version: kawaliss migrate', { cause: error })
    } finally {
      await closeDatabase(db)
    }
  } finally {
    await embedded?.stop()
  }
}

/** As `withDatabase`, for a command that only reads: where there is no database yet it says so, and makes none. */
export async function withExistingDatabase<Value>(config: Config, work: (db: Database) => Promise<Value>): Promise<Value> {
  if (config.databaseUrl === null && !existsSync(join(config.dataFolder, 'database'))) throw new Error(NOTHING_THERE(config))
  return withDatabase(config, work)
}

/** Its table of migrations is the first it ever makes. */
async function holdsKawaliss(db: Database): Promise<boolean> {
  const { rows } = await poolOf(db).query<{ there: boolean }>("select to_regclass('public.migration') is not null as there")
  return rows[0]?.there === true
}

/** Without the address itself, which may hold a password. */
const NOTHING_THERE = ({ databaseUrl, dataFolder }: Config): string =>
  databaseUrl === null
    ? `${dataFolder} holds nothing of Kawaliss. KAWALISS_DATA names the data folder, DATABASE_URL a database of your own.`
    : 'The database of DATABASE_URL holds nothing of Kawaliss. Set DATABASE_URL to the right one, or leave it out and name the data folder by KAWALISS_DATA.'
