import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sound } from '../../../tests/server/samples.ts'
import { mediaSeconds } from './length.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'length-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function lasts(content: Buffer, mediaType: string): Promise<number | null> {
  const path = join(folder, 'content')
  await writeFile(path, content)
  return mediaSeconds(path, mediaType)
}

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, place) => bytes.writeUInt32BE(value, 4 * place))
  return bytes
}
const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(8 + body.length), Buffer.from(name), body])
}
const element = (id: string, body: Buffer | null): Buffer => {
  // Of unknown length where there is no body: what follows is in it.
  if (body === null) return Buffer.from(`${id}01ffffffffffffff`, 'hex')
  return Buffer.concat([
    Buffer.from(id, 'hex'),
    Buffer.from([0x10 | (body.length >> 24)]),
    Buffer.from([body.length >> 16, body.length >> 8, body.length]),
    body,
  ])
}
const frames = (frame: Buffer, count: number): Buffer => Buffer.concat(Array.from({ length: count }, () => frame))

/** Frames of 26 milliseconds (44,100 a second, 128 kbit/s), behind a title and before another. */
const mp3 = Buffer.concat([
  Buffer.from('ID3\x04\x00\x00\x00\x00\x01\x00', 'latin1'),
  Buffer.alloc(128),
  frames(Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413)]), 700),
  Buffer.from('TAG'.padEnd(128)),
])
const aac = frames(Buffer.concat([Buffer.from('fff15080015ffc', 'hex'), Buffer.alloc(3)]), 430)
const amr = Buffer.concat([Buffer.from('#!AMR\n'), frames(Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)]), 250)])
const page = (granule: bigint, body: Buffer): Buffer => {
  const head = Buffer.alloc(28)
  head.write('OggS')
  head.writeBigInt64LE(granule, 6)
  head[26] = 1
  head[27] = body.length
  return Buffer.concat([head, body])
}
const opusHead = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 2, 0x38, 0x01]), Buffer.alloc(40)])
const ogg = Buffer.concat([page(0n, opusHead), page(48_000n * 192n + 312n, Buffer.alloc(20))])
const flac = Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(14), Buffer.from('0ac442f0', 'hex'), u32(44_100 * 61), Buffer.alloc(16)])
const track = (told: number, scale: number): Buffer =>
  box('trak', box('tkhd', u32(0, 0, 0, 1), Buffer.alloc(64)), box('mdia', box('mdhd', u32(0, 0, 0, scale, told), Buffer.alloc(12))))
const mp4 = Buffer.concat([box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(70_000)), box('moov', track(192 * 600, 600))])
/** As a browser writes it: nothing at the head, and each piece says when it begins; the last one each of its samples. */
const pieces = Buffer.concat([
  box('ftyp', Buffer.from('iso6')),
  box('moov', track(0, 1000), box('mvex', box('trex', u32(0, 1, 1, 20, 0, 0)))),
  box('moof', box('traf', box('tfhd', u32(0, 1)), box('tfdt', u32(0, 0)), box('trun', u32(0, 100)))),
  box('mdat', Buffer.alloc(1000)),
  box('moof', box('traf', box('tfhd', u32(8, 1, 40)), box('tfdt', u32(0, 2000)), box('trun', u32(0, 50)))),
  box('moof', box('traf', box('tfhd', u32(0, 1)), box('tfdt', u32(0, 4000)), box('trun', u32(0x301, 2, 0, 500, 9, 1500, 9)))),
])
const block = (at: number): Buffer => Buffer.from([0x81, at >> 8, at & 255, 0x80, 1, 2, 3])
const webm = Buffer.concat([
  element('1a45dfa3', Buffer.alloc(5)),
  element('18538067', null),
  element('1549a966', element('2ad7b1', Buffer.from('0f4240', 'hex'))),
  element('1f43b675', null),
  ...[element('e7', Buffer.from([0])), element('a3', block(0)), element('a3', block(900))],
  element('1f43b675', null),
  ...[element('e7', Buffer.from([0x27, 0x10])), element('a0', element('a1', block(2_000)))],
])
const SAMPLES: readonly (readonly [string, Buffer, number])[] = [
  ['audio/wav', sound(), 1],
  ['audio/mpeg', mp3, 18],
  ['audio/aac', aac, 10],
  ['audio/amr', amr, 5],
  ['audio/ogg', ogg, 192],
  ['audio/flac', flac, 61],
  ['video/mp4', mp4, 192],
  ['audio/mp4', pieces, 6],
  ['video/webm', webm, 12],
]

test.each(SAMPLES)('the length of %s is known by its content', async (mediaType, content, seconds) => {
  expect(await lasts(content, mediaType)).toBe(seconds)
})

test('what does not tell, lies beyond reason or is none of these has no length', async () => {
  expect(await lasts(Buffer.alloc(2000), 'audio/mpeg')).toBeNull()
  expect(await lasts(Buffer.concat([box('ftyp'), box('moov', track(0xffffffff, 600))]), 'video/mp4')).toBeNull()
  expect(await lasts(Buffer.concat([box('ftyp'), box('moov', track(600_000, 0))]), 'video/mp4')).toBeNull()
  expect(await lasts(Buffer.concat([box('ftyp'), box('moov', track(0xfffffff0, 1))]), 'video/mp4')).toBeNull()
  expect(await lasts(mp3, 'application/pdf')).toBeNull()
})

test('whatever is cut off or changed in it, it is read to an end: a length or none, never a fault', async () => {
  let seed = 7
  const drawn = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % most
  }
  for (const [mediaType, content] of SAMPLES) {
    for (let round = 0; round < 40; round++) {
      const hurt = Buffer.from(content.subarray(0, round % 2 === 0 ? content.length : drawn(content.length)))
      for (let change = 0; change < 12 && hurt.length > 0; change++) hurt[drawn(Math.min(hurt.length, 400))] = drawn(256)
      const seconds = await lasts(hurt, mediaType)
      expect(seconds === null || (Number.isInteger(seconds) && seconds >= 1)).toBe(true)
    }
  }
})
