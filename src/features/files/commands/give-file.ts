/** Giving a file as an answer. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { familyOf, type FileLimits, fittingName, mayHold } from '../../../domain/file.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Config } from '../../../platform/config.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { faultOf, type Log } from '../../../platform/log/log.ts'
import { blanked, placesIn } from '../../../platform/media/places.ts'
import { type BlobStore, type StoredBlob, StoreAway } from '../../../platform/storage/blob-store.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { cleanFileName } from '../../../platform/upload/file-name.ts'
import { examine, type Examined } from '../examine.ts'
import { FIRST_PAGE } from './draw-first-page.ts'
import { holdApplication } from './held-application.ts'
import { type FileHolder, holdingOf } from './holding.ts'

export interface GivenFile {
  readonly application: string
  readonly question: string
  readonly limits: FileLimits
  /** Whether the draft takes it, or the corrections of what was sent; the draft when it is not said. */
  readonly to?: FileHolder
  /** As the browser named it. */
  readonly name: string
  /** Where its content lies; it stays there. */
  readonly path: string
}

type Places = Pick<Config, 'dataFolder' | 's3' | 'clamd'>

/**
 * Keeps a file that has arrived and adds it to the answer. It may be read at once, unless it is to be scanned or drawn
 * first. Refuses `application/unknown` and as `maySave` (as `mayCorrect` for corrections), `file/too-many`, as `examine`,
 * `file/no-room` (the disk is full) and `file/store-away`; nothing is then kept. Writes one audit entry.
 */
export async function giveFile(
  db: Database,
  viewer: SignedIn,
  { given, places, log }: { given: GivenFile; places: Places; log?: Log },
  now: Date,
): Promise<Result<{ file: string }>> {
  const allowed = await mayGiveNow(db, viewer, given, now)
  if (!allowed.ok) return allowed
  const examined = await examine(given.path, given.name, given.limits)
  if (!examined.ok) return examined
  const { blobs } = await roomsOf(places)
  const stored = await kept(() => putAway(blobs, given, examined.value.mediaType), log)
  if (!stored.ok) return stored
  const outcome = await write(db, viewer, given, places, { ...examined.value, ...stored.value }, now).catch(async (error) => {
    await blobs.delete(stored.value.key)
    throw error
  })
  if (!outcome.ok) await blobs.delete(stored.value.key)
  return outcome
}

/** The same question before anything is sent: whether a file may be given now. */
export async function mayGiveNow(
  db: Reader,
  viewer: SignedIn,
  { application, question, limits, to }: Pick<GivenFile, 'application' | 'question' | 'limits' | 'to'>,
  now: Date,
): Promise<Result<null>> {
  const allowed = await maySendNow(db, viewer, { application, to }, now)
  if (!allowed.ok) return allowed
  const given = await holdingOf(to).given(db, viewer.organisation, application, question)
  return mayHold(given.length, limits)
}

/** Whether what is on its way may go on. */
export async function maySendNow(
  db: Reader,
  viewer: SignedIn,
  { application, to }: { readonly application: string; readonly to?: FileHolder | undefined },
  now: Date,
): Promise<Result<null>> {
  return isId(application) ? holdingOf(to).mayChange(db, viewer, application, now) : refused('application/unknown')
}

/** As it came, but for the place it was made at; its hash is that of what came, so that its owner can hash it again. */
async function putAway(blobs: BlobStore, { path, limits }: GivenFile, mediaType: string): Promise<StoredBlob> {
  const places = await placesIn(path, mediaType)
  const content = createReadStream(path)
  if (places.length === 0) return blobs.put(content, { limit: limits.maxBytes })
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return { ...(await blobs.put(blanked(content, places), { limit: limits.maxBytes })), sha256: hash.digest('hex') }
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

function write(
  db: Database,
  viewer: SignedIn,
  { application, question, limits, name, to }: GivenFile,
  { clamd }: Places,
  content: Examined & StoredBlob,
  now: Date,
): Promise<Result<{ file: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    const allowed = await mayGiveNow(trx, viewer, { application, question, limits, ...(to === undefined ? {} : { to }) }, now)
    if (!allowed.ok) return allowed
    const file = newId(now)
    const ready = clamd === null && familyOf(content.mediaType) !== 'image'
    const { mediaType: media_type, bytes, seconds, sha256, key: blob } = content
    const row = {
      organisation,
      id: file,
      application,
      question,
      given_at: now,
      given_by: person.id,
      name: fittingName(cleanFileName(name), media_type),
      media_type,
      bytes,
      seconds,
      sha256,
      blob,
    }
    await trx
      .insertInto('file')
      .values({ ...row, prepared_at: ready ? now : null })
      .execute()
    if (clamd === null) await trx.insertInto('file_scan').values({ organisation, file, seq: 1, verdict: 'not-scanned', scanned_at: now }).execute()
    await holdingOf(to).add(trx, { organisation, application, question, file, by: person.id, at: now })
    await audit(trx, { organisation, stream: application, act: 'file/given', actor: person.id, at: now, details: { file, question, bytes, sha256 } })
    if (!ready) await enqueue(trx, 'file-check', { organisation, file }, { key: `file-check:${file}` })
    else if (familyOf(content.mediaType) === 'pdf') await enqueue(trx, FIRST_PAGE, { organisation, file })
    return ok({ file })
  })
}
