/**
 * How long a sound or a film lasts, by its content. Read here, a few bytes at a time, rather than by a package: those
 * know covers and titles of forty formats, and not how long what a phone has recorded in its browser lasts.
 */
import { open } from 'node:fs/promises'
import { mp4Seconds } from './boxes.ts'
import { Bytes } from './bytes.ts'
import { webmSeconds } from './clusters.ts'
import { aacSeconds, amrSeconds, mp3Seconds } from './frames.ts'

type Measure = (bytes: Bytes) => Promise<number | null>

const MEASURES: Readonly<Record<string, Measure>> = {
  'audio/aac': aacSeconds,
  'audio/amr': amrSeconds,
  'audio/flac': flacSeconds,
  'audio/mp4': mp4Seconds,
  'audio/mpeg': mp3Seconds,
  'audio/ogg': oggSeconds,
  'audio/wav': wavSeconds,
  'audio/webm': webmSeconds,
  'video/3gpp': mp4Seconds,
  'video/mp4': mp4Seconds,
  'video/quicktime': mp4Seconds,
  'video/webm': webmSeconds,
}

/** What says it lasts longer does not tell the truth. */
const WEEK = 7 * 24 * 3600

/** To the nearest second, at least one; null when the content does not tell, or is none of these. */
export async function mediaSeconds(path: string, mediaType: string): Promise<number | null> {
  const measure = MEASURES[mediaType]
  if (measure === undefined) return null
  const file = await open(path)
  try {
    const seconds = await measure(new Bytes(file, (await file.stat()).size))
    return seconds === null || !(seconds > 0) || seconds > WEEK ? null : Math.max(1, Math.round(seconds))
  } finally {
    await file.close()
  }
}

/** RIFF: how many bytes a second, and how many there are; what was cut while it was written says too many. */
async function wavSeconds(bytes: Bytes): Promise<number | null> {
  let rate = 0
  for (let at = 12; ; ) {
    const head = await bytes.read(at, 8)
    if (head === null) return null
    const [name, length] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)]
    if (name === 'fmt ') rate = (await bytes.read(at + 16, 4))?.readUInt32LE(0) ?? 0
    if (name === 'data') return rate === 0 ? null : Math.min(length || bytes.size, bytes.size - at - 8) / rate
    at += 8 + length + (length & 1)
  }
}

/** RFC 9639, 8.2: twenty bits of samples a second, and after eight others thirty-six of samples. */
async function flacSeconds(bytes: Bytes): Promise<number | null> {
  return (await bytes.read(0, 4))?.toString('latin1') === 'fLaC' ? flacHead(bytes, 8) : null
}

async function flacHead(bytes: Bytes, at: number): Promise<number | null> {
  const head = await bytes.read(at + 10, 8)
  if (head === null) return null
  const rate = head.readUIntBE(0, 3) >> 4
  const samples = ((head[3] ?? 0) & 15) * 2 ** 32 + head.readUInt32BE(4)
  return rate === 0 || samples === 0 ? null : samples / rate
}

/** A page is 65,307 bytes at most (RFC 3533, 6). */
const PAGE = 65_307

/** RFC 3533: the last page says how many samples there are by then; the first how many a second. */
async function oggSeconds(bytes: Bytes): Promise<number | null> {
  const first = await bytes.read(0, Math.min(bytes.size, 100))
  const tail = await bytes.read(Math.max(0, bytes.size - PAGE), Math.min(bytes.size, PAGE))
  const at = tail?.lastIndexOf(Buffer.from('OggS')) ?? -1
  if (first === null || tail === null || first.length < 60 || at < 0 || at + 14 > tail.length) return null
  const samples = Number(tail.readBigInt64LE(at + 6))
  const head = first.subarray(27 + (first[26] ?? 0))
  const named = (name: string, from = 0): boolean => head.toString('latin1', from, from + name.length) === name
  if (named('OpusHead')) return (samples - head.readUInt16LE(10)) / 48_000
  if (named('vorbis', 1)) return samples / head.readUInt32LE(12)
  return null
}
