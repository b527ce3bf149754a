/**
 * What a ZIP archive says of itself, read from its central directory without unpacking anything (APPNOTE.TXT 4.3):
 * office documents are such archives, and a small one may unpack to fill a disk.
 */
import { open } from 'node:fs/promises'

export interface ArchiveLimits {
  readonly entries: number
  /** Bytes all entries unpack to. */
  readonly unpacked: number
  /** Times the size of what is packed. */
  readonly ratio: number
}

/** An office document of a hundred pictures stays far below. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 3000, unpacked: 200_000_000, ratio: 100 }

/** Why an archive is refused; null when nothing is wrong. */
export type ArchiveFault = 'damaged' | 'bomb' | 'nested' | 'encrypted' | 'macros'

const END = 0x06054b50
const ENTRY = 0x02014b50
const MOST_COMMENT = 65_535
/** A directory beyond this describes more entries than any document has. */
const MOST_DIRECTORY = 4_000_000
const NESTED = /\.(?:zip|rar|7z|gz|bz2|xz|tar|jar|docx|docm|xlsx|xlsm|pptx|odt|ods|odp)$/i
const MACROS = /(?:^|\/)(?:vbaProject\.bin|Basic\/.*\.xml|Scripts\/.+)$/i
/** Packed below this, a high ratio harms nobody: an empty sheet packs well. */
const SMALL = 100_000

/** Looks at the archive in the file at `path`. */
export async function archiveFault(path: string, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<ArchiveFault | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, MOST_COMMENT + 22))
    await file.read(tail, 0, tail.length, size - tail.length)
    const at = lastEnd(tail)
    if (at === -1) return 'damaged'
    const [entries, length, start] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    // 64-bit archives say so by these: no document of a form is that large.
    if (entries === 0xffff || length === 0xffffffff || start === 0xffffffff) return 'bomb'
    if (entries > limits.entries || length > MOST_DIRECTORY) return 'bomb'
    if (start + length > size) return 'damaged'
    const directory = Buffer.alloc(length)
    await file.read(directory, 0, length, start)
    return directoryFault(directory, entries, limits, size)
  } finally {
    await file.close()
  }
}

/** Place of the end record that reaches to the end of the file. */
function lastEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === END && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return at
  return -1
}

function directoryFault(directory: Buffer, entries: number, limits: ArchiveLimits, size: number): ArchiveFault | null {
  let [at, unpacked] = [0, 0]
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) return 'damaged'
    const [packed, whole, named] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24), directory.readUInt16LE(at + 28)]
    const name = directory.toString('utf8', at + 46, at + 46 + named)
    if ((directory.readUInt16LE(at + 8) & 1) === 1) return 'encrypted'
    if (NESTED.test(name)) return 'nested'
    if (MACROS.test(name)) return 'macros'
    unpacked += whole
    if (unpacked > limits.unpacked || packed > size || (whole > SMALL && whole > packed * limits.ratio)) return 'bomb'
    at += 46 + named + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return unpacked > SMALL && unpacked > size * limits.ratio ? 'bomb' : null
}
