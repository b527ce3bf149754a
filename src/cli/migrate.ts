/** `kawaliss migrate`: before starting a new version by hand; `up` does it by itself. */
import { parseArgs } from 'node:util'
import { readConfig } from '../platform/config.ts'
import { poolOf } from '../platform/database/database.ts'
import { migrate, migrationState } from '../platform/database/migrate.ts'
import { migrateJobs } from '../platform/jobs/jobs.ts'
import { migrationsFolder } from '../platform/root.ts'
import { withDatabase } from './database.ts'

export const help = `
kawaliss migrate            apply what is pending
kawaliss migrate --check    only name what is pending; ends with 1 when anything is
`

export async function run(args: readonly string[]): Promise<number> {
  const { check } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } }).values
  return withDatabase(readConfig(process.env), async (db) => {
    const { applied, pending } = check
      ? await migrationState(poolOf(db), migrationsFolder)
      : await migrate(poolOf(db), migrationsFolder, (name) => console.log(name))
    if (!check) await migrateJobs(db)
    console.log(`${applied.length} applied, ${pending.length} pending`)
    for (const name of pending) console.log(`  ${name}`)
    return pending.length === 0 ? 0 : 1
  })
}
