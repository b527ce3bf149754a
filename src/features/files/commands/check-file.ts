/** What the worker does with a file before anyone may read it: has it scanned, draws it anew if it is a picture. */
import { sql } from 'kysely'
import { familyOf } from '../../../domain/file.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { type Picture, pictures } from '../../../platform/image/pictures.ts'
import { type ScanVerdict, scan } from '../../../platform/scan/clamd.ts'
import type { StoredBlob } from '../../../platform/storage/blob-store.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import type { Services } from '../../../platform/web/context.ts'
import { tellOfRemoval } from '../removal-mail.ts'
import { FIRST_PAGE } from './draw-first-page.ts'
import { answerWithFiles, holdApplication } from './held-application.ts'
import type { FileOf } from './keep-file.ts'

interface Waiting {
  id: string
  organisation: string
  application: string
  question: string | null
  appeal: number | null
  media_type: string
  blob: string
  verdict: 'clean' | 'infected' | 'not-scanned' | 'unreachable' | null
}

type Parts = Pick<Services, 'db' | 'config' | 'clock'>

/** Checks one file. Does nothing for one that is ready or gone. A scanner that does not answer leaves it waiting: it is asked again later. */
export async function checkFile({ db, config, clock }: Parts, organisation: string, file: string): Promise<void> {
  const waiting = await waitingFile(db, organisation, file)
  if (waiting === undefined) return
  const { blobs } = await roomsOf(config)
  const settled = waiting.verdict === 'clean' || waiting.verdict === 'not-scanned'
  if (!settled) {
    const content = await blobs.get(waiting.blob)
    if (content === null) throw new Error('the content of a file is not in the store')
    const verdict: ScanVerdict | { readonly verdict: 'not-scanned' } =
      config.clamd === null ? { verdict: 'not-scanned' } : await scan(config.clamd, content as AsyncIterable<Uint8Array>)
    await writeVerdict(db, waiting, verdict, clock())
    if (verdict.verdict === 'infected') return takeOut(db, waiting, 'infected', clock())
    if (verdict.verdict === 'unreachable') return
  }
  if (familyOf(waiting.media_type) !== 'image') {
    await ready(db, waiting, [], clock())
    return
  }
  const content = await blobs.get(waiting.blob)
  if (content === null) throw new Error('the content of a file is not in the store')
  const drawn = await pictures(new Uint8Array(await new Response(content).arrayBuffer()))
  if (drawn === null) return takeOut(db, waiting, 'unreadable', clock())
  const stored: Drawn[] = []
  for (const picture of drawn) stored.push({ ...picture, ...(await blobs.put(picture.webp)) })
  if (await ready(db, waiting, stored, clock())) await blobs.delete(waiting.blob)
  else for (const { key } of stored) await blobs.delete(key)
}

type Drawn = Picture & StoredBlob

async function waitingFile(db: Database, organisation: string, file: string): Promise<Waiting | undefined> {
  const found = await sql<Waiting>`
    select f.id, f.organisation, f.application, f.question, f.appeal, f.media_type, f.blob, s.verdict
    from file f
    left join lateral (select verdict from file_scan s where s.organisation = f.organisation and s.file = f.id order by seq desc limit 1) s on true
    where f.organisation = ${organisation} and f.id = ${file} and f.prepared_at is null and f.blob is not null
      and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)`.execute(db)
  return found.rows[0]
}

/** One more row, unless it says what the last one says. */
async function writeVerdict(
  db: Database,
  { organisation, id, verdict: before }: Waiting,
  said: ScanVerdict | { verdict: 'not-scanned' },
  now: Date,
): Promise<void> {
  if (said.verdict === before) return
  await sql`
    insert into file_scan (organisation, file, seq, verdict, found, scanned_at)
    select ${organisation}, ${id}, coalesce(max(seq), 0) + 1, ${said.verdict}, ${'found' in said ? said.found : ''}, ${now}
    from file_scan where organisation = ${organisation} and file = ${id}
    on conflict on constraint file_scan_key do nothing`.execute(db)
}

/** What it was given to, as the trail says it. */
function givenTo({ question, appeal }: Waiting): FileOf {
  return question === null ? { appeal: appeal as number } : { question }
}

/** From now on it may be read. Of a picture what arrived is no longer kept. False when it was taken back meanwhile. */
function ready(db: Database, waiting: Waiting, drawn: readonly Drawn[], now: Date): Promise<boolean> {
  const { organisation, id, application, media_type } = waiting
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    const found = await sql`
      update file f set prepared_at = ${now}, blob = ${drawn.length > 0 ? sql`null` : sql`f.blob`}
      where f.organisation = ${organisation} and f.id = ${id} and f.prepared_at is null
        and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id) returning f.id`.execute(trx)
    if (found.rows.length === 0) return false
    const rows = drawn.map(({ size, width, height, bytes, key }) => ({ organisation, file: id, size, width, height, bytes, blob: key }))
    if (rows.length > 0) await trx.insertInto('file_picture').values(rows).execute()
    if (familyOf(media_type) === 'pdf') await enqueue(trx, FIRST_PAGE, { organisation, file: id })
    await audit(trx, { organisation, stream: application, act: 'file/checked', actor: null, at: now, details: { file: id, ...givenTo(waiting) } })
    return true
  })
}

/** Takes a file out for good: of a draft's answer too; an appeal stays, with what is left of its files. Whoever gave it is told. */
function takeOut(db: Database, waiting: Waiting, reason: 'infected' | 'unreadable', now: Date): Promise<void> {
  const { organisation, id, application, question } = waiting
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    if (!(await removed(trx, organisation, id, reason, now))) return
    if (question !== null) await answerWithFiles(trx, { organisation, application, question, by: null, at: now })
    await tellOfRemoval(trx, organisation, id, reason, now)
    await audit(trx, {
      organisation,
      stream: application,
      act: 'file/taken-out',
      actor: null,
      at: now,
      details: { file: id, ...givenTo(waiting), reason },
    })
    await enqueue(trx, 'file-erasure', { organisation, file: id })
  })
}

async function removed(trx: Trx, organisation: string, file: string, reason: string, now: Date): Promise<boolean> {
  const found = await sql`
    insert into file_removal (organisation, file, reason, removed_at) values (${organisation}, ${file}, ${reason}, ${now})
    on conflict on constraint file_removal_key do nothing returning file`.execute(trx)
  return found.rows.length > 0
}
