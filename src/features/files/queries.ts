/** Reading files. The caller has checked that the viewer may see the answers they belong to. */
import { type NotNull, type RawBuilder, sql } from 'kysely'
import { type FileState, familyOf } from '../../domain/file.ts'
import { type Answer, codesIn } from '../../domain/form.ts'
import type { Language } from '../../domain/language.ts'
import type { Reader } from '../../platform/database/database.ts'
import { isId } from '../../platform/database/id.ts'
import { signLink } from '../../platform/storage/private-link.ts'
import type { AppealFile, ArrivedFile, FileView, LinkedFile } from './views.ts'
import { words } from './words/index.ts'

interface Row {
  id: string
  application: string
  question: string | null
  appeal: number | null
  given_by: string
  name: string
  media_type: string
  bytes: string
  seconds: number | null
  prepared_at: Date | null
  verdict: 'clean' | 'infected' | 'not-scanned' | 'unreachable' | null
  removed: 'infected' | 'unreadable' | null
  pictures: FileView['pictures']
}

/** The files an application answers with, in the order they were given, with those the system took out; not those its team took back, nor those of an appeal. */
export async function filesOf(db: Reader, organisation: string, application: string): Promise<FileView[]> {
  const found = await rows(db, organisation, sql`f.application = ${application} and f.appeal is null and r.reason is distinct from 'person'`)
  return found.map(viewOf)
}

/** The files given with appeals against decisions on these applications, by name, with those the system took out. */
export async function appealFilesOf(db: Reader, organisation: string, applications: readonly string[]): Promise<AppealFile[]> {
  if (applications.length === 0) return []
  const found = await rows(db, organisation, sql`f.application = any(${[...applications]}::uuid[]) and f.appeal is not null`)
  const files = found.map((row) => ({ ...viewOf(row), application: row.application, appeal: row.appeal as number, givenBy: row.given_by }))
  return files.sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function rows(db: Reader, organisation: string, chosen: RawBuilder<unknown>): Promise<Row[]> {
  const found = await sql<Row>`
    select f.id, f.application, f.question, f.appeal, f.given_by, f.name, f.media_type, f.bytes::text, f.seconds, f.prepared_at, s.verdict, r.reason as removed,
      coalesce((select json_agg(json_build_object('size', p.size, 'width', p.width, 'height', p.height, 'bytes', p.bytes) order by p.size)
        from file_picture p where p.organisation = f.organisation and p.file = f.id), '[]'::json) as pictures
    from file f
    left join file_removal r on r.organisation = f.organisation and r.file = f.id
    left join lateral (select verdict from file_scan s where s.organisation = f.organisation and s.file = f.id order by seq desc limit 1) s on true
    where f.organisation = ${organisation} and ${chosen}
    order by f.given_at, f.id`.execute(db)
  return found.rows
}

function viewOf(row: Row): FileView {
  return {
    id: row.id,
    question: row.question ?? '',
    name: row.name,
    mediaType: row.media_type,
    bytes: Number(row.bytes),
    seconds: row.seconds,
    state: stateOf(row),
    scanned: row.verdict === 'clean',
    pictures: row.pictures,
  }
}

function stateOf({ removed, prepared_at, verdict }: Row): FileState {
  if (removed !== null) return removed
  if (prepared_at !== null) return 'ready'
  return verdict === 'unreachable' ? 'waiting' : 'preparing'
}

/** How a file is read: under its own name, under a neutral one, or as a picture of a width. */
export type ReadAs = 'given' | 'neutral' | '320' | '640' | '1280'

/** What a link to a file is signed over. */
export function linkTarget(organisation: string, file: string, as: string): string {
  return `${organisation}/${file}/${as}`
}

export interface Linking {
  readonly organisation: string
  readonly secret: Buffer
  readonly language: Language
  readonly now: Date
  /** Address that leads to a fresh link whenever it is followed: a page may stay open for longer than a link. */
  readonly through: string
}

/** Files with addresses that lead somewhere for a quarter of an hour; those that may not be read have none. */
export function linked(files: readonly FileView[], linking: Linking): LinkedFile[] {
  const { organisation, secret, language, now, through } = linking
  const address = (file: string, as: ReadAs): string =>
    `/${language}/files/${file}/${as}/${signLink(secret, linkTarget(organisation, file, as), now)}`
  return files.map((file) => {
    const ready = file.state === 'ready'
    const shown = ready ? file.pictures.map(({ size, ...rest }) => ({ ...rest, href: address(file.id, String(size) as ReadAs) })) : []
    return { ...file, href: ready ? `${through}/${file.id}` : null, shown }
  })
}

/** The same files for who may not know whose they are: names of files often say. */
export function withoutNames(files: readonly FileView[], language: Language): FileView[] {
  return files.map((file, place) => ({ ...file, name: neutralName(file.mediaType, place + 1, language) }))
}

/** The files an answer names, in its order. */
export function answerFiles(files: readonly FileView[], answer: Answer | undefined): FileView[] {
  return codesIn(answer).flatMap((id) => files.filter((file) => file.id === id))
}

/** Files as they arrived, of the answers that name them and in their order: what their owner can show again, also once only drawings of them are kept. */
export async function arrivedFiles(db: Reader, organisation: string, application: string, answers: readonly Answer[]): Promise<ArrivedFile[]> {
  const ids = answers.flatMap(codesIn).filter(isId)
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('file')
    .select(['id', 'question', 'name', 'bytes', 'sha256'])
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('id', 'in', ids)
    .where('question', 'is not', null)
    .$narrowType<{ question: NotNull }>()
    .execute()
  return ids.flatMap((id) => found.filter((row) => row.id === id)).map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/** A fresh link to one file, `blind` under a neutral name; null when it may not be read. */
export function linkTo(
  file: FileView,
  { organisation, secret, language, now, blind = false }: Omit<Linking, 'through'> & { readonly blind?: boolean },
): string | null {
  if (file.state !== 'ready') return null
  // Of a picture nothing else is left; a PDF is there beside what was drawn of it.
  const drawn = familyOf(file.mediaType) === 'image' ? file.pictures.at(-1)?.size : undefined
  const as = drawn ?? (blind ? 'neutral' : 'given')
  return `/${language}/files/${file.id}/${as}/${signLink(secret, linkTarget(organisation, file.id, String(as)), now)}`
}

/** "Sound 2", for who reads without names. */
export function neutralName(mediaType: string, place: number, language: Language): string {
  return words(language)(`neutral.${familyOf(mediaType) ?? 'document'}`, { place })
}

export interface ReadableFile {
  readonly blob: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** What lies under a link; null when it is not ready, was removed, or has no such width. */
export async function readableFile(db: Reader, organisation: string, file: string, as: string): Promise<ReadableFile | null> {
  if (!isId(file)) return null
  const size = /^\d+$/.test(as) ? Number(as) : null
  const found = await sql<{ blob: string; name: string; media_type: string; bytes: string }>`
    select coalesce(p.blob, f.blob) as blob, f.name, f.media_type, coalesce(p.bytes, f.bytes)::text as bytes
    from file f
    left join file_picture p on p.organisation = f.organisation and p.file = f.id and p.size = ${size}
    where f.organisation = ${organisation} and f.id = ${file} and f.prepared_at is not null
      and (case when ${size}::int is null then f.blob is not null else p.blob is not null end)
      and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  return { blob: row.blob, name: row.name, mediaType: size === null ? row.media_type : 'image/webp', bytes: Number(row.bytes) }
}
