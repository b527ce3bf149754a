/** Where the parts of an embedded server lie: in the data folder, and for what cannot be there, in a folder of its own under the system's temporary one. */
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, give, reaches } from './embedded-account.ts'
import { binariesVersion, copyBinaries } from './embedded-binaries.ts'

export interface Place {
  readonly cluster: string
  readonly log: string
  /** Held while starting and stopping, so that two processes do it one after the other. */
  readonly turn: string
  /** Holds the path of the folder under the temporary one, while there is one. */
  readonly outside: string
  readonly socket: string
}

export async function placeOf(folder: string): Promise<Place> {
  const root = await realpath(folder)
  return {
    cluster: join(root, 'database'),
    log: join(root, 'database.log'),
    turn: join(root, 'database.lock'),
    outside: join(root, 'database.outside'),
    socket: join(root, 'socket'),
  }
}

/** Linux takes 107 bytes for the name of a socket, macOS 103. */
const SOCKET_BYTES = 100

/** A fresh private folder for the socket: in the data folder when its path is short enough and the server can pass down to it. */
export async function makeSocketFolder(place: Place, account: Account | null, outside: () => Promise<string>): Promise<string> {
  const fits = Buffer.byteLength(join(place.socket, '.s.PGSQL.5432')) <= SOCKET_BYTES
  await mkdir(place.socket, { recursive: true })
  const usable = fits && reaches(account, join(place.socket, '..'))
  if (!usable) await rm(place.socket, { recursive: true })
  const socket = usable ? place.socket : join(await outside(), 'socket')
  await mkdir(socket, { recursive: true })
  await chmod(socket, 0o700)
  await give(socket, account)
  return socket
}

/** Binaries the account can run: those of npm, or a copy when a folder above them is closed to it (root's home, mostly). */
export async function reachableBinaries(binaries: string, account: Account | null, outside: () => Promise<string>): Promise<string> {
  if (reaches(account, join(binaries, 'bin'))) return binaries
  const copy = join(await outside(), 'postgresql')
  await copyBinaries(binaries, copy)
  binariesVersion(copy, account)
  return copy
}

/** Gives, at most once, a new folder outside; its path is noted in the data folder first of all, so that it is found and removed. */
export function outsideFolder(place: Place, account: Account | null): () => Promise<string> {
  let made: Promise<string> | null = null
  return () => {
    made ??= makeOutside(place, account)
    return made
  }
}

async function makeOutside(place: Place, account: Account | null): Promise<string> {
  await removeOutside(place)
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((path) => existsSync(path) && path.length < 60 && reaches(account, path))
  if (parent === undefined)
    throw new Error('No temporary folder is open to the database: set TMPDIR to one, or DATABASE_URL to a PostgreSQL of your own.')
  const folder = await mkdtemp(join(await realpath(parent), 'kawaliss-'))
  await writeFile(place.outside, folder)
  await chmod(folder, 0o711)
  return folder
}

/** Removes the folder outside, if it is still the one we made and not what someone put in its place. */
export async function removeOutside(place: Place): Promise<void> {
  const folder = await readFile(place.outside, 'utf8').catch(() => '')
  if (folder === '') return
  const found = await lstat(folder).catch(() => null)
  if (found?.isDirectory() && found.uid === process.getuid?.()) await rm(folder, { recursive: true, force: true })
  await rm(place.outside, { force: true })
}

const LOG_BYTES = 5_000_000

/** Opens the log to write at its end; one that has grown past 5 MB becomes `database.log.1`, replacing the one before. */
export async function openLog(place: Place) {
  const size = (await stat(place.log).catch(() => null))?.size ?? 0
  if (size > LOG_BYTES) await rename(place.log, `${place.log}.1`)
  return open(place.log, 'a', 0o600)
}
