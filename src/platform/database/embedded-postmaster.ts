/** The running server as seen from outside: its pid file, whether it lives, whether it answers. */
import { spawnSync } from 'node:child_process'
import { existsSync, readlinkSync, realpathSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export interface Postmaster {
  readonly pid: number
  /** Folder of the Unix socket. */
  readonly socket: string
  readonly port: number
  /** What the server last wrote of itself: starting, ready or stopping. */
  readonly status: string
}

/** Reads `postmaster.pid`; null when there is none, or one that is only half written. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socket, , , status] = text.split('\n').map((line) => line.trim())
  if (!Number(pid) || !Number(port) || !socket) return null
  return { pid: Number(pid), port: Number(port), socket, status: status ?? '' }
}

/** Whether the process is the server of this very cluster. Asked of the process itself, since numbers are given again after a restart. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!existsSync('/proc/self/cwd')) return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres')
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    // A server works in its cluster's folder. A process of another user, or one that has ended, does not tell: not ours.
    return false
  }
}

/** The live server of the cluster, or null. */
export async function livePostmaster(cluster: string): Promise<Postmaster | null> {
  const found = await readPostmaster(cluster)
  return found !== null && isServerOf(cluster, found.pid) ? found : null
}

/**
 * Makes a pid file left by a killed server harmless. PostgreSQL sees by itself that a number is dead; it cannot see
 * that the number now belongs to some other process, and then refuses to start for ever. Writing our own number, its
 * parent's, makes it go on to its second check, the shared memory of the old server's children, which deleting the
 * file would skip.
 */
export async function disarmPidFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  const end = text.indexOf('\n')
  if (end > 0) await writeFile(path, `${process.pid}${text.slice(end)}`)
}

export type Answer = 'ready' | 'busy' | 'silent'

const CANNOT_CONNECT_NOW = '57P03'

/** Asks the server for a connection: ready, busy (starting, recovering, stopping) or silent (nobody at the socket). */
export async function ask(postmaster: Postmaster, user: string): Promise<Answer> {
  const client = new pg.Client({ host: postmaster.socket, port: postmaster.port, user, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    return (error as { code?: string }).code === CANNOT_CONNECT_NOW ? 'busy' : 'silent'
  } finally {
    await client.end().catch(() => {})
  }
}
