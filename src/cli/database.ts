/** The configured database, opened for one command: your own, or the embedded one, started if it is not running. */
import type { Config } from '../platform/config.ts'
import { closeDatabase, type Database, openDatabase } from '../platform/database/database.ts'
import { startEmbedded } from '../platform/database/embedded.ts'

/** Opens the database, runs `work`, closes; an embedded server that nobody else uses is stopped again. */
export async function withDatabase<Value>(config: Config, work: (db: Database) => Promise<Value>): Promise<Value> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ folder: config.dataFolder, log: (line) => console.error(line) }) : null
  try {
    const db = openDatabase(embedded?.connection ?? { connectionString: config.databaseUrl as string }, 2)
    try {
      return await work(db)
    } finally {
      await closeDatabase(db)
    }
  } finally {
    await embedded?.stop()
  }
}
