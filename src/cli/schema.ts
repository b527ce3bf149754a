/** `kawaliss schema`: for developers, after a migration has changed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, openDatabase, poolOf } from '../platform/database/database.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { writeSchema } from '../platform/database/schema-writer.ts'
import { migrationsFolder, root } from '../platform/root.ts'

export const help = `
kawaliss schema             writes src/platform/database/schema.ts from the migrations, run on a database made for it
kawaliss schema --check     only says whether the file is fresh; ends with 1 when it is not
`

export async function run(args: readonly string[]): Promise<number> {
  const { check } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } }).values
  const file = join(root, 'src/platform/database/schema.ts')
  const fresh = await schemaOfMigrations()
  const written = await readFile(file, 'utf8').catch(() => '')
  if (fresh === written) {
    console.log('schema.ts is fresh')
    return 0
  }
  if (check) {
    console.error('schema.ts is not what the migrations make: run `kawaliss schema`.')
    return 1
  }
  await writeFile(file, fresh)
  console.log('schema.ts written')
  return 0
}

async function schemaOfMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kawaliss-schema-'))
  const server = await startEmbedded({ folder })
  try {
    const db = openDatabase(server.connection, 2)
    await migrate(poolOf(db), migrationsFolder)
    const text = await writeSchema(poolOf(db))
    await closeDatabase(db)
    return text
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
