import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blanked, placesIn } from './places.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'places-'))
})
afterAll(() => rm(folder, { recursive: true }))

const box = (name: string, ...parts: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(8 + body.length)
  return Buffer.concat([head, Buffer.from(name, 'latin1'), body])
}
const FEZ = '+34.0331-005.0003/'

async function handedOn(content: Buffer, mediaType = 'video/mp4'): Promise<Buffer> {
  const path = join(folder, 'film')
  await writeFile(path, content)
  const spans = await placesIn(path, mediaType)
  async function* pieces() {
    for (let at = 0; at < content.length; at += 7) yield content.subarray(at, at + 7)
  }
  const parts: Uint8Array[] = []
  for await (const piece of blanked(pieces(), spans)) parts.push(piece)
  return Buffer.concat(parts)
}

/** As phones of one make, of another, and programs write it. */
const FILMS: readonly (readonly [string, Buffer])[] = [
  ['an Android phone', box('moov', box('mvhd', 'x'), box('udta', box('\u00a9xyz', '\0\x12\x15\xc7', FEZ), box('name', 'film')))],
  ['a phone of 3GPP', box('moov', box('udta', box('loci', '\0\0\0\0', FEZ)))],
  [
    'an iPhone',
    box(
      'moov',
      box(
        'meta',
        box('hdlr', Buffer.alloc(24)),
        box('keys', '\0\0\0\0\0\0\0\x02', box('mdta', 'com.apple.quicktime.make'), box('mdta', 'com.apple.quicktime.location.ISO6709')),
        box('ilst', box('\0\0\0\x01', box('data', 'Apple')), box('\0\0\0\x02', box('data', FEZ))),
      ),
    ),
  ],
  ['an editor', box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), `<x exif:GPSLatitude="${FEZ}"/>`)],
]

test.each(FILMS)('the place %s wrote into a film is gone from what is handed on, and nothing else moves', async (_, told) => {
  const film = Buffer.concat([box('ftyp', 'isom'), box('mdat', 'the film itself'), told])
  const given = await handedOn(film)
  expect(given.includes(FEZ)).toBe(false)
  expect(given.length).toBe(film.length)
  expect(given.subarray(0, film.length - told.length).equals(film.subarray(0, film.length - told.length))).toBe(true)
  for (const kept of ['name', 'mvhd', 'Apple', 'quicktime.make']) expect(given.includes(kept)).toBe(film.includes(kept))
})

test('a film that tells no place, is damaged, or is none is handed on as it came', async () => {
  const film = Buffer.concat([box('ftyp', 'isom'), box('moov', box('udta', box('name', FEZ)))])
  expect((await handedOn(film)).equals(film)).toBe(true)
  const damaged = Buffer.concat([box('ftyp', 'isom'), box('moov', 'x'.repeat(40)), Buffer.alloc(30)])
  expect((await handedOn(damaged)).equals(damaged)).toBe(true)
  expect((await handedOn(FILMS[0]?.[1] as Buffer, 'audio/ogg')).includes(FEZ)).toBe(true)
})
