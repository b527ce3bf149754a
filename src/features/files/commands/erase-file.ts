/** Erasing what lies in the store of a file that was removed. */
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { type Places, roomsOf } from '../../../platform/storage/rooms.ts'

/** Erases the content of a removed file, and its pictures; the record of it stays. Run again, it does nothing. */
export async function eraseFile(db: Database, places: Places, organisation: string, file: string, now: Date): Promise<void> {
  const { blobs } = await roomsOf(places)
  const found = await sql<{ blob: string }>`
    select f.blob from file f join file_removal r on r.organisation = f.organisation and r.file = f.id
    where f.organisation = ${organisation} and f.id = ${file} and f.blob is not null
    union all
    select p.blob from file_picture p join file_removal r on r.organisation = p.organisation and r.file = p.file
    where p.organisation = ${organisation} and p.file = ${file}`.execute(db)
  for (const { blob } of found.rows) await blobs.delete(blob)
  await sql`with gone as (
      update file_removal set erased_at = ${now} where organisation = ${organisation} and file = ${file} and erased_at is null returning file
    ), pictures as (delete from file_picture where organisation = ${organisation} and file in (select file from gone))
    update file set blob = null where organisation = ${organisation} and id in (select file from gone)`.execute(db)
}
