import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DataFolderBusy, type EmbeddedServer, lockDataFolder, startEmbedded } from './embedded.ts'
import { isServerOf, readPostmaster } from './embedded-postmaster.ts'

/** One data folder for all, since making a database takes a second; every test leaves its server stopped. */
let folder: string
const owners: ChildProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kawaliss test '))
})

afterEach(async () => {
  await Promise.all(owners.splice(0).map(killed))
  if ((await readPostmaster(join(folder, 'database'))) !== null) await (await startEmbedded({ folder })).stop()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function rows(server: EmbeddedServer, statement: string): Promise<unknown[]> {
  const client = new pg.Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function serverPid(): Promise<number> {
  return (await readPostmaster(join(folder, 'database')))?.pid as number
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20)
}

/** Another Kawaliss: a Node process that holds the data folder, starts the server, says so, and stays. */
async function otherKawaliss(work = 'await lockDataFolder(folder); await startEmbedded({ folder })'): Promise<ChildProcess> {
  const code = `
    const { lockDataFolder, startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    const folder = process.env.FOLDER
    ${work}
    console.log('up')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    env: { ...process.env, FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  owners.push(other)
  await new Promise((resolve) => other.stdout?.once('data', resolve))
  return other
}

async function killed(owner: ChildProcess): Promise<void> {
  if (owner.exitCode !== null || owner.signalCode !== null) return
  const ended = new Promise((resolve) => owner.once('exit', resolve))
  owner.kill('SIGKILL')
  await ended
}

test('The first start makes the database; it answers, sees Arabic letters, and leaves no process and no socket when stopped', async () => {
  const server = await startEmbedded({ folder })
  const cluster = join(folder, 'database')
  expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await rows(server, 'show server_version'))[0]).toEqual({ server_version: server.version })
  expect(await rows(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  expect(await rows(server, 'show fsync')).toEqual([{ fsync: 'on' }])
  await rows(server, 'create extension pg_trgm')
  expect(await rows(server, "select similarity('ثقافة', 'ثقافي') > 0.3 as close")).toEqual([{ close: true }])
  expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700)
  const pid = await serverPid()
  expect(isServerOf(cluster, pid)).toBe(true)
  await server.stop()
  expect(isServerOf(cluster, pid)).toBe(false)
  expect(await readPostmaster(cluster)).toBe(null)
  await expect(stat(join(server.connection.host, '.s.PGSQL.5432'))).rejects.toThrow('ENOENT')
})

test('The application may not read files of the machine through the database, and may back it up', async () => {
  const server = await startEmbedded({ folder })
  await expect(rows(server, "select pg_read_file('/etc/passwd')")).rejects.toThrow('permission denied')
  await expect(rows(server, "copy (select 1) to program 'true'")).rejects.toThrow('permission denied')
  expect(await rows(server, "select 1 as begun from pg_backup_start('test', true)")).toEqual([{ begun: 1 }])
  await server.stop()
})

test('A value that breaks a rule does not reach the log', async () => {
  const server = await startEmbedded({ folder })
  await rows(server, 'create table person (email text unique)')
  await rows(server, "insert into person values ('amina@example.org')")
  await expect(rows(server, "insert into person values ('amina@example.org')")).rejects.toThrow('person_email_key')
  await expect(rows(server, "select 'amina@example.org'::uuid")).rejects.toThrow('invalid input')
  await server.stop()
  expect(await readFile(join(folder, 'database.log'), 'utf8')).not.toContain('amina')
})

test('A data folder is held by one Kawaliss: the second is told which process has it', async () => {
  const other = await otherKawaliss('await lockDataFolder(folder); globalThis.gc()')
  const refusal = await lockDataFolder(folder).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DataFolderBusy)
  expect((refusal as DataFolderBusy).pid).toBe(other.pid)
  expect((refusal as DataFolderBusy).message).toContain(`process ${other.pid}`)
})

test('A released data folder can be taken again', async () => {
  const lock = await lockDataFolder(folder)
  await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderBusy)
  await lock.release()
  await lock.release()
  await (await lockDataFolder(folder)).release()
})

test('A command that ends leaves the server to the Kawaliss that runs', async () => {
  await otherKawaliss()
  const server = await startEmbedded({ folder })
  expect(server.attached).toBe(true)
  await server.stop()
  expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('A Kawaliss that ends by an error takes its server with it', async () => {
  const other = await otherKawaliss('await startEmbedded({ folder }); setTimeout(() => process.exit(1), 200)')
  const pid = await serverPid()
  await new Promise((resolve) => other.once('exit', resolve))
  await until(async () => !isServerOf(join(folder, 'database'), pid))
  expect(await readPostmaster(join(folder, 'database'))).toBe(null)
})

test('After a kill -9 of Kawaliss the next one takes the folder, finds the same server running, and stops it', async () => {
  const other = await otherKawaliss()
  const pid = await serverPid()
  await killed(other)
  const lock = await lockDataFolder(folder)
  const server = await startEmbedded({ folder })
  expect(server.attached).toBe(true)
  expect(await serverPid()).toBe(pid)
  expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(isServerOf(join(folder, 'database'), pid)).toBe(false)
  await lock.release()
})

test('After a kill -9 of the database every committed row is there, even when its process number now belongs to another', async () => {
  const first = await startEmbedded({ folder })
  await rows(first, 'create table kept (n int)')
  await rows(first, 'insert into kept select generate_series(1, 1000)')
  const pid = await serverPid()
  process.kill(pid, 'SIGKILL')
  await until(async () => !isServerOf(join(folder, 'database'), pid))
  const pidFile = join(folder, 'database', 'postmaster.pid')
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, String(process.ppid)))
  const second = await startEmbedded({ folder })
  expect(second.attached).toBe(false)
  expect(await rows(second, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
  await second.stop()
})

test('It starts in a folder whose path is too long for a socket and closed to everyone else, and leaves nothing outside it', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  await mkdir(deep, { recursive: true })
  await chmod(folder, 0o700)
  const server = await startEmbedded({ folder: deep })
  const outside = await readFile(join(deep, 'database.outside'), 'utf8')
  expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  await expect(stat(outside)).rejects.toThrow('ENOENT')
})

test('Two processes that start at the same moment end with one server', async () => {
  const [one, two] = await Promise.all([startEmbedded({ folder }), startEmbedded({ folder })])
  expect([one.attached, two.attached].sort()).toEqual([false, true])
  expect(two.connection).toEqual(one.connection)
  await one.stop()
})

test('A database of another major version is refused with the way out', async () => {
  const old = join(folder, 'old')
  await mkdir(join(old, 'database'), { recursive: true })
  await writeFile(join(old, 'database', 'PG_VERSION'), '17\n')
  await expect(startEmbedded({ folder: old })).rejects.toThrow('was made by PostgreSQL 17')
})
