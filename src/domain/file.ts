/** Files given as answers: which are taken, how many, how heavy, and who may give and take them back. */
import { type ApplicationFacts, type Membership, maySave, mayWrite } from './application.ts'
import type { FileFamily, Question } from './form.ts'
import { ok, type Result, refused } from './result.ts'

/** The media types of each family; a type stands in one family only. Drawings with scripts in them (SVG), pages and programs are in none. */
const TYPES: Readonly<Record<FileFamily, readonly string[]>> = {
  pdf: ['application/pdf'],
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
  audio: ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav', 'audio/flac', 'audio/webm', 'audio/amr'],
  video: ['video/mp4', 'video/webm', 'video/quicktime', 'video/3gpp'],
  document: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.presentation',
    'text/plain',
  ],
  sheet: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.spreadsheet', 'text/csv'],
}

/** How many files a question takes, and how heavy each, when it does not say. */
const FILES = 1
const BYTES = 10_000_000

export interface FileLimits {
  readonly accept: readonly FileFamily[]
  readonly maxFiles: number
  readonly maxBytes: number
}

export function fileLimits({ accept = [], maxFiles = FILES, maxBytes = BYTES }: Pick<Question, 'accept' | 'maxFiles' | 'maxBytes'>): FileLimits {
  return { accept, maxFiles, maxBytes }
}

/** The family of a media type; undefined when it is in none. */
export function familyOf(mediaType: string): FileFamily | undefined {
  return (Object.keys(TYPES) as FileFamily[]).find((family) => TYPES[family].includes(mediaType))
}

/** Media types of families, for the browser to offer. */
export function typesOf(families: readonly FileFamily[]): string[] {
  return families.flatMap((family) => TYPES[family])
}

/**
 * The type a file counts as for a question, by its content: text in a file that ends in .csv is a table. Refuses
 * `file/kind { accept }` when none of what the question takes.
 */
export function acceptedType(found: string, name: string, { accept }: FileLimits): Result<string> {
  const type = found === 'text/plain' && /\.csv$/i.test(name) ? 'text/csv' : found
  // A film without pictures is a sound: phones write both in the same container.
  const other = type === 'video/mp4' ? 'audio/mp4' : type === 'video/webm' ? 'audio/webm' : type
  for (const one of [type, other]) {
    const family = familyOf(one)
    if (family !== undefined && accept.includes(family)) return ok(one)
  }
  return refused('file/kind', { accept })
}

export interface GivingFacts {
  readonly application: ApplicationFacts
  readonly membership: Membership
  /** Files the question holds already. */
  readonly given: number
}

/** The team gives files while answers may change, as many as the question takes. Refuses as `maySave`, and `file/too-many { max }`. */
export function mayGive({ application, membership, given }: GivingFacts, { maxFiles }: FileLimits, now: Date): Result<null> {
  const allowed = mayTakeBack({ application, membership }, now)
  if (!allowed.ok) return allowed
  return given < maxFiles ? ok(null) : refused('file/too-many', { max: maxFiles })
}

/** A file is taken back while answers may change. */
export function mayTakeBack({ application, membership }: Pick<GivingFacts, 'application' | 'membership'>, now: Date): Result<null> {
  if (!mayWrite(membership)) return refused('application/unknown')
  return maySave(application, now)
}

/** How it stands with a file: waits for the scanner or to be drawn; may be read; was taken out by the system. */
export type FileState = 'preparing' | 'waiting' | 'ready' | 'infected' | 'unreadable'

/** Shown on pages, played in pages, or only to keep: what a browser does with it. */
export function showing(mediaType: string): 'picture' | 'sound' | 'film' | 'pages' | 'keep' {
  const family = familyOf(mediaType)
  if (family === 'image') return 'picture'
  if (family === 'audio') return 'sound'
  if (family === 'video') return 'film'
  return family === 'pdf' ? 'pages' : 'keep'
}
