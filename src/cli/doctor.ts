/** `kawaliss doctor`: what an operator looks at first. */
import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, readConfig } from '../platform/config.ts'
import { type Database, poolOf } from '../platform/database/database.ts'
import { lockDataFolder } from '../platform/database/embedded.ts'
import { brokenInvariants, INVARIANTS } from '../platform/database/invariants.ts'
import { migrationState } from '../platform/database/migrate.ts'
import { migrationsFolder } from '../platform/root.ts'
import { probeS3Store, type S3Place } from '../platform/storage/s3-store.ts'
import { withDatabase } from './database.ts'

export const help = `
kawaliss doctor

Prints a line for each check, "ok" or "FAULT", and ends with 1 when there is a fault. Changes nothing, but that it writes a word in the
store of files where one is set up, and removes it; may be run while Kawaliss runs.
`

/** What a check found: a fault when `well` is false. */
interface Finding {
  readonly what: string
  readonly well: boolean
  readonly said: string
}

export async function run(): Promise<number> {
  const config = readConfig(process.env)
  const findings = [...(await examineFolder(config)), ...(await examineStore(config.s3)), ...(await examineDatabase(config))]
  for (const { what, well, said } of findings) console.log(`${well ? 'ok   ' : 'FAULT'}  ${what}: ${said}`)
  return findings.every((finding) => finding.well) ? 0 : 1
}

const GIGABYTE = 1024 ** 3

async function examineFolder(config: Config): Promise<Finding[]> {
  const folder = config.dataFolder
  const writable = await access(folder, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable && config.databaseUrl !== null)
    return [{ what: 'data folder', well: true, said: `${folder} is not there; the database stands at DATABASE_URL` }]
  if (!writable) return [{ what: 'data folder', well: false, said: `${folder} is missing or may not be written` }]
  const { bavail, bsize } = await statfs(folder)
  const free = (bavail * bsize) / GIGABYTE
  const holder = await lockDataFolder(folder).then(
    async (lock) => {
      await lock.release()
      return 'no Kawaliss runs on it'
    },
    (refusal: Error) => refusal.message,
  )
  return [
    { what: 'data folder', well: true, said: `${folder}; ${holder}` },
    { what: 'free space', well: free >= 1, said: `${free.toFixed(1)} GB` },
  ]
}

/** A word is written, read and removed: what uploads and players ask of the store. */
async function examineStore(place: S3Place | null): Promise<Finding[]> {
  if (place === null) return []
  const what = 'store of files'
  const at = `${place.bucket} at ${place.endpoint}`
  return probeS3Store(place).then(
    () => [{ what, well: true, said: `${at} keeps, gives and removes` }],
    (error: Error) => [{ what, well: false, said: `${at}: ${error.message}` }],
  )
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  if (config.databaseUrl === null && !existsSync(join(config.dataFolder, 'database'))) {
    return [{ what: 'database', well: false, said: 'not made yet; the first start makes it' }]
  }
  try {
    return await withDatabase(config, async (db) => {
      const schema = await migrations(db)
      return [await serverVersion(db), schema, ...(schema.well ? await invariants(db) : [])]
    })
  } catch (error) {
    return [{ what: 'database', well: false, said: (error as Error).message }]
  }
}

const OLDEST = 15

async function serverVersion(db: Database): Promise<Finding> {
  const rows = (await poolOf(db).query<{ server_version: string }>('show server_version')).rows
  const version = rows[0]?.server_version ?? ''
  return { what: 'PostgreSQL', well: Number.parseInt(version, 10) >= OLDEST, said: `${version} (${OLDEST} or newer is needed)` }
}

async function migrations(db: Database): Promise<Finding> {
  const { applied, pending } = await migrationState(poolOf(db), migrationsFolder)
  return { what: 'migrations', well: pending.length === 0, said: `${applied.length} applied, ${pending.length} pending` }
}

/** Every sentence of the invariants that does not hold, with the ids of at most five records against it; one line when all hold. */
async function invariants(db: Database): Promise<Finding[]> {
  const broken = await brokenInvariants(db)
  if (broken.length === 0) return [{ what: 'invariants', well: true, said: `all ${INVARIANTS.length} hold` }]
  return broken.map(({ says, against }) => ({
    what: 'invariant',
    well: false,
    said: `"${says}" does not hold for ${against.slice(0, 5).join(', ')}${against.length > 5 ? ` and ${against.length - 5} more` : ''}`,
  }))
}
