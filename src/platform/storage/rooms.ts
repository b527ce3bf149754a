/** The places files lie in, under the data folder: opened when they are first needed, once a process. */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FolderStore, openFolderStore } from './folder-store.ts'

export interface Rooms {
  readonly blobs: FolderStore
  /** Folder of uploads under way. */
  readonly uploads: string
  /** What links are signed with: made once, kept in the data folder, shared by all processes on it. */
  readonly secret: Buffer
}

const opened = new Map<string, Promise<Rooms>>()

/** The rooms of a data folder. */
export function roomsOf({ dataFolder }: { readonly dataFolder: string }): Promise<Rooms> {
  const known = opened.get(dataFolder)
  if (known !== undefined) return known
  const opening = openRooms(dataFolder)
  opened.set(dataFolder, opening)
  // A folder that could not be opened is tried again by whoever asks next.
  opening.catch(() => opened.delete(dataFolder))
  return opening
}

async function openRooms(folder: string): Promise<Rooms> {
  const uploads = join(folder, 'uploads')
  await mkdir(uploads, { recursive: true, mode: 0o700 })
  const [blobs, secret] = await Promise.all([openFolderStore(join(folder, 'files')), secretIn(join(folder, 'link-secret'))])
  return { blobs, uploads, secret }
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
