/**
 * Files in a local folder. A file appears under its name whole or not at all: it is written beside, brought to the disk,
 * renamed, and the folder that now names it is brought to the disk too.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import {
  type BlobStore,
  BlobTooLarge,
  checkKey,
  type Content,
  newKey,
  type PutOptions,
  type Range,
  type StoredBlob,
  UNFINISHED_FOR,
} from './blob-store.ts'

const UNFINISHED = 'unfinished'

/** Opens the store in a folder, made if need be (0700, files 0600). */
export async function openFolderStore(folder: string): Promise<BlobStore> {
  await mkdir(join(folder, UNFINISHED), { recursive: true, mode: 0o700 })
  // 256 folders keep any one of them short: a folder of a million names is slow to list and to back up.
  const placeOf = (key: string): string => join(folder, checkKey(key).slice(0, 2), key)
  return {
    put: (content, options) => put(folder, placeOf, content, options),
    get: (key, range) => get(placeOf(key), range),
    async stat(key) {
      const found = await ifThere(stat(placeOf(key)))
      return found === null ? null : { bytes: found.size }
    },
    async delete(key) {
      const place = placeOf(key)
      const gone = await ifThere(unlink(place).then(() => true))
      if (gone) await syncFolder(dirname(place))
      return gone === true
    },
    sweep: (now) => sweep(join(folder, UNFINISHED), now),
  }
}

async function put(
  folder: string,
  placeOf: (key: string) => string,
  content: Content,
  { limit = Number.POSITIVE_INFINITY }: PutOptions = {},
): Promise<StoredBlob> {
  const key = newKey()
  const unfinished = join(folder, UNFINISHED, key)
  try {
    const written = await write(unfinished, content, limit)
    const place = placeOf(key)
    const made = await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(unfinished, place)
    await syncFolder(dirname(place))
    if (made !== undefined) await syncFolder(folder)
    return { key, ...written }
  } catch (error) {
    await ifThere(unlink(unfinished))
    throw error
  }
}

/** Writes and counts the content as it comes; resolves once it is on the disk. */
async function write(place: string, content: Content, limit: number): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(place, 'wx', 0o600)
  try {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      bytes += piece.byteLength
      if (bytes > limit) throw new BlobTooLarge(limit)
      hash.update(piece)
      await writeWhole(file, piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A write may take part of what it is given (a disk nearly full): go on until all is written or the disk refuses. */
async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let from = 0; from < piece.byteLength; ) {
    const { bytesWritten } = await file.write(piece, from)
    from += bytesWritten
  }
}

async function get(place: string, range: Range | undefined): Promise<ReadableStream<Uint8Array> | null> {
  const file = await ifThere(open(place))
  return file === null ? null : (Readable.toWeb(file.createReadStream({ ...range })) as ReadableStream<Uint8Array>)
}

/** A new name in a folder is on the disk only when the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(folder: string, now: Date): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder)) {
    const place = join(folder, name)
    const found = await ifThere(stat(place))
    if (found === null || now.getTime() - found.mtimeMs < UNFINISHED_FOR) continue
    await ifThere(unlink(place))
    removed += 1
  }
  return removed
}

/** What a call on a file gives, or null when there is no such file. */
async function ifThere<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
