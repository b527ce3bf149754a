/** The configured database, opened for one command: your own, or the embedded one, started if it is not running. */
import type { Config } from '../platform/config.ts'
import { closeDatabase, type Database, databaseFault, openDatabase } from '../platform/database/database.ts'
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
      throw new Error('The database lacks tables of this version: kawaliss migrate', { cause: error })
    } finally {
      await closeDatabase(db)
    }
  } finally {
    await embedded?.stop()
  }
}
