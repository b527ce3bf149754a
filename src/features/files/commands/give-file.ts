/** Giving a file as an answer. */
import { createReadStream } from 'node:fs'
import { familyOf, type FileLimits, mayGive, mayTakeBack } from '../../../domain/file.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Config } from '../../../platform/config.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import type { StoredBlob } from '../../../platform/storage/blob-store.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { cleanFileName } from '../../../platform/upload/file-name.ts'
import { examine, type Examined } from '../examine.ts'
import { answerWithFiles, factsOf, filesIn, holdApplication } from './held-application.ts'

export interface GivenFile {
  readonly application: string
  readonly question: string
  readonly limits: FileLimits
  /** As the browser named it. */
  readonly name: string
  /** Where its content lies; it stays there. */
  readonly path: string
}

type Places = Pick<Config, 'dataFolder' | 'clamd'>

/**
 * Keeps a file that has arrived and adds it to the answer. It may be read at once, unless it is to be scanned or drawn
 * first. Refuses `application/unknown` and as `maySave`, `file/too-many`, as `examine`, and `file/no-room` (the disk is
 * full); nothing is then kept. Writes one audit entry.
 */
export async function giveFile(
  db: Database,
  viewer: SignedIn,
  { given, places }: { given: GivenFile; places: Places },
  now: Date,
): Promise<Result<{ file: string }>> {
  const allowed = await mayGiveNow(db, viewer, given, now)
  if (!allowed.ok) return allowed
  const examined = await examine(given.path, given.name, given.limits)
  if (!examined.ok) return examined
  const { blobs } = await roomsOf(places)
  const stored = await kept(() => blobs.put(createReadStream(given.path), { limit: given.limits.maxBytes }))
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
  { application, question, limits }: Pick<GivenFile, 'application' | 'question' | 'limits'>,
  now: Date,
): Promise<Result<null>> {
  const facts = isId(application) ? await factsOf(db, viewer, application) : null
  if (facts === null) return refused('application/unknown')
  const given = (await filesIn(db, viewer.organisation, application, question)).length
  return mayGive({ ...facts, given }, limits, now)
}

/** Whether what is on its way may go on. */
export async function maySendNow(db: Reader, viewer: SignedIn, application: string, now: Date): Promise<Result<null>> {
  const facts = isId(application) ? await factsOf(db, viewer, application) : null
  return facts === null ? refused('application/unknown') : mayTakeBack(facts, now)
}

async function kept(put: () => Promise<StoredBlob>): Promise<Result<StoredBlob>> {
  try {
    return ok(await put())
  } catch (error) {
    if (isFullDisk(error)) return refused('file/no-room')
    throw error
  }
}

/** Whether the disk has no room left, or its owner no right to more of it. */
export function isFullDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | null)?.code ?? '')
}

function write(
  db: Database,
  viewer: SignedIn,
  { application, question, limits, name }: GivenFile,
  { clamd }: Places,
  content: Examined & StoredBlob,
  now: Date,
): Promise<Result<{ file: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    const facts = await factsOf(trx, viewer, application)
    if (facts === null) return refused('application/unknown')
    const before = await filesIn(trx, organisation, application, question)
    const allowed = mayGive({ ...facts, given: before.length }, limits, now)
    if (!allowed.ok) return allowed
    const file = newId(now)
    const ready = clamd === null && familyOf(content.mediaType) !== 'image'
    const { mediaType: media_type, bytes, sha256, key: blob } = content
    const row = {
      organisation,
      id: file,
      application,
      question,
      given_at: now,
      given_by: person.id,
      name: cleanFileName(name),
      media_type,
      bytes,
      sha256,
      blob,
    }
    await trx
      .insertInto('file')
      .values({ ...row, prepared_at: ready ? now : null })
      .execute()
    if (clamd === null) await trx.insertInto('file_scan').values({ organisation, file, seq: 1, verdict: 'not-scanned', scanned_at: now }).execute()
    await answerWithFiles(trx, { organisation, application, question, by: person.id, at: now })
    await audit(trx, { organisation, stream: application, act: 'file/given', actor: person.id, at: now, details: { file, question, bytes, sha256 } })
    if (!ready) await enqueue(trx, 'file-check', { organisation, file }, { key: `file-check:${file}` })
    return ok({ file })
  })
}
