/** Erasing what lies in the store of a file that was removed. */
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { type Places, roomsOf } from '../../../platform/storage/rooms.ts'

/**
 * Erases the content of a removed file, and its pictures; the record of it stays. What another file still holds, because it
 * was carried over after a withdrawal, stays in the store. Run again, it does nothing.
 */
export async function eraseFile(db: Database, places: Places, organisation: string, file: string, now: Date): Promise<void> {
  const { blobs } = await roomsOf(places)
  const found = await sql<{ blob: string }>`
    with held as (
      select f.organisation, f.id as file, f.blob from file f where f.organisation = ${organisation} and f.blob is not null
        and f.blob in (select blob from file where organisation = ${organisation} and id = ${file})
      union all
      select p.organisation, p.file, p.blob from file_picture p where p.organisation = ${organisation}
        and p.blob in (select blob from file_picture where organisation = ${organisation} and file = ${file})
    ), living as (select h.* from held h where not exists (select from file_removal r where r.organisation = h.organisation and r.file = h.file))
    select h.blob from held h join file_removal r on r.organisation = h.organisation and r.file = h.file
    where h.file = ${file} and not exists (select from living l where l.blob = h.blob)`.execute(db)
  for (const { blob } of found.rows) await blobs.delete(blob)
  await sql`with gone as (
      update file_removal set erased_at = ${now} where organisation = ${organisation} and file = ${file} and erased_at is null returning file
    ), pictures as (delete from file_picture where organisation = ${organisation} and file in (select file from gone))
    update file set blob = null where organisation = ${organisation} and id in (select file from gone)`.execute(db)
}
