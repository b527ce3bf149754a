/** Giving a file as an answer. */
import { type FileLimits, mayHold } from '../../../domain/file.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { Log } from '../../../platform/log/log.ts'
import { holdApplication } from './held-application.ts'
import { type FileHolder, holdingOf } from './holding.ts'
import { type ArrivingFile, dropStored, type FilePlaces, recordFile, type StoredFile, storeFile } from './keep-file.ts'

export interface GivenFile extends ArrivingFile {
  readonly application: string
  readonly question: string
  readonly limits: FileLimits
  /** Whether the draft takes it, or the corrections of what was sent; the draft when it is not said. */
  readonly to?: FileHolder
}

/**
 * Keeps a file that has arrived and adds it to the answer. It may be read at once, unless it is to be scanned or drawn
 * first. Refuses `application/unknown` and as `maySave` (as `mayCorrect` for corrections), `file/too-many`, and as
 * `storeFile`; nothing is then kept. Writes one audit entry.
 */
export async function giveFile(
  db: Database,
  viewer: SignedIn,
  { given, places, log }: { given: GivenFile; places: FilePlaces; log?: Log },
  now: Date,
): Promise<Result<{ file: string }>> {
  const allowed = await mayGiveNow(db, viewer, given, now)
  if (!allowed.ok) return allowed
  const stored = await storeFile(given, given.limits, { places, log })
  if (!stored.ok) return stored
  const outcome = await write(db, viewer, given, places, stored.value, now).catch(async (error) => {
    await dropStored(places, [stored.value])
    throw error
  })
  if (!outcome.ok) await dropStored(places, [stored.value])
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

function write(
  db: Database,
  viewer: SignedIn,
  { application, question, limits, to }: GivenFile,
  places: FilePlaces,
  content: StoredFile,
  now: Date,
): Promise<Result<{ file: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    const allowed = await mayGiveNow(trx, viewer, { application, question, limits, ...(to === undefined ? {} : { to }) }, now)
    if (!allowed.ok) return allowed
    const { details } = await recordFile(trx, { organisation, application, of: { question }, by: person.id }, content, places, now)
    const { file } = details
    await holdingOf(to).add(trx, { organisation, application, question, file, by: person.id, at: now })
    await audit(trx, { organisation, stream: application, act: 'file/given', actor: person.id, at: now, details })
    return ok({ file })
  })
}
