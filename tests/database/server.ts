/** One PostgreSQL for the whole test run: the embedded one, or the one of TEST_DATABASE_URL. A migrated template is copied for each test file. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { closeDatabase, openDatabase, poolOf } from '../../src/platform/database/database.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { migrateJobs } from '../../src/platform/jobs/jobs.ts'
import { migrationsFolder } from '../../src/platform/root.ts'
import { connectionTo, type ServerAddress } from './address.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env.TEST_DATABASE_URL
  const folder = own === undefined ? await mkdtemp(join(tmpdir(), 'kawaliss-test-')) : null
  const server = folder === null ? null : await startEmbedded({ folder })
  const address: ServerAddress = server === null ? { url: own as string } : { socket: server.connection }
  const maintenance = openDatabase(connectionTo(address, server === null ? 'postgres' : server.connection.database), 1)
  // On a database of one's own, what an earlier run left.
  const { rows } = await poolOf(maintenance).query("select datname from pg_database where datname ~ '^kawaliss_(template|world_)'")
  for (const { datname } of rows as { datname: string }[]) await poolOf(maintenance).query(`drop database ${datname} with (force)`)
  // Losing the data of a test to a power cut harms nobody; not waiting for the disk halves the run.
  if (server !== null) await poolOf(maintenance).query("alter role current_user set synchronous_commit = 'off'")
  await poolOf(maintenance).query('create database kawaliss_template')
  const template = openDatabase(connectionTo(address, 'kawaliss_template'), 2)
  await migrate(poolOf(template), migrationsFolder)
  await migrateJobs(template)
  await closeDatabase(template)
  await closeDatabase(maintenance)
  project.provide('databaseServer', address)
  return async () => {
    await server?.stop()
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: ServerAddress
  }
}
