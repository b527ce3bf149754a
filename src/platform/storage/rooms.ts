/** The places files lie in: the data folder, or a store of S3 for what has arrived. Opened when they are first needed, once a process. */
import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'
import { openS3Store, type S3Place } from './s3-store.ts'

export interface Rooms {
  readonly blobs: BlobStore
  /** Folder of uploads under way. */
  readonly uploads: string
  /** What links are signed with, shared by all processes on one store: of a folder, made once and kept beside it; of S3, derived from its key. */
  readonly secret: Buffer
}

export interface Places {
  readonly dataFolder: string
  /** Null keeps files in the data folder. */
  readonly s3: S3Place | null
}

const opened = new Map<string, Promise<Rooms>>()

/** The rooms of a data folder and its store. */
export function roomsOf(places: Places): Promise<Rooms> {
  const key = JSON.stringify([places.dataFolder, places.s3])
  const known = opened.get(key)
  if (known !== undefined) return known
  const opening = openRooms(places)
  opened.set(key, opening)
  // A folder that could not be opened is tried again by whoever asks next.
  opening.catch(() => opened.delete(key))
  return opening
}

async function openRooms({ dataFolder, s3 }: Places): Promise<Rooms> {
  const uploads = join(dataFolder, 'uploads')
  await mkdir(uploads, { recursive: true, mode: 0o700 })
  if (s3 !== null) return { blobs: openS3Store(s3), uploads, secret: derived(s3.secretKey) }
  const [blobs, secret] = await Promise.all([openFolderStore(join(dataFolder, 'files')), secretIn(join(dataFolder, 'link-secret'))])
  return { blobs, uploads, secret }
}

function derived(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'kawaliss links to files', SECRET_BYTES))
}

const SECRET_BYTES = 32

async function secretIn(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(randomBytes(SECRET_BYTES))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    // Another process was first, or it was made long ago.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  for (let attempt = 0; ; attempt++) {
    const secret = await readFile(path)
    if (secret.length === SECRET_BYTES) return secret
    if (attempt === 50) throw new Error(`${path} is damaged: remove it, and links given out so far end.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
