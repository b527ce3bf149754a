/** Sounds that are one frame after another, each saying how long it is: MP3 (ISO 11172-3), AAC in ADTS (ISO 13818-7), AMR (RFC 4867). */
import type { Bytes } from './bytes.ts'

interface Frame {
  readonly bytes: number
  readonly seconds: number
}

/** Bytes between frames that are passed over: covers, titles, what another program left. */
const MOST_FOREIGN = 1_000_000

/** Adds up the frames from `at` on; what is no frame is passed over until there is one again. */
async function added(bytes: Bytes, at: number, head: number, frameOf: (head: Buffer) => Frame | null): Promise<number | null> {
  let [seconds, foreign] = [0, 0]
  for (let here = at; foreign < MOST_FOREIGN; ) {
    const found = await bytes.read(here, head)
    if (found === null) break
    const frame = frameOf(found)
    if (frame === null) foreign += 1
    else seconds += frame.seconds
    here += frame?.bytes ?? 1
  }
  return seconds > 0 ? seconds : null
}

const RATES = [44_100, 48_000, 32_000]
/** Kilobits a second by their index: layer III of version 1, and of versions 2 and 2.5. */
const KILOBITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]

function mp3Frame(head: Buffer): Frame | null {
  const word = head.readUInt32BE(0)
  const [version, layer] = [(word >>> 19) & 3, (word >>> 17) & 3]
  if (word >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null
  const kilobits = KILOBITS[version === 3 ? 0 : 1]?.[(word >>> 12) & 15] ?? 0
  const rate = (RATES[(word >>> 10) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  if (kilobits === 0 || rate === 0) return null
  const samples = version === 3 ? 1152 : 576
  return { bytes: Math.floor((samples / 8) * ((kilobits * 1000) / rate)) + ((word >>> 9) & 1), seconds: samples / rate }
}

export async function mp3Seconds(bytes: Bytes): Promise<number | null> {
  const head = await bytes.read(0, 10)
  // A title before the sound says its length seven bits a byte (ID3v2).
  const title = head?.toString('latin1', 0, 3) === 'ID3' ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 127), 0) : 0
  return added(bytes, title, 4, mp3Frame)
}

const AAC_RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350]

function aacFrame(head: Buffer): Frame | null {
  const bytes = (((head[3] ?? 0) & 3) << 11) | ((head[4] ?? 0) << 3) | ((head[5] ?? 0) >> 5)
  const rate = AAC_RATES[((head[2] ?? 0) >> 2) & 15]
  if (head[0] !== 0xff || ((head[1] ?? 0) & 0xf6) !== 0xf0 || rate === undefined || bytes < 7) return null
  return { bytes, seconds: (1024 * (((head[6] ?? 0) & 3) + 1)) / rate }
}

export function aacSeconds(bytes: Bytes): Promise<number | null> {
  return added(bytes, 0, 7, aacFrame)
}

/** Bytes of a frame of a fiftieth of a second, by its mode. */
const NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6]
const WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6]

export async function amrSeconds(bytes: Bytes): Promise<number | null> {
  const wide = (await bytes.read(0, 9))?.toString('latin1') === '#!AMR-WB\n'
  const sizes = wide ? WIDE : NARROW
  return added(bytes, wide ? 9 : 6, 1, (head) => ({ bytes: sizes[((head[0] ?? 0) >> 3) & 15] ?? 1, seconds: 0.02 }))
}
