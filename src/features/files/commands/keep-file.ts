/** Keeping a file that has arrived: into the store first, into the database with what it was given to. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { familyOf, type FileLimits, fittingName } from '../../../domain/file.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Config } from '../../../platform/config.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { faultOf, type Log } from '../../../platform/log/log.ts'
import { blanked, placesIn } from '../../../platform/media/places.ts'
import { type BlobStore, type StoredBlob, StoreAway } from '../../../platform/storage/blob-store.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { cleanFileName } from '../../../platform/upload/file-name.ts'
import { examine, type Examined } from '../examine.ts'
import { FIRST_PAGE } from './draw-first-page.ts'

export type FilePlaces = Pick<Config, 'dataFolder' | 's3' | 'clamd'>

export interface ArrivingFile {
  /** As the browser named it. */
  readonly name: string
  /** Where its content lies; it stays there. */
  readonly path: string
}

/** What lies in the store, and is nobody's yet. */
export type StoredFile = Examined & StoredBlob & Pick<ArrivingFile, 'name'>

/** Examines a file and puts it into the store. Refuses as `examine`, and `file/no-room` (the disk is full), `file/store-away`; nothing is then kept. */
export async function storeFile(
  { name, path }: ArrivingFile,
  limits: FileLimits,
  { places, log }: { readonly places: FilePlaces; readonly log?: Log | undefined },
): Promise<Result<StoredFile>> {
  const examined = await examine(path, name, limits)
  if (!examined.ok) return examined
  const { blobs } = await roomsOf(places)
  const stored = await kept(() => putAway(blobs, path, { limit: limits.maxBytes, mediaType: examined.value.mediaType }), log)
  return stored.ok ? ok({ name, ...examined.value, ...stored.value }) : stored
}

/** Takes out of the store what was put there and became nobody's. */
export async function dropStored(places: FilePlaces, files: readonly StoredFile[]): Promise<void> {
  const { blobs } = await roomsOf(places)
  for (const { key } of files) await blobs.delete(key)
}

/** What a file is given to: a question of the application, or the appeal against a decision on it. */
export type FileOf = { readonly question: string } | { readonly appeal: number }

export interface FileRecord {
  readonly organisation: string
  readonly application: string
  readonly of: FileOf
  readonly by: string
}

/** A file that was written: its name as it is kept, and what the trail says of it, where no name stands. */
export interface RecordedFile {
  readonly name: string
  readonly bytes: number
  readonly details: FileOf & { readonly file: string; readonly bytes: number; readonly sha256: string }
}

/**
 * Writes a file that lies in the store. It may be read at once, unless it is to be scanned or drawn first. Its command writes
 * the entry of the trail.
 */
export async function recordFile(
  trx: Trx,
  { organisation, application, of, by }: FileRecord,
  content: StoredFile,
  { clamd }: Pick<FilePlaces, 'clamd'>,
  now: Date,
): Promise<RecordedFile> {
  const file = newId(now)
  const ready = clamd === null && familyOf(content.mediaType) !== 'image'
  const { mediaType: media_type, bytes, seconds, sha256, key: blob } = content
  const name = fittingName(cleanFileName(content.name), media_type)
  const row = { organisation, id: file, application, ...of, given_at: now, given_by: by, name, media_type, bytes, seconds, sha256, blob }
  await trx
    .insertInto('file')
    .values({ ...row, prepared_at: ready ? now : null })
    .execute()
  if (clamd === null) await trx.insertInto('file_scan').values({ organisation, file, seq: 1, verdict: 'not-scanned', scanned_at: now }).execute()
  if (!ready) await enqueue(trx, 'file-check', { organisation, file }, { key: `file-check:${file}` })
  else if (familyOf(media_type) === 'pdf') await enqueue(trx, FIRST_PAGE, { organisation, file })
  return { name, bytes, details: { file, ...of, bytes, sha256 } }
}

/** As it came, but for the place it was made at; its hash is that of what came, so that its owner can hash it again. */
async function putAway(blobs: BlobStore, path: string, { limit, mediaType }: { limit: number; mediaType: string }): Promise<StoredBlob> {
  const places = await placesIn(path, mediaType)
  const content = createReadStream(path)
  if (places.length === 0) return blobs.put(content, { limit })
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return { ...(await blobs.put(blanked(content, places), { limit })), sha256: hash.digest('hex') }
}

async function kept(put: () => Promise<StoredBlob>, log: Log | undefined): Promise<Result<StoredBlob>> {
  try {
    return ok(await put())
  } catch (error) {
    if (isFullDisk(error)) return refused('file/no-room')
    if (!(error instanceof StoreAway)) throw error
    log?.error({ fault: faultOf(error) }, 'the store of files is away')
    return refused('file/store-away')
  }
}

/** Whether the disk has no room left, or its owner no right to more of it. */
export function isFullDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | null)?.code ?? '')
}
