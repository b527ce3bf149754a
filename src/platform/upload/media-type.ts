/** What a file is, by its content: its name and what the browser says of it count for nothing. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

export interface Found {
  /** Media type, as in the registry; 'text/plain' for readable text, 'application/octet-stream' for what nothing is known of. */
  readonly type: string
  readonly bytes: number
}

const HEAD = 1024

/** Names the same thing may have. */
const SAME: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'image/apng': 'image/png',
}

/** What the file at `path` holds. */
export async function mediaTypeOf(path: string): Promise<Found> {
  const file = await open(path)
  const head = Buffer.alloc(HEAD)
  let bytes = 0
  let read = 0
  try {
    bytes = (await file.stat()).size
    read = (await file.read(head, 0, HEAD, 0)).bytesRead
  } finally {
    await file.close()
  }
  const start = head.subarray(0, read)
  if (looksLikeMarkup(start)) return { type: 'text/html', bytes }
  const known = await fileTypeFromFile(path).catch(() => undefined)
  if (known !== undefined) return { type: SAME[known.mime] ?? known.mime, bytes }
  return { type: (await isText(path)) ? 'text/plain' : 'application/octet-stream', bytes }
}

/** HTML, SVG, XML or a script, which a browser would run: whatever stands before it. */
function looksLikeMarkup(start: Buffer): boolean {
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  return /^(?:<!doctype|<html|<head|<body|<script|<svg|<\?xml|<\?php|#!)/.test(text)
}

/** UTF-8 (or UTF-16 with its mark) without control characters, all of it. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(path)) {
      if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(decoder.decode(piece as Buffer, { stream: true }))) return false
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** What a second reader could take the file for. */
const SECOND: readonly { readonly mark: Buffer; readonly in: RegExp }[] = [
  { mark: Buffer.from('PK\x03\x04', 'latin1'), in: /^(?:image|audio|video|text)\/|^application\/pdf/ },
  { mark: Buffer.from('PK\x05\x06', 'latin1'), in: /^(?:image|audio|video|text)\/|^application\/pdf/ },
  { mark: Buffer.from('%PDF-'), in: /^(?:image|audio|video|text)\// },
]
const RUN = /<(?:html|script|svg|!doctype html|\?php|iframe)[\s>/]/i

/**
 * Whether a file of this type holds the beginning of something else that a program would open or run: a picture that is
 * an archive too, a sound with a page in it. Large sounds and films are looked at at both ends, where readers look.
 */
export async function hasSecondSignature(path: string, { type, bytes }: Found): Promise<boolean> {
  const marks = SECOND.filter((one) => one.in.test(type)).map(({ mark }) => mark)
  const page = /^(?:image|audio|video|text)\//.test(type)
  for (const [start, end] of windows(type, bytes)) {
    let before: Buffer<ArrayBufferLike> = Buffer.alloc(0)
    for await (const piece of createReadStream(path, { start, end })) {
      const seen = Buffer.concat([before, piece as Buffer])
      if (marks.some((mark) => marked(seen, mark))) return true
      if (page && RUN.test(seen.toString('latin1'))) return true
      before = seen.subarray(-32)
    }
  }
  return false
}

const EDGE = 1_000_000

function windows(type: string, bytes: number): [number, number][] {
  if (!/^(?:audio|video)\//.test(type) || bytes <= 2 * EDGE) return [[0, Math.max(bytes - 1, 0)]]
  return [
    [0, EDGE],
    [bytes - EDGE, bytes - 1],
  ]
}

/** Four bytes stand by chance in a large file: an archive header counts when what follows is one too. */
function marked(seen: Buffer, mark: Buffer): boolean {
  for (let at = seen.indexOf(mark); at !== -1; at = seen.indexOf(mark, at + 1)) {
    if (mark[0] !== 0x50) return true
    // After the mark of an entry: version needed, at most 6.3; after that of the end: numbers of disks, none.
    if (at + 8 <= seen.length && (mark[2] === 3 ? seen.readUInt16LE(at + 4) <= 63 : seen.readUInt32LE(at + 4) === 0)) return true
  }
  return false
}

/** Whether a PDF asks for a password before it can be read (ISO 32000: /Encrypt in a trailer). */
export async function isLockedPdf(path: string, bytes: number): Promise<boolean> {
  for (const [start, end] of bytes <= 2 * EDGE
    ? [[0, Math.max(bytes - 1, 0)]]
    : [
        [0, EDGE],
        [bytes - EDGE, bytes - 1],
      ]) {
    const pieces: Buffer[] = []
    for await (const piece of createReadStream(path, { start: start as number, end: end as number })) pieces.push(piece as Buffer)
    if (/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(Buffer.concat(pieces).toString('latin1'))) return true
  }
  return false
}
