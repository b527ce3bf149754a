/** A zip file written while its parts are made (APPNOTE 6.3): nothing of it is held but what is being compressed. */
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  /** Path inside the file, in plain letters. */
  readonly name: string
  readonly text: Iterable<string> | AsyncIterable<string>
}

interface Written {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** Sizes and checksum come after the part. */
const FLAGS = 0x0008
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980: the format has no "unknown", and the same rows give the same bytes. */
const DATE = 0x21

export async function* zipParts(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'latin1')
    const began = at
    const head = header(0x04034b50, [VERSION, FLAGS, DEFLATED, 0, DATE], [0, 0, 0], [name.length, 0])
    at += head.length + name.length
    yield Buffer.concat([head, name])
    const tally = { crc: 0, size: 0 }
    let packed = 0
    for await (const chunk of deflated(part.text, tally)) {
      packed += chunk.length
      yield chunk
    }
    const after = header(0x08074b50, [], [tally.crc, packed, tally.size], [])
    at += packed + after.length
    yield after
    written.push({ name, at: began, packed, ...tally })
  }
  const directory = Buffer.concat(written.flatMap(entry))
  yield directory
  const count = written.length
  yield header(0x06054b50, [0, 0, count, count], [directory.length, at], [0])
}

function entry({ name, at, crc, packed, size }: Written): Buffer[] {
  const before = header(0x02014b50, [VERSION, VERSION, FLAGS, DEFLATED, 0, DATE], [crc, packed, size], [name.length, 0, 0, 0, 0])
  return [before, header(null, [], [0, at], []), name]
}

/** Little-endian: a signature, then fields of two, of four, of two bytes. */
function header(signature: number | null, first: readonly number[], longs: readonly number[], last: readonly number[]): Buffer {
  const shorts = (values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer)
  const fours = (values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer)
  return Buffer.concat([fours(signature === null ? [] : [signature]), shorts(first), fours(longs), shorts(last)])
}

function deflated(text: ZipPart['text'], tally: { crc: number; size: number }): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw({ level: 6 })
  // A failure of either end reaches whoever reads: the iteration throws.
  pipeline(Readable.from(counted(text, tally)), deflate, () => {})
  return deflate
}

async function* counted(text: ZipPart['text'], tally: { crc: number; size: number }): AsyncGenerator<Buffer> {
  for await (const part of text) {
    const bytes = Buffer.from(part, 'utf8')
    tally.crc = crc32(bytes, tally.crc)
    tally.size += bytes.length
    yield bytes
  }
}
