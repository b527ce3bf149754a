/**
 * Sounds and films in boxes (ISO 14496-12: MP4, M4A, MOV, 3GP). What a browser or a phone records piece by piece says
 * nothing at its head of how long it is: each piece says when it begins and how long its samples last.
 */
import type { Bytes } from './bytes.ts'

interface Track {
  scale: number
  /** In units of its scale: as its head says, and as its pieces say. */
  told: number
  ends: number
  /** Of a sample, where a piece does not say. */
  sample: number
}

/** A table of contents is read whole: of hours of film it is some megabytes. */
const MOST_HELD = 32_000_000

/** Boxes of a file at most: a film has some hundreds, one recorded piece by piece some thousands. */
const MOST_BOXES = 200_000

export async function mp4Seconds(bytes: Bytes): Promise<number | null> {
  const tracks = new Map<number, Track>()
  let boxes = 0
  for (let at = 0; boxes < MOST_BOXES; boxes++) {
    const head = await bytes.read(at, 16)
    if (head === null) break
    const [size, name] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)]
    const [length, begins] = size === 1 ? [Number(head.readBigUInt64BE(8)), 16] : [size === 0 ? bytes.size - at : size, 8]
    if (length < begins) break
    const body = (name === 'moov' || name === 'moof') && length <= MOST_HELD ? await bytes.read(at + begins, length - begins) : null
    if (body !== null && name === 'moov') contents(body, tracks)
    if (body !== null && name === 'moof') piece(body, tracks)
    at += length
  }
  const lengths = [...tracks.values()].map(({ scale, told, ends }) => (scale === 0 ? 0 : Math.max(told, ends) / scale))
  const longest = Math.max(0, ...lengths)
  return longest > 0 ? longest : null
}

/** The boxes in a box: name and content of each. */
function* inside(body: Buffer): Generator<readonly [string, Buffer]> {
  for (let at = 0; at + 8 <= body.length; ) {
    const size = body.readUInt32BE(at)
    const length = size === 0 ? body.length - at : size
    if (length < 8 || at + length > body.length) return
    yield [body.toString('latin1', at + 4, at + 8), body.subarray(at + 8, at + length)]
    at += length
  }
}

function contents(moov: Buffer, tracks: Map<number, Track>): void {
  for (const [name, body] of inside(moov)) {
    if (name === 'trak') track(body, tracks)
    if (name === 'mvex')
      for (const [more, trex] of inside(body))
        if (more === 'trex' && trex.length >= 24) trackOf(tracks, trex.readUInt32BE(4)).sample = trex.readUInt32BE(12)
  }
}

function track(trak: Buffer, tracks: Map<number, Track>): void {
  let id = 0
  for (const [name, body] of inside(trak)) {
    if (name === 'tkhd' && body.length >= 24) id = body.readUInt32BE(body[0] === 1 ? 20 : 12)
    if (name !== 'mdia') continue
    for (const [part, mdhd] of inside(body)) {
      if (part !== 'mdhd' || mdhd.length < 32) continue
      const wide = mdhd[0] === 1
      const one = trackOf(tracks, id)
      one.scale = mdhd.readUInt32BE(wide ? 20 : 12)
      const told = wide ? Number(mdhd.readBigUInt64BE(24)) : mdhd.readUInt32BE(16)
      // All bits set: unknown.
      one.told = told >= (wide ? 2 ** 63 : 0xffffffff) ? 0 : told
    }
  }
}

function trackOf(tracks: Map<number, Track>, id: number): Track {
  const known = tracks.get(id)
  if (known !== undefined) return known
  const made = { scale: 0, told: 0, ends: 0, sample: 0 }
  tracks.set(id, made)
  return made
}

function piece(moof: Buffer, tracks: Map<number, Track>): void {
  for (const [name, traf] of inside(moof)) {
    if (name !== 'traf') continue
    const parts = [...inside(traf)]
    const tfhd = parts.find(([part]) => part === 'tfhd')?.[1]
    if (tfhd === undefined || tfhd.length < 8) continue
    const one = trackOf(tracks, tfhd.readUInt32BE(4))
    const tfdt = parts.find(([part]) => part === 'tfdt')?.[1]
    const begins =
      tfdt === undefined || tfdt.length < 8 ? one.ends : tfdt[0] === 1 && tfdt.length >= 12 ? Number(tfdt.readBigUInt64BE(4)) : tfdt.readUInt32BE(4)
    const sample = sampleOf(tfhd) ?? one.sample
    const lasts = parts.reduce((sum, [part, body]) => (part === 'trun' ? sum + runLength(body, sample) : sum), 0)
    one.ends = Math.max(one.ends, begins + lasts)
  }
}

/** What a piece says of all its samples; it stands behind what else its flags announce. */
function sampleOf(tfhd: Buffer): number | null {
  const flags = tfhd.readUIntBE(1, 3)
  if ((flags & 8) === 0) return null
  const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0)
  return at + 4 <= tfhd.length ? tfhd.readUInt32BE(at) : null
}

function runLength(trun: Buffer, sample: number): number {
  if (trun.length < 8) return 0
  const [flags, count] = [trun.readUIntBE(1, 3), trun.readUInt32BE(4)]
  if ((flags & 0x100) === 0) return count * sample
  const first = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0)
  const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length
  let sum = 0
  for (let at = first; at + step <= trun.length && at < first + count * step; at += step) sum += trun.readUInt32BE(at)
  return sum
}
