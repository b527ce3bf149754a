import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type S3Server, startS3 } from '../../../tests/server/s3-server.ts'
import { type BlobStore, BlobTooLarge, StoreAway } from './blob-store.ts'
import { openS3Store, PART, probeS3Store } from './s3-store.ts'

let s3: S3Server
let store: BlobStore

beforeAll(async () => {
  s3 = await startS3()
  store = openS3Store(s3.place)
})
afterAll(() => s3.stop())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function read(key: string, range?: { start: number; end: number }): Promise<Buffer | null> {
  const stream = await store.get(key, range)
  return stream === null ? null : Buffer.from(await new Response(stream).arrayBuffer())
}

test('bytes come back as they were, with their size and SHA-256, and are gone once removed', async () => {
  const content = randomBytes(300_000)
  const { key, ...stored } = await store.put(Readable.from([content.subarray(0, 7), content.subarray(7)]))
  expect(stored).toEqual({ bytes: 300_000, sha256: sha256(content) })
  expect((await read(key))?.equals(content)).toBe(true)
  expect(await store.stat(key)).toEqual({ bytes: 300_000 })
  expect([await store.delete(key), await store.delete(key)]).toEqual([true, false])
  expect([await read(key), await store.stat(key)]).toEqual([null, null])
})

test('nothing at all is a content too, and a part of one can be read, both ends included', async () => {
  const empty = await store.put(new Uint8Array(0))
  expect([empty.bytes, await read(empty.key)]).toEqual([0, Buffer.alloc(0)])
  const { key } = await store.put(Buffer.from('0123456789'))
  expect((await read(key, { start: 2, end: 5 }))?.toString()).toBe('2345')
})

test('what is heavier than a part goes up in parts, and is one again', async () => {
  const content = randomBytes(2 * PART + 5)
  const from = s3.asked.length
  const { key, ...stored } = await store.put(Readable.from([content.subarray(0, PART - 1), content.subarray(PART - 1)]))
  expect(stored).toEqual({ bytes: content.length, sha256: sha256(content) })
  expect(s3.asked.slice(from).map((line) => line.split(' ')[0])).toEqual(['POST', 'PUT', 'PUT', 'PUT', 'POST'])
  expect(s3.objects.get(key)?.equals(content)).toBe(true)
})

test('what goes beyond its limit, or breaks off, leaves nothing behind', async () => {
  const before = s3.objects.size
  async function* broken() {
    yield randomBytes(PART + 1)
    throw new Error('cut')
  }
  await expect(store.put(Readable.from([randomBytes(PART), randomBytes(2)]), { limit: PART + 1 })).rejects.toThrow(BlobTooLarge)
  await expect(store.put(Buffer.from('four'), { limit: 3 })).rejects.toThrow(BlobTooLarge)
  await expect(store.put(broken())).rejects.toThrow('cut')
  expect([s3.objects.size, s3.unfinished.size]).toEqual([before, 0])
})

test('what a process that died left half-way is swept after a day', async () => {
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString()
  s3.unfinished.set('old', { key: 'a'.repeat(32), at: hours(25), parts: new Map() })
  s3.unfinished.set('young', { key: 'b'.repeat(32), at: hours(23), parts: new Map() })
  expect(await store.sweep(new Date())).toBe(1)
  expect([...s3.unfinished.keys()]).toEqual(['young'])
  s3.unfinished.clear()
  expect(await store.sweep(new Date())).toBe(0)
})

test('a store that fails is a fault, never an absence; a name that is none of its own asks nothing', async () => {
  const { key } = await store.put(Buffer.from('x'))
  s3.fail(503)
  await expect(store.get(key)).rejects.toThrow(StoreAway)
  await expect(store.stat(key)).rejects.toThrow('503')
  await expect(store.put(Buffer.from('x'))).rejects.toThrow(StoreAway)
  s3.fail(null)
  const asked = s3.asked.length
  expect(() => store.get('../etc/passwd')).toThrow(TypeError)
  expect(s3.asked.length).toBe(asked)
})

test('a store that answers is told from one that refuses the key, and from one that is not there', async () => {
  const lying = s3.objects.size
  await expect(probeS3Store(s3.place)).resolves.toBeUndefined()
  expect(s3.objects.size).toBe(lying)
  await expect(probeS3Store({ ...s3.place, secretKey: 'another' })).rejects.toThrow('SignatureDoesNotMatch')
  await expect(probeS3Store({ ...s3.place, endpoint: 'http://127.0.0.1:1' })).rejects.toThrow('could not be reached')
})
