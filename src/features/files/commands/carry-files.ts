/** Files that follow from a withdrawn application into the one begun after it. */
import { sql } from 'kysely'
import { familyOf, type FileLimits } from '../../../domain/file.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Reader, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { FIRST_PAGE } from './draw-first-page.ts'

export interface CarriedFile {
  readonly id: string
  readonly from: string
  readonly question: string
}

interface Held {
  readonly id: string
  readonly media_type: string
  readonly bytes: string
  readonly seconds: number | null
}

export interface Carrying {
  readonly organisation: string
  /** The application withdrawn. */
  readonly from: string
  readonly question: string
  /** What the question takes today. */
  readonly limits: FileLimits
  /** The files its answer names. */
  readonly files: readonly string[]
}

/**
 * The files of an answer that follow into a new application, each under a new id: those that may be read and that the
 * question still takes. What is still being checked does not: nobody knows yet whether it may ever be read.
 */
export async function filesToCarry(db: Reader, { organisation, from, question, limits, files }: Carrying, now: Date): Promise<CarriedFile[]> {
  const named = files.filter(isId)
  if (named.length === 0) return []
  const found = await sql<Held>`
    select f.id, f.media_type, f.bytes::text, f.seconds from file f
    where f.organisation = ${organisation} and f.application = ${from} and f.question = ${question} and f.id = any(${[...named]}::uuid[])
      and f.prepared_at is not null and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)
    order by f.given_at, f.id`.execute(db)
  return found.rows
    .filter((file) => isTaken(file, limits))
    .slice(0, limits.maxFiles)
    .map(({ id }) => ({ id: newId(now), from: id, question }))
}

function isTaken({ media_type, bytes, seconds }: Held, { accept, maxBytes, maxSeconds }: FileLimits): boolean {
  const family = familyOf(media_type)
  return family !== undefined && accept.includes(family) && Number(bytes) <= maxBytes && (maxSeconds === undefined || (seconds ?? 0) <= maxSeconds)
}

/** Writes them into the application begun: the same content in the store, what was found of it, and who gave it when. One audit entry each. */
export async function carryFiles(
  trx: Trx,
  { organisation, application, by }: { readonly organisation: string; readonly application: string; readonly by: string },
  files: readonly CarriedFile[],
  now: Date,
): Promise<void> {
  for (const { id, from, question } of files) {
    const made = await sql<{ bytes: string; sha256: string; media_type: string }>`
      insert into file (organisation, id, application, question, given_at, given_by, name, media_type, bytes, seconds, sha256, blob, prepared_at, carried_from)
      select organisation, ${id}, ${application}, question, given_at, given_by, name, media_type, bytes, seconds, sha256, blob, prepared_at, id
      from file where organisation = ${organisation} and id = ${from} returning bytes::text, sha256, media_type`.execute(trx)
    await sql`
      insert into file_scan (organisation, file, seq, verdict, found, scanned_at)
      select organisation, ${id}, seq, verdict, found, scanned_at from file_scan where organisation = ${organisation} and file = ${from}`.execute(trx)
    const drawn = await sql`
      insert into file_picture (organisation, file, size, width, height, bytes, blob)
      select organisation, ${id}, size, width, height, bytes, blob from file_picture
      where organisation = ${organisation} and file = ${from} returning size`.execute(trx)
    const row = made.rows[0]
    if (row === undefined) continue
    const details = { file: id, question, bytes: Number(row.bytes), sha256: row.sha256, carried_from: from }
    await audit(trx, { organisation, stream: application, act: 'file/given', actor: by, at: now, details })
    if (drawn.rows.length === 0 && familyOf(row.media_type) === 'pdf') await enqueue(trx, FIRST_PAGE, { organisation, file: id })
  }
}
