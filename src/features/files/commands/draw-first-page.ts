/** Drawing the first page of a PDF that may be read, so that it is seen where it is named. */
import { sql } from 'kysely'
import { MOST_DRAWN, firstPage } from '../../../platform/documents/first-page.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Picture, pictures } from '../../../platform/image/pictures.ts'
import type { BlobStore, StoredBlob } from '../../../platform/storage/blob-store.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import type { Services } from '../../../platform/web/context.ts'

type Drawn = Picture & StoredBlob

/** Name of the job that does it. */
export const FIRST_PAGE = 'file-first-page'

/** Draws it once. Does nothing for a file that is gone, or of which no page can be drawn: it is still given to whoever opens it. */
export async function drawFirstPage({ db, config }: Pick<Services, 'db' | 'config'>, organisation: string, file: string): Promise<void> {
  const { blobs } = await roomsOf(config)
  const content = await contentOf(db, blobs, organisation, file)
  const lines = content === null ? null : await firstPage(content)
  const pages = lines === null ? null : await pictures(lines, 'page')
  if (pages === null) return
  const drawn: Drawn[] = []
  for (const page of pages) drawn.push({ ...page, ...(await blobs.put(page.webp)) })
  const kept = await keep(db, organisation, file, drawn)
  // Taken out meanwhile: its erasure may have run before these lay there.
  if (kept && !(await isGone(db, organisation, file))) return
  for (const { key } of drawn) await blobs.delete(key)
  if (kept) await db.deleteFrom('file_picture').where('organisation', '=', organisation).where('file', '=', file).execute()
}

async function contentOf(db: Database, blobs: BlobStore, organisation: string, file: string): Promise<Uint8Array | null> {
  const found = await sql<{ blob: string }>`
    select f.blob from file f
    where f.organisation = ${organisation} and f.id = ${file} and f.media_type = 'application/pdf' and f.bytes <= ${MOST_DRAWN}
      and f.blob is not null and f.prepared_at is not null
      and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)
      and not exists (select from file_picture p where p.organisation = f.organisation and p.file = f.id)`.execute(db)
  const blob = found.rows[0]?.blob
  const stream = blob === undefined ? null : await blobs.get(blob)
  return stream === null ? null : new Uint8Array(await new Response(stream).arrayBuffer())
}

/** False when another has drawn it in the same moment. */
async function keep(db: Database, organisation: string, file: string, drawn: readonly Drawn[]): Promise<boolean> {
  const rows = drawn.map(({ size, width, height, bytes, key }) => ({ organisation, file, size, width, height, bytes, blob: key }))
  const written = await db
    .insertInto('file_picture')
    .values(rows)
    .onConflict((already) => already.constraint('file_picture_key').doNothing())
    .returning('size')
    .execute()
  return written.length > 0
}

async function isGone(db: Database, organisation: string, file: string): Promise<boolean> {
  const found = await db
    .selectFrom('file_removal')
    .select('file')
    .where('organisation', '=', organisation)
    .where('file', '=', file)
    .executeTakeFirst()
  return found !== undefined
}
