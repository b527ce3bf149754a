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

/** How names of a type end: what we write ourselves first. A name that ends otherwise would be opened by another program than its content is for. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx', 'ppsx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
  'audio/flac': ['flac'],
  'audio/mp4': ['m4a', 'mp4', 'aac'],
  'audio/mpeg': ['mp3', 'mpga', 'mpeg'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'audio/webm': ['weba', 'webm'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif', 'jpe'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'md', 'text'],
  'video/3gpp': ['3gp', '3gpp'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm'],
}

/** The ending of a name for a type, with its dot; none for a type that is taken by no question. */
export function endingOf(mediaType: string): string {
  const first = ENDINGS[mediaType]?.[0]
  return first === undefined ? '' : `.${first}`
}

/** The name, with the ending of what the file is where it has another: `cv.pdf.exe` that is a PDF becomes `cv.pdf.exe.pdf`. */
export function fittingName(name: string, mediaType: string): string {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return ENDINGS[mediaType]?.includes(ending) === true ? name : `${name}${endingOf(mediaType)}`
}

/** How many files a question takes, and how heavy each, when it does not say. */
const FILES = 1
const BYTES = 10_000_000

export interface FileLimits {
  readonly accept: readonly FileFamily[]
  readonly maxFiles: number
  readonly maxBytes: number
  /** Seconds a sound or a film may last; as long as it likes when absent. */
  readonly maxSeconds?: number
}

type Limiting = Pick<Question, 'accept' | 'maxFiles' | 'maxBytes' | 'maxSeconds'>

export function fileLimits({ accept = [], maxFiles = FILES, maxBytes = BYTES, maxSeconds }: Limiting): FileLimits {
  return { accept, maxFiles, maxBytes, ...(maxSeconds === undefined ? {} : { maxSeconds }) }
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

/** Whether a sound or a film of this length may be given: one that does not tell its length is let in, and said to. Refuses `file/too-long { max }`. */
export function mayLast(seconds: number | null, { maxSeconds }: FileLimits): Result<null> {
  return maxSeconds !== undefined && seconds !== null && seconds > maxSeconds ? refused('file/too-long', { max: maxSeconds }) : ok(null)
}

/** A question holds as many files as it takes. Refuses `file/too-many { max }`. */
export function mayHold(given: number, { maxFiles }: FileLimits): Result<null> {
  return given < maxFiles ? ok(null) : refused('file/too-many', { max: maxFiles })
}

/** What the rules ask of an application whose files change. */
export interface FilingFacts {
  readonly application: ApplicationFacts
  readonly membership: Membership
}

/** The team gives files and takes them back while answers may change. Refuses as `maySave`. */
export function mayChangeFiles({ application, membership }: FilingFacts, now: Date): Result<null> {
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
