/** One Kawaliss for a data folder: the kernel keeps the lock and drops it with the process, so no lock is ever stale. */
import { realpathSync } from 'node:fs'
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

export interface Lock {
  release(): Promise<void>
}

/** Refusal: another Kawaliss runs on the data folder. `pid` is null when it ended, or began, this very moment. */
export class DataFolderBusy extends Error {
  readonly pid: number | null
  constructor(folder: string, pid: number | null) {
    super(
      `Kawaliss already runs on the data folder ${folder}${pid === null ? '' : ` (process ${pid})`}. Stop it first, or set KAWALISS_DATA to another folder.`,
    )
    this.name = 'DataFolderBusy'
    this.pid = pid
  }
}

const LOCK = 'kawaliss.lock'
const SQLITE_BUSY = 5
const PATIENCE = 600

/** Data folders this process holds. The locks are kept here too: one that nothing refers to would be collected, and so dropped. */
const held = new Map<string, Lock>()

/**
 * Takes the data folder for this process, creating the folder when it is missing. Throws `DataFolderBusy` when another
 * process, or this one already, holds it. `release` may be called twice.
 */
export async function lockDataFolder(folder: string): Promise<Lock> {
  await makeDataFolder(folder)
  const place = await realpath(folder)
  const pidFile = join(place, 'kawaliss.pid')
  const lock = await lockFile(join(place, LOCK), PATIENCE)
  if (lock === null) throw new DataFolderBusy(folder, Number(await readFile(pidFile, 'utf8').catch(() => '')) || null)
  held.set(place, lock)
  await writeFile(pidFile, `${process.pid}\n`)
  return {
    async release() {
      if (!held.delete(place)) return
      await rm(pidFile, { force: true })
      await lock.release()
    },
  }
}

/** Whether this process holds the data folder. */
export function holdsDataFolder(folder: string): boolean {
  return held.has(realpathSync(folder))
}

/** Whether no other process holds the data folder at this moment. */
export function isAloneOn(folder: string): boolean {
  if (holdsDataFolder(folder)) return true
  const file = tryLock(join(realpathSync(folder), LOCK))
  file?.close()
  return file !== null
}

/** Only root's folder is open to passing through (not to reading): the server then runs as another account. */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}

/** An exclusive lock on a file for at most `patience` milliseconds of waiting; null when others kept it. */
export async function lockFile(path: string, patience: number): Promise<Lock | null> {
  const until = performance.now() + patience
  for (;;) {
    const file = tryLock(path)
    if (file !== null) return { release: async () => (file.isOpen ? file.close() : undefined) }
    if (performance.now() > until) return null
    await pause(40)
  }
}

/**
 * Node has no file lock of its own, but its SQLite takes one on an empty file, seen by every process on the machine,
 * in containers too, and gone with the process however it ends; a pid in a file can do none of that.
 */
function tryLock(path: string): DatabaseSync | null {
  const file = new DatabaseSync(path)
  try {
    file.exec('pragma locking_mode = exclusive; pragma journal_mode = off; begin exclusive')
    return file
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw error
  }
}
