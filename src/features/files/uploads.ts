/** Files under way: which upload is whose, and until when. */
import type { SignedIn } from '../../domain/viewer.ts'
import type { Database } from '../../platform/database/database.ts'
import { isId, newId } from '../../platform/database/id.ts'
import { removeUpload } from '../../platform/upload/resumable.ts'

/** A network may be away for some days: until then an upload can be gone on with. */
const KEPT_DAYS = 3
const DAY = 86_400_000

export interface UploadPlace {
  readonly application: string
  readonly question: string
}

/** Files one person has under way at most: the oldest gives way. */
const MOST_UNDER_WAY = 10

/** Begins an upload; answers its id. */
export async function beginUpload(
  db: Database,
  viewer: SignedIn,
  { application, question }: UploadPlace,
  { name, folder }: { readonly name: string; readonly folder: string },
  now: Date,
): Promise<string> {
  const id = newId(now)
  const { organisation, person } = viewer
  const expires_at = new Date(now.getTime() + KEPT_DAYS * DAY)
  await db.insertInto('upload').values({ organisation, id, application, question, person: person.id, name, started_at: now, expires_at }).execute()
  const old = await db
    .selectFrom('upload')
    .select('id')
    .where('organisation', '=', organisation)
    .where('person', '=', person.id)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .offset(MOST_UNDER_WAY)
    .execute()
  for (const one of old) {
    await removeUpload(folder, one.id)
    await endUpload(db, organisation, one.id)
  }
  return id
}

/** The name of an upload of the viewer's for this question; null when there is none, or it has expired. */
export async function uploadName(
  db: Database,
  viewer: SignedIn,
  { application, question }: UploadPlace,
  upload: string,
  now: Date,
): Promise<string | null> {
  if (!isId(upload) || !isId(application)) return null
  const row = await db
    .selectFrom('upload')
    .select('name')
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', upload)
    .where('application', '=', application)
    .where('question', '=', question)
    .where('person', '=', viewer.person.id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.name ?? null
}

/** The upload is over: arrived, or given up. */
export async function endUpload(db: Database, organisation: string, upload: string): Promise<void> {
  await db.deleteFrom('upload').where('organisation', '=', organisation).where('id', '=', upload).execute()
}

/** Removes what was left half-way and is past its time. Answers how many. */
export async function sweepUploads(db: Database, folder: string, now: Date): Promise<number> {
  const old = await db.selectFrom('upload').select(['organisation', 'id']).where('expires_at', '<=', now).execute()
  for (const { organisation, id } of old) {
    await removeUpload(folder, id)
    await endUpload(db, organisation, id)
  }
  return old.length
}
