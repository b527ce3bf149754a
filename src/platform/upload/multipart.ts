/**
 * A multipart form with files in it (RFC 7578), read as it arrives: files go to a folder piece by piece, never whole
 * into memory. Beyond its limit nothing more of a file is written; what follows it is still read, so that the other
 * fields of the page are not lost, for as long as it is not much.
 */
import { randomBytes } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Body } from '../input/form.ts'

export interface ArrivedFile {
  readonly field: string
  /** As the browser named it. */
  readonly name: string
  /** Where it lies; for the caller to remove. */
  readonly path: string
  readonly bytes: number
  /** It was heavier than the limit: only what fits lies there. */
  readonly tooLarge: boolean
}

export interface Arrived {
  readonly body: Body
  readonly files: readonly ArrivedFile[]
  /** False when the form was broken off, or was given up for its size. */
  readonly whole: boolean
  /** What the disk refused (ENOSPC): there are no files then, and the fields are those that came. */
  readonly refused: Error | null
}

export interface ArrivalLimits {
  /** Folder files are written to. */
  readonly folder: string
  /** Bytes of one file. */
  readonly bytes: number
  /** Files of one form. */
  readonly files: number
}

const MOST_FIELDS = 1000
const MOST_TEXT = 4 * 1024 * 1024
const MOST_HEAD = 16 * 1024
/** Read past a limit, only to reach what follows. */
const MOST_SKIPPED = 32 * 1024 * 1024
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

interface Opened {
  readonly handle: FileHandle
  readonly path: string
  bytes: number
  tooLarge: boolean
}

interface Part {
  readonly field: string
  readonly name: string | null
}

/** Reads the form of a request; null when it is no multipart form. */
export async function readArrival(request: Request, limits: ArrivalLimits): Promise<Arrived | null> {
  const boundary = /^multipart\/form-data;.*?boundary="?([^";]{1,70})"?/i.exec(request.headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined || request.body === null) return null
  const arrival = new Arrival(limits)
  try {
    const whole = await parts(request.body, boundary, arrival)
    if (arrival.refused !== null) await arrival.drop()
    return { body: arrival.body, files: await arrival.end(), whole, refused: arrival.refused }
  } catch (error) {
    await arrival.drop()
    throw error
  }
}

/** Cuts the stream at its boundaries and hands the pieces on. Answers whether the end of the form was reached. */
async function parts(stream: ReadableStream<Uint8Array>, boundary: string, arrival: Arrival): Promise<boolean> {
  const mark = Buffer.from(`\r\n--${boundary}`, 'latin1')
  // The first boundary has no line before it.
  let held: Buffer = Buffer.from('\r\n')
  let state: 'before' | 'head' | 'content' = 'before'
  try {
    for await (const piece of stream) {
      held = Buffer.concat([held, piece])
      for (;;) {
        if (state === 'head') {
          const end = held.indexOf('\r\n\r\n')
          if (held.length >= 2 && held.toString('latin1', 0, 2) === '--') return true
          if (end === -1) {
            if (held.length > MOST_HEAD) return false
            break
          }
          if (!arrival.begin(headOf(held.toString('utf8', 0, end)))) return false
          held = held.subarray(end + 4)
          state = 'content'
        }
        const at = held.indexOf(mark)
        const ready = at === -1 ? held.subarray(0, Math.max(held.length - mark.length, 0)) : held.subarray(0, at)
        if (state === 'content' && !(await arrival.take(ready))) return false
        if (at === -1) {
          held = Buffer.from(held.subarray(ready.length))
          break
        }
        if (state === 'content') await arrival.finish()
        held = held.subarray(at + mark.length)
        state = 'head'
      }
    }
  } catch {
    // The connection was cut; what the disk says is kept apart.
    return false
  }
  return state === 'head' && held.toString('latin1', 0, 2) === '--'
}

function headOf(head: string): Part {
  const line = /^content-disposition:[^\n]*$/im.exec(head)?.[0] ?? ''
  const value = (name: string): string | null => {
    const quoted = new RegExp(`[;\\s]${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(line)?.[1]
    // Browsers write a quotation mark and line breaks as %22, %0D and %0A.
    return quoted === undefined
      ? null
      : quoted
          .replaceAll('%22', '"')
          .replace(/%0[DA]/gi, ' ')
          .replace(/\\"/g, '"')
  }
  return { field: value('name') ?? '', name: value('filename') }
}

class Arrival {
  readonly body: Body = Object.create(null) as Body
  /** What the disk refused. */
  refused: Error | null = null
  readonly #limits: ArrivalLimits
  readonly #files: ArrivedFile[] = []
  #part: Part = { field: '', name: null }
  #text: Buffer[] = []
  #texts = 0
  #fields = 0
  #skipped = 0
  #open: Opened | null = null

  constructor(limits: ArrivalLimits) {
    this.#limits = limits
  }

  begin(part: Part): boolean {
    this.#part = part
    this.#text = []
    this.#fields += 1
    return this.#fields <= MOST_FIELDS && !FORBIDDEN.has(part.field)
  }

  async take(piece: Buffer): Promise<boolean> {
    if (piece.length === 0) return true
    if (this.#part.name === null) {
      this.#texts += piece.length
      this.#text.push(Buffer.from(piece))
      return this.#texts <= MOST_TEXT
    }
    if (this.#open === null && this.refused === null && this.#files.length < this.#limits.files) await this.#make()
    return this.#write(piece)
  }

  async #make(): Promise<void> {
    const path = join(this.#limits.folder, `form-${randomBytes(16).toString('hex')}`)
    await this.#disk(async () => {
      this.#open = { handle: await open(path, 'wx', 0o600), path, bytes: 0, tooLarge: false }
    })
  }

  async #write(piece: Buffer): Promise<boolean> {
    const file = this.refused === null ? this.#open : null
    const room = file === null ? 0 : this.#limits.bytes - file.bytes
    const kept = piece.subarray(0, room)
    if (file !== null) {
      await this.#disk(async () => {
        for (let from = 0; from < kept.length; ) from += (await file.handle.write(kept, from)).bytesWritten
      })
      file.bytes += kept.length
      if (kept.length < piece.length) file.tooLarge = true
    }
    this.#skipped += this.refused === null ? piece.length - kept.length : piece.length
    return this.#skipped <= MOST_SKIPPED
  }

  /** Once the disk refuses, the rest of the form is read for its fields only. */
  async #disk(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.refused ??= error as Error
    }
  }

  async finish(): Promise<void> {
    const { field, name } = this.#part
    if (name === null) return this.#keepText(field)
    if (this.#open === null) {
      // A box left empty has neither name nor bytes; a file of no bytes has a name.
      if (name !== '' && this.refused === null && this.#files.length < this.#limits.files) await this.#make()
      if (this.#open === null) return
    }
    const file = this.#open as Opened
    this.#open = null
    await file.handle.close()
    this.#files.push({ field, name, path: file.path, bytes: file.bytes, tooLarge: file.tooLarge })
  }

  #keepText(field: string): void {
    const value = Buffer.concat(this.#text).toString('utf8')
    const known = this.body[field]
    this.body[field] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value]
  }

  /** What came whole, or was too large when reading was given up. What was broken off goes. */
  async end(): Promise<readonly ArrivedFile[]> {
    const file = this.#open
    this.#open = null
    if (file !== null) {
      await file.handle.close()
      if (file.tooLarge) this.#files.push({ ...this.#part, name: this.#part.name ?? '', path: file.path, bytes: file.bytes, tooLarge: true })
      else await unlink(file.path)
    }
    return this.#files
  }

  async drop(): Promise<void> {
    const file = this.#open
    this.#open = null
    await file?.handle.close().catch(() => {})
    await Promise.all([...this.#files.map((one) => one.path), ...(file === null ? [] : [file.path])].map((path) => unlink(path).catch(() => {})))
    this.#files.length = 0
  }
}
