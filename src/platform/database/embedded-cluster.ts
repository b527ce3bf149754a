/** Making the cluster, the folder PostgreSQL keeps everything in, once; and in it the role and the database of Kawaliss. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { type Account, give, giveAll, namedAccount } from './embedded-account.ts'
import { serverEnvironment } from './embedded-binaries.ts'
import type { Postmaster } from './embedded-postmaster.ts'

export const SUPERUSER = 'postgres'
export const OWNER = 'kawaliss'
export const DATABASE = 'kawaliss'

/** A folder a process can name whatever stands above it: Linux follows this link without passing through the parents. */
export const HERE = '/proc/self/cwd'

/** Kept in postgresql.conf, where an operator may change them. */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '16MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Values that broke a rule must not reach the log (they are people's answers): the application logs code and constraint.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/**
 * The character tables of the system, of any UTF-8 locale. Order comes from PostgreSQL's own C.UTF-8, but trigrams
 * still ask the system what a letter is, and under plain "C" no Arabic letter is one. The names cover Linux and macOS.
 */
const CHARACTER_TABLES = ['C.UTF-8', 'UTF-8', 'en_US.UTF-8']

/** Makes the cluster unless it is there. It appears whole or not at all: made beside, then renamed. */
export async function makeCluster(cluster: string, binaries: string, account: Account | null): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  if (existsSync(cluster)) throw new Error(`The database in ${cluster} belongs to another account. Start Kawaliss as the account that made it.`)
  const draft = `${cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const maker = account === null ? null : namedAccount()
  await give(draft, maker)
  await initialise(draft, binaries, maker)
  await giveAll(draft, account)
  await rename(draft, cluster)
}

async function initialise(draft: string, binaries: string, maker: Account | null): Promise<void> {
  let said = ''
  for (const tables of CHARACTER_TABLES) {
    const options = [
      ...['--encoding=UTF8', '--locale=C', `--lc-ctype=${tables}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...[`--username=${SUPERUSER}`, '--auth-local=trust', '--auth-host=reject', '--text-search-config=simple', '--no-instructions'],
      ...Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ]
    const initdb = spawn(join(binaries, 'bin', 'initdb'), ['-D', maker === null ? draft : HERE, ...options], {
      ...maker,
      cwd: draft,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve, reject) => initdb.once('error', reject).once('close', resolve))
    const [status, errors] = await Promise.all([ended, text(initdb.stderr)])
    if (status === 0) return
    said = errors.trim()
    if (!said.includes('invalid locale name')) break
  }
  throw new Error(`The database could not be made: ${said}`)
}

/** Refuses a cluster of another major version: PostgreSQL 19 cannot open what 18 wrote. */
export async function checkMajorVersion(cluster: string, version: string): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (made === version.split('.')[0]) return
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}; this Kawaliss brings ${version}, which cannot open it. Export it with the Kawaliss that made it, then import into an empty data folder.`,
  )
}

/**
 * Makes the role and the database unless they are there. The role owns its database and may make others (tests do),
 * back up and watch; it is no superuser, so that no statement of the application can read files or run programs.
 */
export async function makeDatabase(postmaster: Postmaster): Promise<void> {
  if (
    await onServer(
      postmaster,
      'postgres',
      async (client) => (await client.query('select 1 from pg_database where datname = $1', [DATABASE])).rowCount === 1,
    )
  )
    return
  await onServer(postmaster, 'template1', (client) =>
    client.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = '${OWNER}') then create role ${OWNER} login createdb; end if;
      end $$;
      grant pg_monitor, pg_checkpoint to ${OWNER};
      grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() to ${OWNER}`),
  )
  await onServer(postmaster, 'postgres', (client) => client.query(`create database ${DATABASE} owner ${OWNER}`))
}

export async function onServer<Value>(postmaster: Postmaster, database: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ host: postmaster.socket, port: postmaster.port, user: SUPERUSER, database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
