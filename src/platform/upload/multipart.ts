/**
 * A multipart form with files in it (RFC 7578), read as it arrives: files go to a folder piece by piece, never whole
 * into memory. Beyond its limit nothing more of a file is written; what follows it is still read, so that the other
 * fields of the page are not lost, where it is not much; a form that says it is goes unread from there.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type BusboyInstance, Busboy } from '@fastify/busboy'
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
  /** Names of files beyond as many as are taken. */
  readonly unkept: readonly string[]
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
/** Read past a limit, only to reach what follows. */
const MOST_SKIPPED = 32 * 1024 * 1024
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads the form of a request; null when it is no multipart form. */
export async function readArrival(request: Request, limits: ArrivalLimits): Promise<Arrived | null> {
  const parser = parserOf(request.headers.get('content-type') ?? '', limits)
  if (parser === null || request.body === null) return null
  const arrival = new Arrival(limits)
  parser.on('field', (field, value, _, valueCut) => arrival.text(field, value, valueCut))
  parser.on('file', (field, content, name) => arrival.file(field, name ?? '', content))
  const announced = Number(request.headers.get('content-length') ?? 0)
  const whole = await fed(parser, { stream: request.body, announced }, arrival)
  await arrival.settled()
  if (arrival.refused !== null) await arrival.drop()
  return { body: arrival.body, files: arrival.files, unkept: arrival.unkept, whole: whole && !arrival.givenUp, refused: arrival.refused }
}

/** The texts of a multipart form, and the names of its files, of which nothing is kept; null when it is no multipart form. */
export async function readTexts(request: Request): Promise<{ readonly body: Body; readonly names: readonly string[] } | null> {
  const arrived = await readArrival(request, { folder: '', bytes: Number.POSITIVE_INFINITY, files: 0 })
  return arrived === null ? null : { body: arrived.body, names: arrived.unkept }
}

function parserOf(type: string, { bytes }: ArrivalLimits): BusboyInstance | null {
  if (!/^multipart\/form-data;/i.test(type)) return null
  try {
    // One more field than allowed is let through, to be counted.
    const limits = { fileSize: bytes, fieldSize: MOST_TEXT, fields: MOST_FIELDS + 1, parts: MOST_FIELDS + 1 }
    return new Busboy({ headers: { 'content-type': type }, preservePath: true, limits })
  } catch {
    return null
  }
}

/** Hands the stream to the parser, no faster than it takes it. Answers whether the form came to its end. */
async function fed(
  parser: BusboyInstance,
  { stream, announced }: { readonly stream: ReadableStream<Uint8Array>; readonly announced: number },
  arrival: Arrival,
): Promise<boolean> {
  const ended = new Promise<boolean>((resolve) => {
    parser.once('finish', () => resolve(true))
    parser.once('error', () => resolve(false))
  })
  let sent = 0
  try {
    for await (const piece of stream) {
      sent += piece.length
      const rest = arrival.beyond ? announced - sent : 0
      if (arrival.givenUp || sent - arrival.kept > MOST_SKIPPED || rest > MOST_SKIPPED) {
        arrival.cut()
        return false
      }
      if (!parser.write(piece)) await Promise.race([once(parser, 'drain'), ended])
    }
    parser.end()
    const whole = await ended
    if (!whole) arrival.cut()
    return whole
  } catch {
    // The connection was cut; what the disk says is kept apart.
    arrival.cut()
    return false
  }
}

class Arrival {
  readonly body: Body = Object.create(null) as Body
  readonly files: ArrivedFile[] = []
  readonly unkept: string[] = []
  /** What the disk refused. */
  refused: Error | null = null
  /** A field of a name nobody sends, or too many of them: the rest is not read. */
  givenUp = false
  /** A file has gone beyond its limit. */
  beyond = false
  /** Bytes that lie in the folder or in fields. */
  kept = 0
  readonly #limits: ArrivalLimits
  readonly #under: Promise<void>[] = []
  readonly #streams = new Set<Readable>()
  #fields = 0
  #texts = 0
  #begun = 0

  constructor(limits: ArrivalLimits) {
    this.#limits = limits
  }

  text(field: string, value: string, cut: boolean): void {
    this.#count(field)
    this.#texts += value.length
    this.kept += value.length
    if (cut || this.#texts > MOST_TEXT) this.givenUp = true
    if (this.givenUp) return
    const known = this.body[field]
    this.body[field] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value]
  }

  file(field: string, name: string, content: Readable): void {
    this.#count(field)
    this.#streams.add(content)
    content.once('limit', () => (this.beyond = true))
    this.#under.push(this.#write(field, name, content).finally(() => this.#streams.delete(content)))
  }

  #count(field: string): void {
    this.#fields += 1
    if (this.#fields > MOST_FIELDS || FORBIDDEN.has(field)) this.givenUp = true
  }

  /** One file, as far as it comes. What is broken off goes, unless it was too large already; once the disk refuses, the rest is read for its fields only. */
  async #write(field: string, name: string, content: Readable & { truncated?: boolean }): Promise<void> {
    const path = join(this.#limits.folder, `form-${randomBytes(16).toString('hex')}`)
    let handle: FileHandle | null = null
    let bytes = 0
    let broken = false
    try {
      for await (const piece of content as AsyncIterable<Buffer>) {
        if (handle === null && this.refused === null && this.#begun < this.#limits.files) {
          this.#begun += 1
          handle = await this.#disk(() => open(path, 'wx', 0o600))
        }
        if (handle === null || this.refused !== null) continue
        const at: FileHandle = handle
        await this.#disk(async () => {
          for (let from = 0; from < piece.length; ) from += (await at.write(piece, from)).bytesWritten
        })
        bytes += piece.length
        this.kept += piece.length
      }
    } catch {
      broken = true
    }
    await this.#end({ field, name, path, bytes, tooLarge: content.truncated === true }, handle, broken)
  }

  async #end(file: ArrivedFile, handle: FileHandle | null, broken: boolean): Promise<void> {
    let open_: FileHandle | null = handle
    // A box left empty has neither name nor bytes; a file of no bytes has a name.
    if (open_ === null && file.name !== '' && (!broken || file.tooLarge) && this.refused === null && this.#begun < this.#limits.files) {
      this.#begun += 1
      open_ = await this.#disk(() => open(file.path, 'wx', 0o600))
    }
    if (open_ === null) {
      if (file.name !== '' && this.#begun >= this.#limits.files) this.unkept.push(file.name)
      return
    }
    await open_.close().catch(() => {})
    if (broken && !file.tooLarge) await unlink(file.path).catch(() => {})
    else this.files.push(file)
  }

  async #disk<Value>(work: () => Promise<Value>): Promise<Value | null> {
    try {
      return await work()
    } catch (error) {
      this.refused ??= error as Error
      return null
    }
  }

  /** Nothing more comes: what is under way is broken off. */
  cut(): void {
    for (const stream of this.#streams) stream.destroy(new Error('cut'))
  }

  async settled(): Promise<void> {
    await Promise.all(this.#under)
  }

  async drop(): Promise<void> {
    await Promise.all(this.files.map(({ path }) => unlink(path).catch(() => {})))
    this.files.length = 0
  }
}
