import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BlobStore, BlobTooLarge } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'

let folder: string
let store: BlobStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'))
  store = await openFolderStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function read(key: string, range?: { start: number; end: number }): Promise<Buffer | null> {
  const stream = await store.get(key, range)
  return stream === null ? null : Buffer.from(await new Response(stream).arrayBuffer())
}

/** Every file under the folder, with the unfinished ones. */
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name)

test('bytes come back as they were, with their size and SHA-256', async () => {
  const content = randomBytes(3_000_000)
  const stored = await store.put(content)
  expect(stored).toEqual({ key: stored.key, bytes: 3_000_000, sha256: sha256(content) })
  expect((await read(stored.key))?.equals(content)).toBe(true)
  expect(await store.stat(stored.key)).toEqual({ bytes: 3_000_000 })
})

test('a stream is stored as it arrives, from Node or from the web', async () => {
  const pieces = [randomBytes(70_000), new Uint8Array(0), randomBytes(5)]
  const whole = Buffer.concat(pieces)
  const fromNode = await store.put(Readable.from(pieces))
  const fromWeb = await store.put(new Response(whole).body as ReadableStream<Uint8Array>)
  expect([fromNode.sha256, fromWeb.sha256]).toEqual([sha256(whole), sha256(whole)])
  expect((await read(fromNode.key))?.equals(whole)).toBe(true)
})

test('nothing at all is a content too', async () => {
  const { key, bytes } = await store.put(new Uint8Array(0))
  expect(bytes).toBe(0)
  expect(await read(key)).toEqual(Buffer.alloc(0))
})

test('a part can be read: both ends included', async () => {
  const { key } = await store.put(Buffer.from('0123456789'))
  expect((await read(key, { start: 2, end: 5 }))?.toString()).toBe('2345')
})

test('the same content stored twice has two names: removing one leaves the other', async () => {
  const [first, second] = [await store.put(Buffer.from('x')), await store.put(Buffer.from('x'))]
  expect(first.sha256).toBe(second.sha256)
  expect(await store.delete(first.key)).toBe(true)
  expect(await read(first.key)).toBeNull()
  expect(await store.stat(first.key)).toBeNull()
  expect(await store.delete(first.key)).toBe(false)
  expect((await read(second.key))?.toString()).toBe('x')
})

test('content beyond its limit is refused while it arrives, and nothing of it stays', async () => {
  let asked = 0
  async function* endless() {
    for (;;) {
      asked += 1
      yield new Uint8Array(1000)
    }
  }
  await expect(store.put(endless(), { limit: 10_000 })).rejects.toThrow(BlobTooLarge)
  expect(asked).toBe(11)
  expect(await files()).toEqual([])
  expect((await store.put(new Uint8Array(10_000), { limit: 10_000 })).bytes).toBe(10_000)
})

test('content whose arrival is cut leaves nothing', async () => {
  async function* cut() {
    yield new Uint8Array(1000)
    throw new Error('cut')
  }
  await expect(store.put(cut())).rejects.toThrow('cut')
  expect(await files()).toEqual([])
})

test.each(['../../etc/passwd', '..', '', 'a'.repeat(31), `${'a'.repeat(30)}/b`, 'A'.repeat(32), `${'a'.repeat(32)}\n`])(
  'a name that the store did not make is refused: %j',
  async (key) => {
    await expect(async () => store.get(key)).rejects.toThrow(TypeError)
    await expect(async () => store.stat(key)).rejects.toThrow(TypeError)
    await expect(async () => store.delete(key)).rejects.toThrow(TypeError)
  },
)

test('only the account of the server may read the files', async () => {
  const { key } = await store.put(Buffer.from('x'))
  const place = join(folder, key.slice(0, 2), key)
  expect((await stat(place)).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, key.slice(0, 2)))).mode & 0o777).toBe(0o700)
  expect(await readFile(place, 'utf8')).toBe('x')
})

test('what a crash left unfinished goes after a day, and only that', async () => {
  const { key } = await store.put(Buffer.from('kept'))
  const now = new Date('2024-05-06T12:00:00Z')
  for (const [name, hours] of [
    ['old', 25],
    ['new', 23],
  ] as const) {
    const place = join(folder, 'unfinished', name)
    await writeFile(place, 'x')
    const then = new Date(now.getTime() - hours * 3_600_000)
    await utimes(place, then, then)
  }
  expect(await store.sweep(now)).toBe(1)
  expect((await files()).sort()).toEqual([key, 'new'].sort())
})

test('a store opened again finds what was stored', async () => {
  const { key } = await store.put(Buffer.from('x'))
  expect(await (await openFolderStore(folder)).stat(key)).toEqual({ bytes: 1 })
})
