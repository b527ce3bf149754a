/** Work on files after the answer. */
import { sql } from 'kysely'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { faultOf } from '../../platform/log/log.ts'
import { roomsOf } from '../../platform/storage/rooms.ts'
import type { Services } from '../../platform/web/context.ts'
import { checkFile } from './commands/check-file.ts'
import { drawFirstPage, FIRST_PAGE } from './commands/draw-first-page.ts'
import { eraseFile } from './commands/erase-file.ts'
import { sweepUploads } from './uploads.ts'

interface Named {
  readonly organisation: string
  readonly file: string
}

type Task = 'file-check' | typeof FIRST_PAGE | 'file-erasure' | 'files-waiting' | 'uploads-expired'

/** Handlers by the name of their task. */
export function fileJobs(services: Services): Readonly<Record<Task, JobHandler>> {
  const { db, config, clock } = services
  const alone = oneAtATime()
  return {
    'file-check': alone(({ organisation, file }) => checkFile(services, organisation, file)),
    [FIRST_PAGE]: alone(({ organisation, file }) => drawFirstPage(services, organisation, file)),
    'file-erasure': async ({ organisation, file }: Named) => eraseFile(db, config, organisation, file, clock()),
    'files-waiting': async () => checkWaiting(services),
    'uploads-expired': async () => {
      const { blobs, uploads } = await roomsOf(config)
      await sweepUploads(db, uploads, clock())
      await blobs.sweep(new Date())
    },
  }
}

/** Drawing a picture takes memory and a core: of two jobs at a time, one at most draws. */
function oneAtATime(): (work: (named: Named) => Promise<void>) => (named: Named) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (work) => (named) => {
    const mine = last.then(() => work(named))
    last = mine.catch(() => {})
    return mine
  }
}

/** What waits, because the scanner did not answer or a job was lost, is looked at again. */
export async function checkWaiting(services: Services): Promise<void> {
  const waiting = await sql<Named>`
    select f.organisation, f.id as file from file f
    where f.prepared_at is null and f.blob is not null and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)
    order by f.given_at limit 500`.execute(services.db)
  for (const { organisation, file } of waiting.rows) {
    // One that cannot be looked at now keeps none of the others waiting.
    await checkFile(services, organisation, file).catch((error) => services.log.error({ file, fault: faultOf(error) }, 'a file could not be checked'))
  }
}

/** Every five minutes, and every hour (UTC). */
export const fileNights = '*/5 * * * * files-waiting\n20 * * * * uploads-expired'
