/**
 * Uploads in pieces, by the protocol tus 1.0 (tus.io/protocols/resumable-upload): create, send from an offset, ask how
 * far it came, go on. What arrived before a connection was cut is kept. Who may upload is the caller's to ask, before.
 */
import { open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'

export interface Resumable {
  /** Folder of uploads under way. */
  readonly folder: string
  /** Address uploads of this kind are made at, without a trailing slash. */
  readonly path: string
  /** Id of the upload to be made, or asked for. */
  readonly upload: string
  /** Bytes at most, whatever length is announced; counted as they arrive. */
  readonly limit: number
  /** Called once all is there, with where it lies; what it answers is the answer. The pieces go afterwards. */
  readonly arrived: (path: string) => Promise<{ readonly status: number; readonly body: string }>
}

/** One at a time writes to an upload: a second connection of the same sender takes over from the first. */
const locker = new MemoryLocker()

/** Answers one request of the protocol. A full disk is 507, content beyond the limit 413. */
export async function answerUpload(request: Request, { folder, path, upload, limit, arrived }: Resumable): Promise<Response> {
  const server = new Server({
    path,
    datastore: new PieceStore({ directory: folder }),
    locker,
    relativeLocation: true,
    maxSize: limit,
    namingFunction: () => upload,
    getFileIdFromRequest: () => upload,
    allowedOrigins: () => false,
    onUploadFinish: async () => {
      const { status, body } = await arrived(placeOf(folder, upload))
      await removeUpload(folder, upload)
      return { status_code: status, body, headers: { 'Content-Type': 'application/json; charset=utf-8' } }
    },
  })
  return server.handleWeb(request as Parameters<Server['handleWeb']>[0])
}

/** Where the pieces of an upload lie. */
function placeOf(folder: string, upload: string): string {
  return join(folder, upload)
}

/** Removes what is there of an upload; nothing when there is nothing. */
export async function removeUpload(folder: string, upload: string): Promise<void> {
  for (const place of [placeOf(folder, upload), `${placeOf(folder, upload)}.json`]) {
    await unlink(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

/** Writes what arrives as it arrives, and says why when it cannot. */
class PieceStore extends FileStore {
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = await open(placeOf(this.directory, id), 'r+')
    let at = offset
    try {
      for await (const piece of readable as AsyncIterable<Buffer>) {
        for (let from = 0; from < piece.length; ) {
          const { bytesWritten } = await file.write(piece, from, piece.length - from, at)
          from += bytesWritten
          at += bytesWritten
        }
      }
      return at
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw Object.assign(new Error('no room'), { status_code: 507, body: 'no room' })
      throw error
    } finally {
      await file.close()
    }
  }
}
